package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.catalog.ItemKind;
import oroshi.partners.Partners;

/** Applies a change by the rules of the subscription's kind, or refuses it with the first rule that it breaks. */
@Component
class Alteration {
    private static final int LONGEST_NICKNAME = 512;

    private final SeatMoves seats;
    private final StatusMoves statuses;
    private final TermMoves terms;
    private final Schedules schedules;
    private final ResellerOfRecord resellers;
    private final Partners partners;
    private final DepartureTable departures;

    Alteration(
            SeatMoves seats,
            StatusMoves statuses,
            TermMoves terms,
            Schedules schedules,
            ResellerOfRecord resellers,
            Partners partners,
            DepartureTable departures) {
        this.seats = seats;
        this.statuses = statuses;
        this.terms = terms;
        this.schedules = schedules;
        this.resellers = resellers;
        this.partners = partners;
        this.departures = departures;
    }

    /** The subscription as it will be; the same when nothing differs. */
    Subscription apply(Subscription before, SubscriptionChange wish, Instant now) {
        var change = wish.against(before);
        if (change.isEmpty()) {
            return before;
        }
        requireStaying(before);
        StateRules.require(before, change, LocalDate.ofInstant(now, ZoneOffset.UTC));
        var named = change.friendlyName().map(name -> renamed(before, name)).orElse(before);
        var sold = change.reseller().map(mpnId -> soldBy(named, mpnId)).orElse(named);
        var moved = change.status().map(next -> statuses.move(sold, next, now)).orElseGet(() -> change.renewsItself()
                .map(renews -> renewing(sold, renews))
                .orElse(sold));
        var seated =
                change.quantity().map(wanted -> seats.move(moved, wanted, now)).orElse(moved);
        return planned(withoutStale(seated), change.plan(), now);
    }

    /** What was scheduled for the renewal was meant for a subscription that renews. */
    private static Subscription withoutStale(Subscription after) {
        if (after.status() == SubscriptionStatus.DELETED) {
            return after.with(Upcoming.NOTHING);
        }
        return after.status() == SubscriptionStatus.ACTIVE && after.renewsItself()
                ? after
                : after.with(after.upcoming().with(Optional.empty()));
    }

    private Subscription planned(Subscription before, PlanChange plan, Instant now) {
        var paid = plan.changesNow() ? terms.move(before, plan, now) : before;
        return plan.nextTerm()
                .map(wish ->
                        paid.with(paid.upcoming().with(wish.terms().map(wanted -> schedules.require(paid, wanted)))))
                .orElse(paid);
    }

    /** Whatever leaves is suspended or deleted first. */
    private void requireStaying(Subscription before) {
        if (before.status() == SubscriptionStatus.SUSPENDED && departures.exists(before.partnerId(), before.id())) {
            throw Refusal.because(SubscriptionRefusal.DEPARTED);
        }
    }

    private static Subscription renamed(Subscription before, String name) {
        if (name.codePointCount(0, name.length()) > LONGEST_NICKNAME) {
            throw Refusal.of("friendlyName", SubscriptionRefusal.NICKNAME_TOO_LONG, LONGEST_NICKNAME);
        }
        return before.withFriendlyName(name);
    }

    private Subscription soldBy(Subscription before, String mpnId) {
        if (partners.get(before.partnerId()).type() != PartnerType.INDIRECT_PROVIDER) {
            throw Refusal.of("partnerId", SubscriptionRefusal.RESELLER_NOT_TAKEN);
        }
        if (!mpnId.isEmpty()) {
            require(before, mpnId);
        }
        return before.withReseller(Optional.of(mpnId).filter(number -> !number.isEmpty()));
    }

    private void require(Subscription before, String mpnId) {
        try {
            resellers.require(before.partnerId(), mpnId, before.country());
        } catch (Refusal refusal) {
            throw refusal.is(SubscriptionRefusal.RESELLER_UNKNOWN)
                    ? Refusal.of("partnerId", SubscriptionRefusal.RESELLER_NOT_VALID, mpnId)
                    : Refusal.of(
                            "partnerId", refusal.reason(), refusal.arguments().toArray());
        }
    }

    private static Subscription renewing(Subscription before, boolean renews) {
        var isFixed = isClassic(before)
                || before.item().kind().isBenefit()
                || before.commitment().lastDay().isEmpty();
        if (isFixed) {
            throw Refusal.of("autoRenewEnabled", SubscriptionRefusal.RENEWAL_FIXED);
        }
        return before.with(before.standing().renewing(renews));
    }

    /** Classic licences of the operator renew always, or as trials never; what others publish may be stopped. */
    static boolean isClassic(Subscription subscription) {
        return subscription.item().isLegacy() && subscription.item().kind() != ItemKind.MARKETPLACE;
    }
}
