package oroshi.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import oroshi.basics.Problem;
import oroshi.basics.Reason;
import oroshi.basics.Refusal;
import oroshi.orders.CartLineResource.CartError;
import oroshi.orders.CartLineResource.CartError.SeatNumbers;
import oroshi.orders.CartLineResource.Finding;
import oroshi.orders.CartLineResource.PricingResource;
import oroshi.orders.LineVerdict.Good;
import oroshi.relationships.RelationshipRefusal;

/** The lines of a cart as they stand at the moment: priced and grouped, or with what is wrong with them. */
final class CartLines {
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

    List<Problem> problems() {
        return problems;
    }

    /** Refuses a reseller that has not signed the partner agreement, which is not for the buyer to mend. */
    void requireSignedResellers() {
        problems.stream()
                .filter(problem -> problem.reason() == RelationshipRefusal.RESELLER_NO_AGREEMENT)
                .findFirst()
                .ifPresent(problem -> {
                    throw Refusal.because(problem.reason(), problem.arguments().toArray());
                });
    }

    private Finding finding(LineVerdict verdict) {
        if (verdict instanceof Good good) {
            return priced(good.line());
        }
        return failed(((LineVerdict.Bad) verdict).problem());
    }

    private Finding priced(PricedLine line) {
        var term = line.item().isLegacy()
                ? null
                : WireWords.said(line.plan().term().wire());
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
            case CURRENCY_FOREIGN -> 10_000;
            case OFFER_UNKNOWN, OFFER_GONE, OFFER_COUNTRY, OFFER_SEGMENT, OFFER_QUALIFICATION -> 10_001;
            case ONE_PER_CUSTOMER, TRIAL_OF_OWNED, AZURE_SUBSCRIPTIONS -> 10_002;
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
            case SANDBOX_QUOTA, SANDBOX_PLANS, NOT_IN_SANDBOX -> 10_009;
            case ATTESTATION_MISSING -> 10_012;
            case OFFER_CYCLE -> 10_013;
            case PROMOTION_INVALID -> 10_014;
            case SEATS_EXHAUSTED -> 10_015;
            case END_DATE_PRODUCT -> 10_016;
            case END_DATE_INVALID, END_DATE_UNALIGNED -> 10_017;
            case ADD_ON_EXCEEDS_BASE -> 10_018;
            case PREREQUISITE_MISSING -> 400_041;
            default -> 10_006;
        };
    }
}
