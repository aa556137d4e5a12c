package oroshi.portal.orders;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.agreements.Agreements;
import oroshi.agreements.Gate;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Pins;
import oroshi.onboarding.LineInput;
import oroshi.orders.Offering;
import oroshi.orders.Offerings;
import oroshi.orders.OpenCart;
import oroshi.orders.OpenCarts;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.Texts;
import oroshi.portal.offers.OfferChoices;
import oroshi.portal.offers.OfferFilter;
import oroshi.portal.offers.OfferRow;
import oroshi.portal.offers.OfferRows;

/** Puts the page that adds products together from catalog, cart and what the customer owns. */
@Component
class ProductViews {
    private final Offerings offerings;
    private final OpenCarts carts;
    private final Agreements agreements;
    private final OfferMessages messages;
    private final Pins pins;

    ProductViews(Offerings offerings, OpenCarts carts, Agreements agreements, OfferMessages messages, Pins pins) {
        this.offerings = offerings;
        this.carts = carts;
        this.agreements = agreements;
        this.messages = messages;
        this.pins = pins;
    }

    ProductsPage page(
            Caller caller,
            CustomerRecord.Opened opened,
            OfferFilter filter,
            List<LineInput> typed,
            Form form,
            Texts texts) {
        var cart = carts.find(caller, opened.customerId());
        var offered = offered(caller, opened, cart, texts);
        var items = offered.stream().map(Offering::item).toList();
        var byId = offered.stream().collect(Collectors.toMap(each -> each.item().id(), Function.identity()));
        var rows = OfferRows.of(items, typed, filter, pins.list(caller.partnerId()), texts).stream()
                .map(row -> row(caller, row, byId, cart))
                .toList();
        var address = opened.path() + "/products";
        return new ProductsPage(
                opened.head(),
                BuyingSteps.SELECT.list(texts, address),
                form,
                filter.in(address),
                rows,
                OfferChoices.of(items, texts).withFrequency(Choice.of("TRIAL", texts.text("products.frequency.trial"))),
                caller.cloud().isPublic(),
                cart.filter(each -> !each.isEmpty()),
                hidden(caller, opened, filter),
                gate(caller, opened));
    }

    /** Everything on sale for the customer. */
    List<Offering> offered(Caller caller, CustomerRecord.Opened opened, Optional<OpenCart> cart, Texts texts) {
        var inCart = cart.map(OpenCart::asked).orElse(List.of());
        return offerings.list(
                caller.partnerId(),
                opened.customerId(),
                inCart,
                texts.language().locale());
    }

    private ProductRow row(Caller caller, OfferRow row, Map<String, Offering> offered, Optional<OpenCart> cart) {
        var offering = Objects.requireNonNull(offered.get(row.item().id()));
        return new ProductRow(
                row,
                offering,
                cart.map(each -> each.units(row.item().id())).orElse(0),
                offering.obstacle().map(problem -> messages.of(caller, problem)),
                row.addOns().stream()
                        .filter(addOn -> isHere(addOn, row, cart))
                        .map(addOn -> row(caller, addOn, offered, cart))
                        .toList());
    }

    /** An add-on is offered below the base that is in the cart; below every base while none of them is. */
    private static boolean isHere(OfferRow addOn, OfferRow base, Optional<OpenCart> cart) {
        var inCart = cart.map(OpenCart::lines).orElse(List.of()).stream()
                .flatMap(line -> line.item().stream())
                .filter(item -> addOn.item().prerequisites().contains(item.key()))
                .map(CatalogItem::id)
                .toList();
        return inCart.isEmpty() || inCart.contains(base.item().id());
    }

    /** An admin agent who types an id hears why the offer is not there (5.6). */
    private Optional<Message> hidden(Caller caller, CustomerRecord.Opened opened, OfferFilter filter) {
        var name = filter.search().strip();
        return name.isEmpty() || !caller.roles().contains(Role.ADMIN_AGENT)
                ? Optional.empty()
                : offerings
                        .whyNot(caller.partnerId(), opened.customerId(), name)
                        .map(problem -> messages.of(caller, problem));
    }

    private Optional<Message> gate(Caller caller, CustomerRecord.Opened opened) {
        return agreements.gate(caller.partnerId(), opened.customerId()) instanceof Gate.Closed closed
                ? Optional.of(Message.of(closed.refusal()))
                : Optional.empty();
    }
}
