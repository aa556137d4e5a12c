package oroshi.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import oroshi.basics.Problem;
import oroshi.basics.Reason;
import oroshi.basics.Refusal;
import oroshi.orders.CartLineResource.CartError;
import oroshi.orders.CartLineResource.CartError.SeatNumbers;
import oroshi.orders.CartLineResource.Finding;
import oroshi.orders.CartLineResource.PricingResource;
import oroshi.orders.LineVerdict.Good;

/** The lines of a cart as they stand at the moment: priced and grouped, or with what is wrong with them. */
final class CartLines {
    private static final int PREREQUISITE_MISSING = 400_041;
    private static final int CURRENCY_NOT_SUPPORTED = 10_000;
    private static final int ATTESTATION_NOT_ACCEPTED = 10_012;
    private static final int INVALID_END_DATE = 10_017;
    private static final Set<Integer> CODES_OF_CHECKOUT =
            Set.of(CURRENCY_NOT_SUPPORTED, PREREQUISITE_MISSING, ATTESTATION_NOT_ACCEPTED, INVALID_END_DATE);

    private final Deal deal;
    private final Function<PricedLine, LinePrice> prices;
    private final List<CartLineResource> shown = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<CartError> errors = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private CartLines(Deal deal, Function<PricedLine, LinePrice> prices) {
        this.deal = deal;
        this.prices = prices;
    }

    /**
     * The lines with what the verdicts say of them.
     *
     * @param verdicts one for each line, each base's followed by those of its add-ons
     * @param prices what a good line costs
     */
    static CartLines of(
            Deal deal, CartContent content, List<LineVerdict> verdicts, Function<PricedLine, LinePrice> prices) {
        var lines = new CartLines(deal, prices);
        var position = 0;
        for (var line : content.lines()) {
            var base = lines.finding(verdicts.get(position++));
            var addons = new ArrayList<CartLineResource>();
            for (var addon : line.addons()) {
                addons.add(addon.shown(lines.finding(verdicts.get(position++)), List.of()));
            }
            lines.shown.add(line.shown(base, addons));
        }
        return lines;
    }

    List<CartLineResource> shown() {
        return shown;
    }

    boolean haveErrors() {
        return !errors.isEmpty();
    }

    /**
     * The refusal of a checkout: what is wrong with the lines when that is the same for all and has a code of its own,
     * else that something is wrong with them.
     */
    Refusal refusal() {
        var codes = errors.stream().map(CartError::errorCode).distinct().toList();
        return problems.stream()
                .filter(problem -> codes.size() == 1 && CODES_OF_CHECKOUT.contains(codes.getFirst()))
                .findFirst()
                .map(problem ->
                        Refusal.because(problem.reason(), problem.arguments().toArray()))
                .orElseGet(() -> Refusal.because(OrderRefusal.CART_LINES_BAD));
    }

    private Finding finding(LineVerdict verdict) {
        if (verdict instanceof Good good) {
            return priced(good.line());
        }
        return failed(((LineVerdict.Bad) verdict).problem());
    }

    private Finding priced(PricedLine line) {
        var term = line.item().isLegacy() ? null : line.plan().term().wire();
        return new Finding(
                line.item().currency().getCode(),
                line.plan().billingCycle().wire(),
                term,
                group(line.group()),
                PricingResource.of(prices.apply(line)),
                null);
    }

    private Finding failed(Problem problem) {
        var error = error(problem);
        problems.add(problem);
        errors.add(error);
        return new Finding(deal.partner().currency().getCode(), null, null, group(""), null, error);
    }

    private String group(String name) {
        var known = name.isEmpty() ? groups.stream().findFirst().orElse("") : name;
        if (!known.isEmpty() && !groups.contains(known)) {
            groups.add(known);
        }
        return String.valueOf(Math.max(0, groups.indexOf(known)));
    }

    private static CartError error(Problem problem) {
        var seats = problem.reason() == OrderRefusal.SEATS_EXHAUSTED
                ? new SeatNumbers((Integer) problem.arguments().get(2), (Integer)
                        problem.arguments().get(0))
                : null;
        return new CartError(code(problem.reason()), problem.description(), seats);
    }

    private static int code(Reason reason) {
        if (!(reason instanceof OrderRefusal refusal)) {
            return 10_010; // a reseller that may not be named
        }
        return switch (refusal) {
            case CURRENCY_FOREIGN -> CURRENCY_NOT_SUPPORTED;
            case OFFER_UNKNOWN, OFFER_GONE, OFFER_COUNTRY, OFFER_SEGMENT, OFFER_QUALIFICATION -> 10_001;
            case ONE_PER_CUSTOMER, TRIAL_OF_OWNED -> 10_002;
            case RESELLER_NOT_TAKEN -> 10_004;
            case AZURE_PLAN_UNKNOWN, NO_AZURE_SUBSCRIPTION, ANCHOR_NOT_ACTIVE, ENTITLEMENT_NOT_ACTIVE -> 10_007;
            case ANCHOR_UNFIT, ENTITLEMENT_UNFIT -> 10_008;
            case NOT_REGISTERED -> 10_011;
            case SCOPE_UNKNOWN,
                    ENTITLEMENT_MISSING,
                    AZURE_PLAN_MISSING,
                    RENEWAL_NOT_OFFERED,
                    COMMITMENT_NOT_TAKEN,
                    COMMITMENT_MISSING,
                    COMMITMENT_GRAIN,
                    COMMITMENT_AMOUNT,
                    RESELLER_INHERITED,
                    RESELLERS_TOO_MANY,
                    RESELLERS_ELSEWHERE -> 10_010;
            case QUANTITY_RANGE, BASE_NOT_FOUND, RESELLER_STATEMENT_MISSING, INPUT_INVALID -> 10_010;
            case ATTESTATION_MISSING -> ATTESTATION_NOT_ACCEPTED;
            case OFFER_CYCLE -> 10_013;
            case PROMOTION_INVALID -> 10_014;
            case SEATS_EXHAUSTED -> 10_015;
            case END_DATE_PRODUCT -> 10_016;
            case END_DATE_INVALID, END_DATE_UNALIGNED -> INVALID_END_DATE;
            case ADD_ON_EXCEEDS_BASE -> 10_018;
            case PREREQUISITE_MISSING -> PREREQUISITE_MISSING;
            default -> 10_006;
        };
    }
}
