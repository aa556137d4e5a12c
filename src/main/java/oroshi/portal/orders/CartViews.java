package oroshi.portal.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.PartnerType;
import oroshi.catalog.CatalogItem;
import oroshi.orders.CartLine;
import oroshi.orders.OpenCart;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.Texts;
import oroshi.relationships.Partnerships;

/** Puts the page together on which a cart is reviewed. */
@Component
class CartViews {
    private final OfferMessages messages;
    private final AgreementInPlace agreement;
    private final Partnerships partnerships;

    CartViews(OfferMessages messages, AgreementInPlace agreement, Partnerships partnerships) {
        this.messages = messages;
        this.agreement = agreement;
        this.partnerships = partnerships;
    }

    CartPage page(Caller caller, Texts texts, CustomerRecord.Opened opened, OpenCart cart, Form form) {
        var lines = IntStream.range(0, cart.lines().size())
                .mapToObj(at -> line(caller, texts, cart.lines().get(at)))
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
                agreement.find(caller, texts, opened.customerId(), opened.path() + "/cart/" + cart.id()));
    }

    /** Whether the partner has to say at the purchase for whom it acts. */
    static boolean isProvider(Caller caller) {
        return caller.partnerType() == PartnerType.INDIRECT_PROVIDER
                && caller.cloud().isPublic();
    }

    private CartPage.Line line(Caller caller, Texts texts, CartLine line) {
        var cycles = line.isAddOn()
                ? List.<Choice>of()
                : line.item().map(item -> cycles(item, texts)).orElse(List.of());
        return new CartPage.Line(line, cycles, line.problem().map(problem -> messages.of(caller, problem)));
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
