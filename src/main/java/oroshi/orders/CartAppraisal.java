package oroshi.orders;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.catalog.Catalog;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.LocalizedText;
import oroshi.catalog.Plan;
import oroshi.orders.LineVerdict.Bad;
import oroshi.orders.LineVerdict.Good;
import oroshi.subscriptions.Registrations;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/** Finds out how the lines of a cart stand: what they cost now, and what is wrong with them. */
@Component
class CartAppraisal {
    private final OrderCheck check;
    private final Catalog catalog;
    private final Subscriptions subscriptions;
    private final Registrations registrations;

    CartAppraisal(OrderCheck check, Catalog catalog, Subscriptions subscriptions, Registrations registrations) {
        this.check = check;
        this.catalog = catalog;
        this.subscriptions = subscriptions;
        this.registrations = registrations;
    }

    OpenCart of(Deal deal, Cart cart) {
        var asked = cart.content().orderLines();
        var ordered = cart.orderedAt().isPresent();
        var today = asked.stream().map(NewOrderLine::atAnyPrice).toList();
        var verdicts = ordered ? check.judgeAlone(deal, today) : check.preview(deal, today);
        var lines = IntStream.range(0, asked.size())
                .mapToObj(at -> line(deal, asked.get(at), verdicts.get(at)))
                .toList();
        return new OpenCart(cart.id(), cart.expiresAt(), ordered, lines);
    }

    /** Adds the line to the others, or its quantity to a line like it; returns the position of that line. */
    int put(Deal deal, List<NewOrderLine> lines, NewOrderLine wanted, String base) {
        var given = wanted.withCurrency(Optional.of(deal.partner().currency().getCode()));
        var item = catalog.find(deal.sale(given), given.itemId());
        var more = item.map(found -> anchored(deal, given, found)).orElse(given);
        var line = item.filter(CatalogItem::isLegacy)
                .filter(CatalogItem::isAddOn)
                .map(addOn -> onBase(deal, lines, more, addOn, base))
                .orElse(more);
        for (var at = 0; at < lines.size(); at++) {
            if (lines.get(at).isLike(line)) {
                if (item.filter(CatalogItem::hasFixedQuantity).isEmpty()) {
                    lines.set(at, lines.get(at).withQuantity(lines.get(at).quantity() + line.quantity()));
                }
                return at;
            }
        }
        lines.add(line);
        return lines.size() - 1;
    }

    /** The line of a page with the proposed anchor, which is registered at once: nobody has to know that there is such a step. */
    private NewOrderLine anchored(Deal deal, NewOrderLine given, CatalogItem item) {
        var anchored = Anchors.proposed(given, item, () -> owned(deal));
        if (!anchored.equals(given)) {
            Anchors.idIn(anchored)
                    .ifPresent(anchor -> registrations.register(
                            deal.partner().id(), deal.buyer().id(), anchor));
        }
        return anchored;
    }

    /** The lines with add-ons in the cycle of their bases, and with the price of today where none was shown. */
    List<NewOrderLine> priced(Deal deal, List<NewOrderLine> lines) {
        return lines.stream()
                .map(line -> line.baseLine()
                        .map(base -> line.withBillingCycle(lines.get(base).billingCycle()))
                        .orElse(line))
                .map(line -> line.shownPrice().isPresent() ? line : atPriceOfToday(deal, line))
                .toList();
    }

    /** Refuses with what is wrong with the line among the others; statements are made when it is bought. */
    void require(Deal deal, List<NewOrderLine> lines, int position) {
        var today = lines.stream()
                .map(NewOrderLine::atAnyPrice)
                .map(NewOrderLine::withAttestation)
                .toList();
        if (check.preview(deal, today).get(position) instanceof Bad bad) {
            throw Refusal.of(List.of(bad.problem()));
        }
    }

    private NewOrderLine atPriceOfToday(Deal deal, NewOrderLine line) {
        return catalog.find(deal.sale(line), line.itemId())
                .flatMap(item -> plan(item, line))
                .map(plan -> line.withShownPrice(plan.unitPrice()))
                .orElse(line);
    }

    /** A classic add-on on what it follows: a line of the cart, or else something that the customer owns. */
    private NewOrderLine onBase(Deal deal, List<NewOrderLine> lines, NewOrderLine line, CatalogItem item, String base) {
        for (var at = 0; at < lines.size(); at++) {
            var candidate = lines.get(at);
            if ((base.isEmpty() || base.equals(candidate.itemId())) && follows(deal, item, candidate)) {
                return line.withBaseLine(at).withBillingCycle(candidate.billingCycle());
            }
        }
        return owned(deal).stream()
                .filter(Subscription::isUsable)
                .filter(owned -> item.prerequisites().contains(owned.item().key()))
                .findFirst()
                .map(owned -> line.withParent(owned.id())
                        .withBillingCycle(Optional.of(owned.commitment().billingCycle())))
                .orElse(line);
    }

    private boolean follows(Deal deal, CatalogItem addOn, NewOrderLine candidate) {
        return candidate.baseLine().isEmpty()
                && catalog.find(deal.sale(candidate), candidate.itemId())
                        .filter(found -> addOn.prerequisites().contains(found.key()))
                        .isPresent();
    }

    private List<Subscription> owned(Deal deal) {
        return subscriptions.list(deal.partner().id(), deal.buyer().id());
    }

    private CartLine line(Deal deal, NewOrderLine asked, LineVerdict verdict) {
        var item = catalog.find(deal.sale(asked), asked.itemId());
        var plan = item.flatMap(found -> plan(found, asked));
        var title = item.map(CatalogItem::title)
                .or(() -> catalog.findTitle(deal.sale().market().cloud(), asked.itemId(), deal.at()))
                .orElseGet(() -> new LocalizedText(asked.itemId(), asked.itemId()));
        var previous = asked.shownPrice().filter(seen -> plan.map(Plan::unitPrice)
                .filter(price -> !price.isEqual(seen))
                .isPresent());
        var problem = verdict instanceof Bad bad ? Optional.of(bad.problem()) : Optional.<Problem>empty();
        var price = verdict instanceof Good good ? Optional.of(good.line().price()) : Optional.<LinePrice>empty();
        return new CartLine(asked, title, item, plan, price, previous, problem);
    }

    private static Optional<Plan> plan(CatalogItem item, NewOrderLine asked) {
        if (asked.billingCycle().isEmpty()) {
            return Optional.of(item.plans().getFirst());
        }
        var cycle = asked.billingCycle().get();
        return asked.term().isEmpty() || item.isLegacy()
                ? item.plan(cycle)
                : item.plan(asked.term().get(), cycle);
    }
}
