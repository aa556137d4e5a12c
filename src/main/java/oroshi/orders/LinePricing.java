package oroshi.orders;

import static oroshi.orders.OrderRefusal.ATTESTATION_MISSING;
import static oroshi.orders.OrderRefusal.OFFER_COUNTRY;
import static oroshi.orders.OrderRefusal.OFFER_CYCLE;
import static oroshi.orders.OrderRefusal.OFFER_GONE;
import static oroshi.orders.OrderRefusal.OFFER_QUALIFICATION;
import static oroshi.orders.OrderRefusal.OFFER_SEGMENT;
import static oroshi.orders.OrderRefusal.OFFER_UNKNOWN;
import static oroshi.orders.OrderRefusal.PRICE_CHANGED;
import static oroshi.orders.OrderRefusal.QUANTITY_RANGE;
import static oroshi.orders.OrderRefusal.RENEWAL_NOT_OFFERED;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Component;
import oroshi.basics.Problem;
import oroshi.catalog.Catalog;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;
import oroshi.catalog.LocalizedText;
import oroshi.catalog.NotForSale;
import oroshi.catalog.Plan;
import oroshi.catalog.Term;
import oroshi.catalog.Verdict;
import oroshi.orders.LineVerdict.Bad;
import oroshi.orders.LineVerdict.Good;

/** What can be said about a line alone: whether the catalog sells it, in this cycle, so many of it, at that price. */
@Component
class LinePricing {
    private final Catalog catalog;

    LinePricing(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A verdict for each line, in their order. */
    List<LineVerdict> judge(Deal deal, List<NewOrderLine> lines) {
        var found = found(deal, lines);
        return IntStream.range(0, lines.size())
                .mapToObj(position -> Optional.ofNullable(found.get(position))
                        .map(verdict -> judge(deal, position, lines, verdict))
                        .orElseGet(() -> foreign(deal, position, lines.get(position))))
                .toList();
    }

    /** What the catalog says of the lines by their positions, each in its currency; nothing where that is a foreign one. */
    private Map<Integer, Verdict> found(Deal deal, List<NewOrderLine> lines) {
        var positions = new LinkedHashMap<CurrencyUnit, List<Integer>>();
        for (var position = 0; position < lines.size(); position++) {
            var here = position;
            deal.currencyOf(lines.get(position)).ifPresent(currency -> positions
                    .computeIfAbsent(currency, one -> new ArrayList<>())
                    .add(here));
        }
        var found = new HashMap<Integer, Verdict>();
        positions.forEach((currency, those) -> {
            var names = those.stream().map(at -> lines.get(at).itemId()).toList();
            var verdicts = catalog.judge(deal.sale(currency), names);
            for (var at = 0; at < those.size(); at++) {
                found.put(those.get(at), verdicts.get(at));
            }
        });
        return found;
    }

    private static LineVerdict foreign(Deal deal, int position, NewOrderLine asked) {
        return bad(
                position,
                ".currencyCode",
                OrderRefusal.CURRENCY_FOREIGN,
                deal.currencies(),
                asked.currency().orElse(""));
    }

    private static LineVerdict judge(Deal deal, int position, List<NewOrderLine> lines, Verdict verdict) {
        if (verdict instanceof Verdict.ForSale forSale) {
            return priced(deal, position, lines, forSale);
        }
        var refused = (Verdict.Refused) verdict;
        return refused(deal, position, refused.reason(), refused.title());
    }

    private static LineVerdict priced(Deal deal, int position, List<NewOrderLine> lines, Verdict.ForSale forSale) {
        var asked = lines.get(position);
        var item = forSale.item();
        var plan = plan(item, asked, lines);
        if (plan.isEmpty()) {
            return bad(position, ".billingCycle", OFFER_CYCLE, item.title());
        }
        // The maximum of a pooled product counts what is owned already; the count of purchases keeps it.
        var most = item.poolsSeats() ? Integer.MAX_VALUE : item.maximumQuantity();
        if (asked.quantity() < item.minimumQuantity() || asked.quantity() > most) {
            return bad(position, ".quantity", QUANTITY_RANGE, item.minimumQuantity(), item.maximumQuantity());
        }
        if (item.needsAttestation() && !asked.attested()) {
            return bad(position, ".attestationAccepted", ATTESTATION_MISSING, item.title());
        }
        var unfit = Commitments.obstacle(position, asked, item).or(() -> unfit(position, asked, item));
        if (unfit.isPresent()) {
            return unfit.get();
        }
        var shown = asked.shownPrice();
        var price = plan.get().unitPrice();
        if (shown.isPresent() && !shown.get().isEqual(price)) {
            return bad(position, "", PRICE_CHANGED, item.title(), shown.get(), price);
        }
        var promised = asked.particulars().commitment().map(promise -> promise.priced(plan.get(), deal.day()));
        return new Good(
                PricedLine.of(position, asked, item, promised.orElse(plan.get()), deal.day(), forSale.promotions()));
    }

    /** What the line says that means nothing for the item. */
    private static Optional<Bad> unfit(int position, NewOrderLine asked, CatalogItem item) {
        return asked.particulars()
                .renewsTo()
                .filter(term -> !mayRenewInto(term, item))
                .map(term -> bad(position, ".renewsTo", RENEWAL_NOT_OFFERED, item.title(), term.wire()));
    }

    /** Software and services of third parties may renew into another term that they are sold for. */
    private static boolean mayRenewInto(Term term, CatalogItem item) {
        return switch (item.kind()) {
            case SOFTWARE, MARKETPLACE -> item.terms().contains(term) && !term.isUnlimited();
            case LICENSE, USAGE, RESERVATION, SAVINGS_PLAN -> false;
        };
    }

    /** The plan that was asked for; a classic add-on takes over the cycle of its base when none was. */
    private static Optional<Plan> plan(CatalogItem item, NewOrderLine asked, List<NewOrderLine> lines) {
        if (item.kind() == ItemKind.USAGE && !item.isLegacy()) {
            return item.plans().stream().findFirst(); // an Azure plan has one way to pay, whichever is named
        }
        var cycle = asked.billingCycle().or(() -> asked.baseLine()
                .filter(base -> base >= 0 && base < lines.size())
                .flatMap(base -> lines.get(base).billingCycle()));
        if (cycle.isEmpty()) {
            return asked.term().isEmpty()
                    ? Optional.of(item.plans().getFirst())
                    : item.plans().stream()
                            .filter(plan -> isOf(plan, asked.term().get()))
                            .findFirst();
        }
        return asked.term().isEmpty() || item.isLegacy()
                ? item.plan(cycle.get())
                : item.plan(asked.term().get(), cycle.get());
    }

    private static boolean isOf(Plan plan, Term term) {
        return plan.term().equals(term);
    }

    private static LineVerdict refused(Deal deal, int position, NotForSale reason, LocalizedText title) {
        return switch (reason) {
            case UNKNOWN -> bad(position, "", OFFER_UNKNOWN, title);
            case PARTNER_COUNTRY ->
                bad(position, "", OFFER_COUNTRY, title, deal.partner().country());
            case CUSTOMER_COUNTRY ->
                bad(position, "", OFFER_COUNTRY, title, deal.buyer().country());
            case ENDED, NOT_YET -> bad(position, "", OFFER_GONE, title);
            case SEGMENT -> bad(position, "", OFFER_SEGMENT, title);
            case PARTNER_QUALIFICATION -> bad(position, "", OFFER_QUALIFICATION, title);
        };
    }

    static Bad bad(int position, String member, OrderRefusal reason, Object... arguments) {
        return new Bad(Problem.of("lines[" + position + "]" + member, reason, arguments));
    }
}
