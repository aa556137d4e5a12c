package oroshi.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oroshi.basics.SubscriptionId;
import oroshi.rest.Attributes;
import oroshi.rest.Link;

/** The Subscription resource as the contract names and nests it. What a kind of subscription lacks is left out. */
record SubscriptionResource(
        String id,
        String offerId,
        String offerName,
        String friendlyName,
        @Nullable ProductType productType,
        int quantity,
        String unitType,
        @Nullable String parentSubscriptionId,
        boolean hasPurchasableAddons,
        String creationDate,
        String effectiveStartDate,
        String commitmentEndDate,
        @Nullable String commitmentEndDateTime,
        @Nullable String cancellationAllowedUntilDate,
        @Nullable String billingCycleEndDate,
        @Nullable String billingCycleEndDateTime,
        String status,
        boolean autoRenewEnabled,
        @Nullable ScheduledNextTerm scheduledNextTermInstructions,
        @Nullable NextChargeInstructions nextChargeInstructions,
        boolean isTrial,
        String billingType,
        String billingCycle,
        @Nullable String termDuration,
        @Nullable String renewalTermDuration,
        @Nullable List<RefundOption> refundOptions,
        @Nullable RefundableQuantity refundableQuantity,
        @Nullable Boolean isMicrosoftProduct,
        @Nullable List<String> actions,
        @Nullable String partnerId,
        @Nullable Boolean attentionNeeded,
        @Nullable Boolean actionTaken,
        String contractType,
        @Nullable String publisherName,
        @Nullable String promotionId,
        @Nullable String migratedFromSubscriptionId,
        String orderId,
        @Nullable String productOrderId,
        @Nullable List<LineItem> lineItems,
        SubscriptionLinks links,
        Attributes attributes) {
    /** What kind of product it is. */
    record ProductType(
            String id, String displayName, @Nullable ProductType subType) {
        static ProductType of(String id) {
            return new ProductType(id, id, null);
        }

        ProductType under(String subType) {
            return new ProductType(id, displayName, of(subType));
        }
    }

    /** What reserved capacity or a savings plan counts for. */
    record LineItem(
            String id,
            String friendlyName,
            Scope scope,
            boolean autoRenewEnabled,
            String status,
            @Nullable Commitment purchaseCommitment) {
        /** For everything below a plan, or for one Azure subscription. */
        record Scope(
                String type,
                @Nullable String subscriptionId,
                @Nullable String entitlementId) {}

        /** What a savings plan promises; the amount is a text here. */
        record Commitment(String amount, String grain, String currency) {
            static Commitment of(PurchaseCommitment promise) {
                return new Commitment(promise.amount().toPlainString(), promise.grain(), promise.currency());
            }
        }

        static LineItem of(Subscription subscription, Benefit benefit, Reading reading) {
            var scope = new Scope(
                    benefit.isShared() ? "Shared" : "Single",
                    benefit.subscriptionId().orElse(null),
                    benefit.entitlementId().orElse(null));
            return new LineItem(
                    subscription.id().toString(),
                    subscription.name(reading.locale()),
                    scope,
                    subscription.renewsItself(),
                    reading.status(subscription),
                    benefit.commitment().map(Commitment::of).orElse(null));
        }
    }

    /** How much of the money is paid back until when. */
    record RefundOption(String type, String expiresAt) {}

    /** How many seats may still be given back, and until when. */
    record RefundableQuantity(int totalQuantity, List<Batch> details) {
        /** Seats that were bought together. */
        record Batch(int quantity, String allowedUntilDateTime) {}
    }

    /** Where to go from a subscription; each only where it leads somewhere. */
    record SubscriptionLinks(
            @Nullable Link offer,
            @Nullable Link parentSubscription,
            @Nullable Link product,
            @Nullable Link sku,
            @Nullable Link availability,
            @Nullable Link activationLinks,
            Link self) {}

    /** The subscription as it is at the moment, for a reader in a language. */
    static SubscriptionResource of(Subscription subscription, Reading reading) {
        return subscription.item().isLegacy()
                ? ClassicForm.of(subscription, reading)
                : NewCommerceForm.of(subscription, reading);
    }

    /**
     * Who reads, and when.
     *
     * @param isJavaSdk whether the client fails on states that it was not built for, and loses members that are newer
     * @param addOnBases keys of classic offers to which an add-on can be bought
     * @param conversions what those of the subscriptions that are trials turn into by themselves
     * @param predecessors the classic subscriptions that went to new commerce, by what they became
     */
    record Reading(
            Instant at,
            Locale locale,
            boolean isJavaSdk,
            Set<String> addOnBases,
            Map<SubscriptionId, NextTerm> conversions,
            Map<SubscriptionId, SubscriptionId> predecessors) {
        /** What is scheduled for the renewal. */
        Optional<NextTerm> scheduled(Subscription subscription) {
            return subscription.upcoming().nextTerm().or(() -> Optional.ofNullable(conversions.get(subscription.id())));
        }

        /** The classic subscription that this one was before, if there was one. */
        @Nullable
        String predecessor(Subscription subscription) {
            var id = predecessors.get(subscription.id());
            return id == null ? null : id.toString();
        }

        /** The state in a word that the client knows. */
        String status(Subscription subscription) {
            if (!isJavaSdk) {
                return subscription.status().wire();
            }
            return switch (subscription.status()) {
                case SETTING_UP, SET_UP_FAILED, PENDING -> "none";
                case EXPIRED, DISABLED -> SubscriptionStatus.SUSPENDED.wire();
                case ACTIVE, SUSPENDED, DELETED -> subscription.status().wire();
            };
        }
    }
}
