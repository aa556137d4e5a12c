package oroshi.subscriptions;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.ItemKind;
import oroshi.catalog.Term;
import oroshi.rest.Attributes;
import oroshi.rest.EnumWord;
import oroshi.rest.RestRefusal;

/**
 * A subscription as a client sends it back: the whole resource with the wished changes, of which everything else is
 * ignored. Of quantity and status, zero and {@code none} stand for nothing; a renewal that is left out is off, and what was
 * arranged for later and is left out is taken back.
 */
public record SubscriptionPatch(
        @Nullable String friendlyName,
        @Nullable Integer quantity,
        @Nullable String status,
        @Nullable Boolean autoRenewEnabled,
        @Nullable String partnerId,
        @EnumWord @Nullable String billingCycle,
        @Nullable String termDuration,
        @Nullable ScheduledNextTerm scheduledNextTermInstructions,
        @Nullable NextChargeInstructions nextChargeInstructions,
        @Nullable Attributes attributes) {
    private static final String KNOWN = "active, suspended, deleted, expired, pending, disabled";

    /** The version that the client saw, if it says so in the body. */
    Optional<String> etag() {
        return Optional.ofNullable(attributes).map(Attributes::etag).filter(etag -> !etag.isBlank());
    }

    /** What differs from the subscription as a reader of the language sees it. */
    public SubscriptionChange against(Subscription present, Locale language) {
        return against(
                present,
                new SubscriptionResource.Reading(Instant.EPOCH, language, false, Set.of(), Map.of(), Map.of()));
    }

    /** What differs from the subscription as this client reads it. */
    SubscriptionChange against(Subscription present, SubscriptionResource.Reading reading) {
        return new SubscriptionChange(
                Optional.empty(),
                Optional.ofNullable(friendlyName).filter(name -> !name.equals(present.name(reading.locale()))),
                Optional.ofNullable(quantity).filter(seats -> seats != 0),
                status(present, reading),
                renewsItself(present),
                Optional.ofNullable(partnerId),
                plan(present, reading));
    }

    private Optional<SubscriptionStatus> status(Subscription present, SubscriptionResource.Reading reading) {
        if (status == null || isNothing(status)) {
            return Optional.empty();
        }
        if (status.strip().equalsIgnoreCase(reading.status(present))) {
            // What is deleted stays so, and whoever asks for more hears it (400 and 2011).
            return Optional.of(present.status()).filter(SubscriptionStatus.DELETED::equals);
        }
        return switch (status.strip().toLowerCase(Locale.ROOT)) {
            case "active" -> Optional.of(SubscriptionStatus.ACTIVE);
            case "suspended" -> Optional.of(SubscriptionStatus.SUSPENDED);
            case "deleted" -> Optional.of(SubscriptionStatus.DELETED);
            case "pending" -> throw Refusal.of("status", again(present));
            case "expired", "disabled" -> throw Refusal.of("status", SubscriptionRefusal.STATUS_NOT_POSSIBLE);
            default -> throw Refusal.because(RestRefusal.UNKNOWN_ENUM, status, KNOWN);
        };
    }

    /** Nothing waits for its activation a second time. */
    private static SubscriptionRefusal again(Subscription present) {
        return present.item().kind() == ItemKind.MARKETPLACE
                ? SubscriptionRefusal.ACTIVATED_BEFORE
                : SubscriptionRefusal.STATUS_NOT_POSSIBLE;
    }

    /** Classic licences renew as they do; whatever has no term does not renew. */
    private Optional<Boolean> renewsItself(Subscription present) {
        return Alteration.isClassic(present) || present.commitment().lastDay().isEmpty()
                ? Optional.empty()
                : Optional.of(Boolean.TRUE.equals(autoRenewEnabled));
    }

    private PlanChange plan(Subscription present, SubscriptionResource.Reading reading) {
        if (!present.item().isLegacy()) {
            return new PlanChange(term(), nextCycle(present, reading), nextTerm(present, reading));
        }
        cycle().filter(wanted -> wanted != present.commitment().billingCycle()).ifPresent(wanted -> {
            throw Refusal.of("billingCycle", SubscriptionRefusal.CYCLE_ON_ORDER);
        });
        return nextTerm(present, reading)
                .flatMap(NextTermWish::terms)
                .map(NextTermWish::of)
                .map(PlanChange::atRenewal)
                .orElse(PlanChange.NOTHING);
    }

    /**
     * The cycle from the next charge on. The one that stands in the resource is the present one until then; the
     * instructions say that the other is still wanted, or they are older than the charge that carried them out.
     */
    private Optional<BillingCycle> nextCycle(Subscription present, SubscriptionResource.Reading reading) {
        var paid = present.commitment().billingCycle();
        var sent =
                nextChargeInstructions == null ? Optional.<BillingCycle>empty() : nextChargeInstructions.billingCycle();
        if (sent.filter(cycle -> cycle == paid).isPresent()) {
            return Optional.empty();
        }
        var other = cycle().filter(wanted -> wanted != paid);
        var isKept = nextChargeInstructions != null || keepsSilently(present, reading);
        return other.isPresent() || isKept ? other : Optional.of(paid);
    }

    /** What the client reads as scheduled, it may send back; it takes it back by leaving it out. */
    private Optional<NextTermWish> nextTerm(Subscription present, SubscriptionResource.Reading reading) {
        var wish = scheduledNextTermInstructions == null
                ? NextTermWish.NOTHING
                : new NextTermWish(scheduledNextTermInstructions.toNextTerm());
        var isRead = !wish.differsFrom(reading.scheduled(present));
        var isKept = wish.terms().isEmpty() && keepsSilently(present, reading);
        return isRead || isKept ? Optional.empty() : Optional.of(wish);
    }

    /** The Java SDK does not know these members, and so can't send them back. */
    private boolean keepsSilently(Subscription present, SubscriptionResource.Reading reading) {
        return reading.isJavaSdk() && Boolean.valueOf(present.renewsItself()).equals(autoRenewEnabled);
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

    /** Words that clients send for a value they do not have. */
    private static boolean isNothing(String word) {
        return word.isBlank()
                || word.strip().equalsIgnoreCase("none")
                || word.strip().equals("0")
                || word.strip().equalsIgnoreCase("unknown");
    }
}
