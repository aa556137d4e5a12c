package oroshi.portal.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.catalog.CatalogItem;
import oroshi.orders.Anchors;
import oroshi.orders.CartLine;
import oroshi.orders.CartPreviews;
import oroshi.orders.FurtherResellers;
import oroshi.orders.OpenCart;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.Texts;
import oroshi.previews.Preview;
import oroshi.previews.Previews;
import oroshi.relationships.Partnerships;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/** Puts the page together on which a cart is reviewed. */
@Component
class CartViews {
    private final OfferMessages messages;
    private final AgreementInPlace agreement;
    private final Partnerships partnerships;
    private final Subscriptions subscriptions;
    private final CartPreviews previews;

    CartViews(
            OfferMessages messages,
            AgreementInPlace agreement,
            Partnerships partnerships,
            Subscriptions subscriptions,
            CartPreviews previews) {
        this.messages = messages;
        this.agreement = agreement;
        this.partnerships = partnerships;
        this.subscriptions = subscriptions;
        this.previews = previews;
    }

    CartPage page(Caller caller, Texts texts, CustomerRecord.Opened opened, OpenCart cart, Form form) {
        var owned = cart.lines().stream().anyMatch(CartLine::isReservation)
                ? subscriptions.list(caller.partnerId(), opened.customerId())
                : List.<Subscription>of();
        var lines = cart.lines().stream()
                .map(line -> line(caller, texts, line, owned))
                .toList();
        var products = opened.path() + "/products";
        return new CartPage(
                opened.head(),
                BuyingSteps.REVIEW.list(texts, products),
                cart,
                form,
                lines,
                isProvider(caller) ? resellers(caller, texts, opened) : List.of(),
                isProvider(caller),
                isProvider(caller)
                        && FurtherResellers.areTakenIn(opened.customer().country()),
                preview(caller, texts, opened.customerId(), cart),
                agreement.find(caller, texts, opened.customerId(), opened.path() + "/cart/" + cart.id()));
    }

    /** What the lines that can be bought would cost. */
    Preview preview(Caller caller, Texts texts, CustomerId customerId, OpenCart cart) {
        var forecast = previews.ofPage(caller, customerId, cart);
        return Previews.in(texts.language().locale()).of(forecast);
    }

    /** Whether the partner has to say at the purchase for whom it acts. */
    static boolean isProvider(Caller caller) {
        return caller.partnerType() == PartnerType.INDIRECT_PROVIDER
                && caller.cloud().isPublic();
    }

    private CartPage.Line line(Caller caller, Texts texts, CartLine line, List<Subscription> owned) {
        var item = line.item().filter(found -> !line.isAddOn());
        return new CartPage.Line(
                line,
                item.map(found -> cycles(found, texts)).orElse(List.of()),
                item.map(found -> PlanChoices.of(found, texts)).orElse(List.of()),
                item.filter(found -> line.isReservation())
                        .map(found -> anchors(found, owned))
                        .orElse(List.of()),
                line.problem()
                        .filter(problem -> !line.lacksAttestation())
                        .map(problem -> messages.of(caller, problem)));
    }

    private static List<Choice> anchors(CatalogItem item, List<Subscription> owned) {
        return Anchors.fitting(item, owned).stream()
                .map(subscription -> Choice.of(
                        subscription.id().toString(), subscription.friendlyName() + " (" + subscription.id() + ")"))
                .toList();
    }

    private static List<Choice> cycles(CatalogItem item, Texts texts) {
        return item.billingCycles().stream()
                .map(cycle -> Choice.of(cycle.wire(), texts.text("wizard.cycle." + cycle.name())))
                .toList();
    }

    /** The resellers that a line can name; nothing chosen stands for the customer's own, if it has one. */
    private List<Choice> resellers(Caller caller, Texts texts, CustomerRecord.Opened opened) {
        var choices = new ArrayList<Choice>();
        var own = opened.customer().reseller();
        for (var each :
                partnerships.selectable(caller.partnerId(), opened.customer().country())) {
            var partner = each.partner();
            var choice = Choice.of(partner.mpnId(), partner.legalName() + " (" + partner.mpnId() + ")");
            if (own.equals(Optional.of(partner.id()))) {
                choices.addFirst(Choice.of(
                        "",
                        texts.text("cart.resellerOfCustomer", "name", partner.legalName(), "mpnId", partner.mpnId())));
            } else {
                choices.add(each.obstacle()
                        .map(obstacle -> choice.disabledBecause(texts.text(Message.of(obstacle))))
                        .orElse(choice));
            }
        }
        if (own.isEmpty()) {
            choices.addFirst(Choice.of("", texts.text("subscriptions.noReseller")));
        }
        return choices;
    }
}
