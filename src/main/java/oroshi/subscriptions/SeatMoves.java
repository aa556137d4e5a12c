package oroshi.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.agreements.Agreements;
import oroshi.agreements.Purchase;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;
import oroshi.partners.Partners;
import oroshi.subscriptions.PurchaseClaim.Counted;

/** More and fewer licences. */
@Component
class SeatMoves {
    private static final String FIELD = "quantity";
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final SubscriptionTable table;
    private final OnSale onSale;
    private final Agreements agreements;
    private final Partners partners;
    private final PurchaseCountTable counts;
    private final List<AssignedLicenses> assigned;

    SeatMoves(
            SubscriptionTable table,
            OnSale onSale,
            Agreements agreements,
            Partners partners,
            PurchaseCountTable counts,
            List<AssignedLicenses> assigned) {
        this.table = table;
        this.onSale = onSale;
        this.agreements = agreements;
        this.partners = partners;
        this.counts = counts;
        this.assigned = assigned;
    }

    /** The subscription with so many licences, or a refusal; a closed agreement gate is the last thing against it. */
    Subscription move(Subscription before, int wanted, Instant now) {
        var item = onSale.find(before, now);
        requireChangeable(before, item, wanted);
        requireRange(before, item, wanted);
        if (wanted < before.quantity()) {
            requireFree(before, wanted, now);
        }
        partners.get(before.partnerId()).requireMayOrder();
        requireAgreement(before);
        return before.withSeats(wanted, batches(before, wanted, now));
    }

    private static void requireChangeable(Subscription before, Optional<CatalogItem> item, int wanted) {
        if (before.item().isTrial()) {
            throw Refusal.of(FIELD, SubscriptionRefusal.QUANTITY_FIXED);
        }
        switch (before.item().kind()) {
            case LICENSE, MARKETPLACE -> requireSold(before, item, wanted);
            case SOFTWARE -> throw Refusal.of(FIELD, ofSoftware(before, wanted));
            case RESERVATION, SAVINGS_PLAN -> throw Refusal.of(FIELD, SubscriptionRefusal.BENEFIT_FIXED);
            case USAGE -> throw Refusal.of(FIELD, SubscriptionRefusal.QUANTITY_OF_ITEM);
        }
    }

    /** Software of a term is under Software Assurance; whoever wants fewer cancels and buys again. */
    private static SubscriptionRefusal ofSoftware(Subscription before, int wanted) {
        return wanted > before.quantity()
                ? SubscriptionRefusal.QUANTITY_UNDER_ASSURANCE
                : SubscriptionRefusal.QUANTITY_FIXED;
    }

    /** More is only sold in a term that is sold. */
    private static void requireSold(Subscription before, Optional<CatalogItem> item, int wanted) {
        if (item.filter(CatalogItem::hasFixedQuantity).isPresent()) {
            throw Refusal.of(FIELD, SubscriptionRefusal.QUANTITY_OF_ITEM);
        }
        if (wanted > before.quantity()
                && item.filter(sold -> isSold(before, sold)).isEmpty()) {
            throw Refusal.of(FIELD, SubscriptionRefusal.TERM_NOT_SOLD);
        }
    }

    private static boolean isSold(Subscription before, CatalogItem item) {
        return item.isLegacy() || item.terms().contains(before.commitment().term());
    }

    /** What is no longer sold keeps what it has: it may only become less. */
    private void requireRange(Subscription before, Optional<CatalogItem> item, int wanted) {
        var least = item.map(CatalogItem::minimumQuantity).orElse(1);
        var offered = item.map(CatalogItem::maximumQuantity).orElse(before.quantity());
        var most = Math.min(offered, quantityOfBase(before).orElse(offered));
        if (wanted < least || wanted > most) {
            throw Refusal.of(FIELD, SubscriptionRefusal.QUANTITY_RANGE, least, most);
        }
    }

    /** An add-on has no more licences than its base. */
    private Optional<Integer> quantityOfBase(Subscription addOn) {
        return addOn.parent()
                .flatMap(base -> table.find(addOn.partnerId(), addOn.customerId(), base))
                .map(Subscription::quantity);
    }

    private void requireFree(Subscription before, int wanted, Instant now) {
        requireRoomForAddOns(before, wanted);
        if (before.item().isLegacy()) {
            requireUnassigned(before, wanted, AssignedLicenses::count);
        }
        if (before.item().kind() == ItemKind.MARKETPLACE) {
            requireOpenWindow(before, now);
        } else if (!before.item().isLegacy()) {
            requireOpenBatches(before, wanted, now);
        }
    }

    /** What others publish gives seats back as long as it can be cancelled. */
    private static void requireOpenWindow(Subscription before, Instant now) {
        CancellationWindow.of(before)
                .filter(window -> !window.isOpen(now))
                .map(window -> Duration.between(before.commitment().startedAt(), window.until()))
                .ifPresent(window -> {
                    throw window.toDays() < 2
                            ? Refusal.of(FIELD, SubscriptionRefusal.REDUCTION_CLOSED_HOURS, window.toHours())
                            : Refusal.of(FIELD, SubscriptionRefusal.REDUCTION_CLOSED_DAYS, window.toDays());
                });
    }

    private static void requireOpenBatches(Subscription before, int wanted, Instant now) {
        var open = before.batches().openSeats(now);
        if (open == 0) {
            throw Refusal.of(FIELD, SubscriptionRefusal.REDUCTION_CLOSED);
        }
        if (before.quantity() - wanted > open) {
            throw Refusal.of(FIELD, SubscriptionRefusal.REDUCTION_TOO_LARGE, open, SeatBatches.DAYS);
        }
    }

    /** A base keeps as many licences as the largest of its add-ons has. */
    private void requireRoomForAddOns(Subscription base, int wanted) {
        var largest = table.listAddOns(base.partnerId(), base.id()).stream()
                .filter(addOn -> addOn.isUsable() || addOn.status() == SubscriptionStatus.SUSPENDED)
                .mapToInt(Subscription::quantity)
                .max()
                .orElse(0);
        if (wanted < largest) {
            throw Refusal.of(FIELD, SubscriptionRefusal.BELOW_ADD_ON, largest);
        }
    }

    private void requireUnassigned(Subscription before, int wanted, Count count) {
        var inUse = assigned.stream()
                .mapToInt(licenses -> count.of(licenses, before.partnerId(), before.customerId(), before))
                .max()
                .orElse(0);
        if (wanted < inUse) {
            throw Refusal.of(FIELD, SubscriptionRefusal.BELOW_ASSIGNED, inUse);
        }
    }

    /** Up or down, a licence change needs the customer's acceptance (J2 2.2). */
    void requireAgreement(Subscription before) {
        var renewsAt = before.commitment()
                .nextTermOn()
                .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))
                .orElse(NEVER);
        var change = new Purchase.LicenseChange(before.commitment().startedAt(), renewsAt);
        agreements.gate(before.partnerId(), before.customerId(), change).require();
    }

    /** Products for small businesses share their maximum among all of a customer's subscriptions: takes what it needs. */
    void takeRoom(Subscription before, Subscription after, Instant now) {
        var more = after.quantity() - before.quantity();
        if (more < 0) {
            if (before.item().isLegacy()) {
                requireUnassigned(before, after.quantity(), AssignedLicenses::hold);
            }
            counts.release(
                    before.partnerId(), before.customerId(), before.item().key(), Counted.SEATS, -more);
            return;
        }
        claim(before, more, now).ifPresent(claim -> {
            if (!counts.claim(before.partnerId(), before.customerId(), List.of(claim))
                    .isEmpty()) {
                throw exhausted(before, claim);
            }
        });
    }

    /** As the other for a look, which takes nothing. */
    void requireRoom(Subscription before, Subscription after, Instant now) {
        claim(before, after.quantity() - before.quantity(), now)
                .filter(claim -> bought(before, claim) + claim.amount() > claim.allowed())
                .ifPresent(claim -> {
                    throw exhausted(before, claim);
                });
    }

    private Optional<PurchaseClaim> claim(Subscription before, int more, Instant now) {
        return more <= 0
                ? Optional.empty()
                : onSale.find(before, now)
                        .filter(CatalogItem::poolsSeats)
                        .map(item ->
                                new PurchaseClaim(before.item().key(), Counted.SEATS, more, item.maximumQuantity()));
    }

    private Refusal exhausted(Subscription before, PurchaseClaim claim) {
        var left = Math.max(0, claim.allowed() - bought(before, claim));
        return Refusal.of(FIELD, SubscriptionRefusal.SEATS_EXHAUSTED, left);
    }

    private int bought(Subscription before, PurchaseClaim claim) {
        return counts.bought(before.partnerId(), before.customerId(), claim.itemKey(), Counted.SEATS);
    }

    /** How to ask for the licences that people have. */
    private interface Count {
        int of(AssignedLicenses licenses, PartnerId partnerId, CustomerId customerId, Subscription subscription);
    }

    private static SeatBatches batches(Subscription before, int wanted, Instant now) {
        if (!before.item().returnsSeats()) {
            return before.batches();
        }
        var more = wanted - before.quantity();
        return more > 0 ? before.batches().plus(more, now) : before.batches().minus(-more, now);
    }
}
