package oroshi.orders;

import static oroshi.orders.OrderRefusal.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.catalog.Catalog;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;
import oroshi.catalog.NotForSale;
import oroshi.catalog.PurchaseLimit;
import oroshi.catalog.Verdict;
import oroshi.partners.PartnerCredit;
import oroshi.partners.PartnerStatus;

/**
 * Which of the published codes says what is wrong with a purchase. The same rule speaks with one code of classic offers
 * and with another of new commerce, and an order without a cart knows other codes than a checkout.
 */
@Component
class PublishedRefusals {
    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)].*");

    /** What a checkout says of lines that were bad when they were written as well. */
    private static final Set<OrderRefusal> OF_BAD_LINES = EnumSet.of(
            CURRENCY_FOREIGN,
            PREREQUISITE_MISSING,
            ATTESTATION_MISSING,
            END_DATE_INVALID,
            END_DATE_UNALIGNED,
            SCOPE_UNKNOWN,
            ENTITLEMENT_MISSING,
            ENTITLEMENT_NOT_ACTIVE,
            ENTITLEMENT_UNFIT,
            AZURE_PLAN_MISSING,
            AZURE_PLAN_UNKNOWN,
            AZURE_PLAN_OF_RESERVATION,
            RESELLER_INHERITED,
            NOT_IN_SANDBOX,
            SANDBOX_QUOTA,
            SANDBOX_PLANS,
            AZURE_SUBSCRIPTIONS,
            QUANTITY_RANGE,
            QUANTITY_FIXED,
            SEATS_ABOVE_MAXIMUM,
            AZURE_PLAN_FIRST);

    /** What else it says when a line has gone bad since it was written. */
    private static final Set<OrderRefusal> SINCE = EnumSet.of(
            PRODUCT_GONE,
            SKU_GONE,
            AVAILABILITY_GONE,
            ITEM_NOT_FOR_CUSTOMER,
            PRICE_CHANGED,
            ONE_PER_CUSTOMER,
            TRIAL_OF_OWNED,
            OFFERS_PER_CUSTOMER,
            SEATS_EXHAUSTED);

    private final Catalog catalog;
    private final PartnerCredit credit;

    PublishedRefusals(Catalog catalog, PartnerCredit credit) {
        this.catalog = catalog;
        this.credit = credit;
    }

    /** What an order without a cart answers instead of the refusal. */
    Refusal ofOrder(Deal deal, List<NewOrderLine> lines, Refusal refusal) {
        if (!refusal.problems().isEmpty()) {
            return Refusal.of(published(lines, refusal.problems(), (line, reason) -> ofOrder(deal, line, reason)));
        }
        if (refusal.is(PARTNER_SUSPENDED) && deal.partner().status() == PartnerStatus.RESTRICTED) {
            return Refusal.because(ENROLMENT_INACTIVE, "Cloud Solution Provider");
        }
        return ofCredit(deal, refusal);
    }

    /** What a checkout answers instead of a refusal that only the last moment brought. */
    Refusal ofCheckout(Deal deal, List<NewOrderLine> lines, Refusal refusal) {
        return refusal.problems().isEmpty()
                ? ofCredit(deal, refusal)
                : ofCheckout(deal, lines, refusal.problems(), false);
    }

    /**
     * What a checkout answers: what is wrong with the lines when that is the same for all and has a code of its own here,
     * else that something is wrong with them, which the cart says line by line.
     *
     * @param wasSaid whether the buyer heard of a bad line when he last wrote the cart
     */
    Refusal ofCheckout(Deal deal, List<NewOrderLine> lines, List<Problem> problems, boolean wasSaid) {
        var published = published(lines, problems, (line, reason) -> ofCheckout(deal, line, reason));
        var first = published.getFirst();
        var isSame = published.stream()
                .allMatch(problem -> problem.reason().code() == first.reason().code());
        var isPublished = first.reason() instanceof OrderRefusal reason
                && (OF_BAD_LINES.contains(reason) || (!wasSaid && SINCE.contains(reason)));
        return isSame && isPublished
                ? Refusal.because(first.reason(), first.arguments().toArray())
                : Refusal.because(CART_LINES_BAD);
    }

    /** The problems with what is said of their lines instead; those of other modules stay as they are. */
    private static List<Problem> published(
            List<NewOrderLine> lines,
            List<Problem> problems,
            BiFunction<NewOrderLine, OrderRefusal, OrderRefusal> instead) {
        return problems.stream()
                .map(problem -> problem.reason() instanceof OrderRefusal reason
                        ? new Problem(problem.field(), instead.apply(line(lines, problem), reason), problem.arguments())
                        : problem)
                .toList();
    }

    private OrderRefusal ofOrder(Deal deal, NewOrderLine line, OrderRefusal reason) {
        return switch (reason) {
            case OFFER_UNKNOWN -> knowsProduct(deal, line) ? SKU_MISSING : OFFER_UNKNOWN;
            case OFFER_GONE -> refusedFor(deal, line) == NotForSale.NOT_YET ? OFFER_NOT_YET : OFFER_GONE;
            case OFFER_COUNTRY -> ofCountry(deal, line);
            case OFFER_SEGMENT -> isClassic(line) ? TAG_MISSING : OFFER_SEGMENT;
            case OFFER_CYCLE -> CYCLE_NOT_SOLD;
            case SANDBOX_QUOTA -> QUANTITY_IN_SANDBOX;
            case AZURE_SUBSCRIPTIONS -> OFFERS_PER_CUSTOMER;
            case PREREQUISITE_MISSING ->
                ofPrerequisite(deal, line) == AZURE_PLAN_FIRST ? AZURE_PLAN_FIRST : PREREQUISITE_OF_ORDER;
            default -> ofItem(deal, line, reason);
        };
    }

    private OrderRefusal ofCheckout(Deal deal, NewOrderLine line, OrderRefusal reason) {
        return switch (reason) {
            case OFFER_UNKNOWN -> knowsProduct(deal, line) ? SKU_GONE : PRODUCT_GONE;
            case OFFER_GONE, OFFER_COUNTRY -> AVAILABILITY_GONE;
            case OFFER_SEGMENT, OFFER_QUALIFICATION -> ITEM_NOT_FOR_CUSTOMER;
            case PREREQUISITE_MISSING -> ofPrerequisite(deal, line);
            default -> ofItem(deal, line, reason);
        };
    }

    /** What both say with the same code, which depends on the kind of the item. */
    private OrderRefusal ofItem(Deal deal, NewOrderLine line, OrderRefusal reason) {
        return switch (reason) {
            case QUANTITY_RANGE ->
                item(deal, line).map(item -> ofQuantity(item, line)).orElse(reason);
            case ONE_PER_CUSTOMER ->
                item(deal, line)
                        .filter(CatalogItem::isLegacy)
                        .map(PublishedRefusals::ofLimit)
                        .orElse(reason);
            case AZURE_PLAN_UNKNOWN ->
                item(deal, line)
                        .filter(item -> item.kind() == ItemKind.RESERVATION)
                        .map(item -> isSingle(line) ? ANCHOR_NOT_VALID : AZURE_PLAN_OF_RESERVATION)
                        .orElse(reason);
            default -> reason;
        };
    }

    private OrderRefusal ofCountry(Deal deal, NewOrderLine line) {
        if (isUnknownAvailability(deal, line)) {
            return AVAILABILITIES_UNREADABLE;
        }
        return refusedFor(deal, line) == NotForSale.PARTNER_COUNTRY ? PARTNER_COUNTRY_CLOSED : OFFER_COUNTRY;
    }

    /** Whether the SKU is sold to the customer, but not under the name that the line gives its availability. */
    private boolean isUnknownAvailability(Deal deal, NewOrderLine line) {
        var parts = line.itemId().split(":", -1);
        return parts.length == 3
                && catalog.judge(deal.sale(line), parts[0] + ":" + parts[1]) instanceof Verdict.ForSale;
    }

    private OrderRefusal ofPrerequisite(Deal deal, NewOrderLine line) {
        return item(deal, line)
                        .filter(item -> item.kind() == ItemKind.MARKETPLACE)
                        .isPresent()
                ? AZURE_PLAN_FIRST
                : PREREQUISITE_MISSING;
    }

    private static OrderRefusal ofQuantity(CatalogItem item, NewOrderLine line) {
        if (item.kind() == ItemKind.USAGE || item.kind() == ItemKind.SAVINGS_PLAN) {
            return QUANTITY_FIXED;
        }
        return item.isLegacy() && line.quantity() > item.maximumQuantity() ? SEATS_ABOVE_MAXIMUM : QUANTITY_RANGE;
    }

    private static OrderRefusal ofLimit(CatalogItem item) {
        return item.limit().scope() == PurchaseLimit.Scope.LIFETIME ? OFFER_USED_UP : OFFERS_PER_CUSTOMER;
    }

    /** A purchase that is larger than the whole credit line is told from one that the rest of it doesn't cover. */
    private Refusal ofCredit(Deal deal, Refusal refusal) {
        if (!refusal.is(CREDIT_LIMIT)) {
            return refusal;
        }
        var standing = credit.standing(deal.partner().id());
        var used = standing.unpaid().add(standing.unbilled()).subtract(standing.overpaid());
        var missing = ((Money) refusal.arguments().getFirst()).getAmount();
        return missing.compareTo(used) > 0
                ? Refusal.because(CREDIT_LINE, refusal.arguments().toArray())
                : refusal;
    }

    private Optional<CatalogItem> item(Deal deal, NewOrderLine line) {
        return catalog.find(deal.sale(line), line.itemId());
    }

    private NotForSale refusedFor(Deal deal, NewOrderLine line) {
        return catalog.judge(deal.sale(line), line.itemId()) instanceof Verdict.Refused refused
                ? refused.reason()
                : NotForSale.UNKNOWN;
    }

    private boolean knowsProduct(Deal deal, NewOrderLine line) {
        var product = line.itemId().split(":", -1)[0];
        return catalog.knowsProduct(deal.partner().cloud(), product, deal.at());
    }

    private static boolean isClassic(NewOrderLine line) {
        return line.itemId().indexOf(':') < 0;
    }

    private static boolean isSingle(NewOrderLine line) {
        return line.particulars()
                .context(Anchors.SCOPE)
                .filter("single"::equalsIgnoreCase)
                .isPresent();
    }

    private static NewOrderLine line(List<NewOrderLine> lines, Problem problem) {
        var matcher = LINE.matcher(problem.field());
        return lines.get(matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0);
    }
}
