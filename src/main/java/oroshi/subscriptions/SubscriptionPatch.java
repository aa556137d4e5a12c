package oroshi.subscriptions;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.rest.Attributes;
import oroshi.rest.EnumWord;
import oroshi.rest.RestRefusal;
import tools.jackson.databind.JsonNode;

/**
 * A subscription as a client sends it back: the whole resource with the wished changes, of which everything else is
 * ignored. Of quantity and status, zero and {@code none} stand for nothing; a renewal that is left out is off.
 */
public record SubscriptionPatch(
        @Nullable String friendlyName,
        @Nullable Integer quantity,
        @Nullable String status,
        @Nullable Boolean autoRenewEnabled,
        @Nullable String partnerId,
        @EnumWord @Nullable String billingCycle,
        @Nullable String termDuration,
        @Nullable JsonNode scheduledNextTermInstructions,
        @Nullable JsonNode nextChargeInstructions,
        @Nullable Attributes attributes) {
    private static final String KNOWN = "active, suspended, deleted, expired, pending, disabled";

    /** The version that the client saw, if it says so in the body. */
    Optional<String> etag() {
        return Optional.ofNullable(attributes).map(Attributes::etag).filter(etag -> !etag.isBlank());
    }

    /** What differs from the subscription as a reader of the language sees it. */
    public SubscriptionChange against(Subscription present, Locale language) {
        return against(present, new SubscriptionResource.Reading(Instant.EPOCH, language, false, Set.of()));
    }

    /** What differs from the subscription as this client reads it. */
    SubscriptionChange against(Subscription present, SubscriptionResource.Reading reading) {
        requireNoOtherPlan(present);
        return new SubscriptionChange(
                Optional.empty(),
                Optional.ofNullable(friendlyName).filter(name -> !name.equals(present.name(reading.locale()))),
                Optional.ofNullable(quantity).filter(seats -> seats != 0),
                status(present, reading),
                renewsItself(present),
                Optional.ofNullable(partnerId));
    }

    private Optional<SubscriptionStatus> status(Subscription present, SubscriptionResource.Reading reading) {
        if (status == null || isNothing(status) || status.strip().equalsIgnoreCase(reading.status(present))) {
            return Optional.empty();
        }
        return switch (status.strip().toLowerCase(Locale.ROOT)) {
            case "active" -> Optional.of(SubscriptionStatus.ACTIVE);
            case "suspended" -> Optional.of(SubscriptionStatus.SUSPENDED);
            case "deleted" -> Optional.of(SubscriptionStatus.DELETED);
            case "expired", "pending", "disabled" ->
                throw Refusal.of("status", SubscriptionRefusal.STATUS_NOT_POSSIBLE);
            default -> throw Refusal.because(RestRefusal.UNKNOWN_ENUM, status, KNOWN);
        };
    }

    /** Classic licences renew as they do; whatever has no term does not renew. */
    private Optional<Boolean> renewsItself(Subscription present) {
        return Alteration.isClassic(present) || present.commitment().lastDay().isEmpty()
                ? Optional.empty()
                : Optional.of(Boolean.TRUE.equals(autoRenewEnabled));
    }

    private void requireNoOtherPlan(Subscription present) {
        var commitment = present.commitment();
        if (isGiven(scheduledNextTermInstructions)) {
            throw Refusal.of(
                    "scheduledNextTermInstructions",
                    SubscriptionRefusal.NOT_SUPPORTED,
                    "scheduledNextTermInstructions");
        }
        if (isGiven(nextChargeInstructions)) {
            throw Refusal.of("nextChargeInstructions", SubscriptionRefusal.NOT_SUPPORTED, "nextChargeInstructions");
        }
        var cycle = cycle().filter(wanted -> wanted != commitment.billingCycle());
        if (present.item().isLegacy()) {
            cycle.ifPresent(wanted -> {
                throw Refusal.of("billingCycle", SubscriptionRefusal.CYCLE_ON_ORDER);
            });
            return;
        }
        var wantedTerm = term().filter(wanted -> !wanted.equals(commitment.term()));
        wantedTerm.ifPresent(wanted -> refuseTerm(present, wanted));
        cycle.ifPresent(wanted -> refuseCycle(commitment, wanted));
    }

    private static void refuseTerm(Subscription present, Term wanted) {
        if (present.item().isTrial()) {
            throw Refusal.of("termDuration", SubscriptionRefusal.TERM_OF_TRIAL);
        }
        throw wanted.months() < present.commitment().term().months()
                ? Refusal.of("termDuration", SubscriptionRefusal.TERM_SHORTER)
                : Refusal.of("termDuration", SubscriptionRefusal.NOT_SUPPORTED, "A longer term");
    }

    private static void refuseCycle(Commitment commitment, BillingCycle wanted) {
        if (wanted.months() > commitment.term().months()) {
            throw Refusal.of("billingCycle", SubscriptionRefusal.CYCLE_TOO_LONG);
        }
        throw Refusal.of("billingCycle", SubscriptionRefusal.CYCLE_FIXED);
    }

    private Optional<BillingCycle> cycle() {
        if (billingCycle == null || isNothing(billingCycle)) {
            return Optional.empty();
        }
        return Optional.of(BillingCycle.find(billingCycle)
                        .orElseThrow(() -> Refusal.of("billingCycle", SubscriptionRefusal.CYCLE_UNKNOWN, billingCycle)))
                .filter(cycle -> cycle != BillingCycle.NONE);
    }

    private Optional<Term> term() {
        if (termDuration == null || termDuration.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Term.find(termDuration)
                .orElseThrow(() -> Refusal.of("termDuration", SubscriptionRefusal.TERM_UNKNOWN, termDuration)));
    }

    private static boolean isGiven(@Nullable JsonNode node) {
        return node != null && !node.isNull() && !node.isMissingNode();
    }

    /** Words that clients send for a value they do not have. */
    private static boolean isNothing(String word) {
        return word.isBlank()
                || word.strip().equalsIgnoreCase("none")
                || word.strip().equals("0")
                || word.strip().equalsIgnoreCase("unknown");
    }
}
