package oroshi.orders;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.rest.EnumWord;
import oroshi.rest.RestRefusal;
import oroshi.rest.WireTime;
import oroshi.subscriptions.PurchaseCommitment;

/** A line of a cart as the contract names and nests it. What arrives may lack any member. */
record CartLineResource(
        @Nullable Integer id,
        @Nullable String catalogItemId,
        @Nullable String friendlyName,
        @Nullable Integer quantity,
        @Nullable String currencyCode,
        @EnumWord @Nullable String billingCycle,
        @Nullable String termDuration,
        @Nullable List<Participant> participants,
        @Nullable Map<String, String> provisioningContext,
        @Nullable String orderGroup,
        @Nullable List<CartLineResource> addonItems,
        @Nullable RenewsTo renewsTo,
        @Nullable String promotionId,
        @Nullable String customTermEndDate,
        @Nullable Boolean attestationAccepted,
        @Nullable Commitment purchaseCommitment,
        @Nullable PricingResource pricing,
        @Nullable CartError error) {
    /** Who takes part in the sale beside the partner. */
    record Participant(
            @EnumWord @Nullable String key, @Nullable String value) {
        static final String RESELLER = "transaction_reseller";
        static final String FURTHER_RESELLER = "additional_transaction_reseller";
        static final String CONSUMPTION_RESELLER = "consumption_reseller";
        private static final List<String> ORDINALS = List.of("", RESELLER, CONSUMPTION_RESELLER, FURTHER_RESELLER);

        /** The participant with its key as the contract spells it; refuses an unknown key. */
        Participant read() {
            var folded = folded(String.valueOf(key));
            return ORDINALS.stream()
                    .filter(known -> !known.isEmpty())
                    .filter(known -> folded(known).equals(folded)
                            || String.valueOf(ORDINALS.indexOf(known)).equals(folded))
                    .findFirst()
                    .map(known -> new Participant(known, value))
                    .orElseThrow(() -> Refusal.because(
                            RestRefusal.UNKNOWN_ENUM,
                            String.valueOf(key),
                            String.join(", ", ORDINALS.subList(1, ORDINALS.size()))));
        }

        private static String folded(String word) {
            return word.replace("_", "").toLowerCase(Locale.ROOT);
        }
    }

    /** The term after a free trial, or the next term of software. */
    record RenewsTo(@Nullable String termDuration) {}

    /** What a savings plan commits to. */
    record Commitment(
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String grain) {
        static Commitment of(PurchaseCommitment commitment) {
            return new Commitment(commitment.amount(), commitment.currency(), commitment.grain());
        }

        PurchaseCommitment toCommitment() {
            if (amount == null || currency == null || grain == null) {
                throw Refusal.because(
                        OrderRefusal.INPUT_INVALID, "purchaseCommitment needs amount, currency and grain");
            }
            return new PurchaseCommitment(amount, currency, grain);
        }
    }

    /** Prices before tax: of one unit at each charge, and of the line over its term. */
    record PricingResource(
            BigDecimal listPrice,
            BigDecimal discountedPrice,
            BigDecimal proratedPrice,
            BigDecimal price,
            BigDecimal extendedPrice) {
        static PricingResource of(LinePrice price) {
            return of(price, price.total());
        }

        /** The prices of a unit, with another total. */
        static PricingResource of(LinePrice price, Money total) {
            return new PricingResource(
                    price.list().getAmount(),
                    price.unit().getAmount(),
                    price.first().getAmount(),
                    price.first().getAmount(),
                    total.getAmount());
        }

        /** The price of one unit as somebody saw it. */
        static PricingResource seen(Money unitPrice) {
            var price = unitPrice.getAmount();
            return new PricingResource(price, price, price, price, price);
        }
    }

    /** What is wrong with a line; the number is what clients read. */
    record CartError(
            int errorCode,
            String errorDescription,
            @Nullable SeatNumbers additionalInformation) {
        /** How many seats are left, and how many were asked for. */
        record SeatNumbers(int availableQuantity, int purchasedQuantity) {}
    }

    List<Participant> takingPart() {
        return WireWords.whole("participants", participants);
    }

    List<CartLineResource> addons() {
        return WireWords.whole("addonItems", addonItems);
    }

    /** The values of all participants with the key. */
    List<String> participants(String wanted) {
        return takingPart().stream()
                .filter(participant -> wanted.equals(participant.key()))
                .map(participant ->
                        participant.value() == null ? "" : participant.value().strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** What the line says beyond item, quantity and plan; refuses what cannot be read. */
    Particulars particulars() {
        return new Particulars(
                WireWords.day(customTermEndDate),
                WireWords.context(provisioningContext),
                renewsTo == null ? Optional.empty() : WireWords.term(renewsTo.termDuration()),
                purchaseCommitment == null ? Optional.empty() : Optional.of(purchaseCommitment.toCommitment()));
    }

    /** A line of a page, with the price that its reader saw. */
    static CartLineResource of(int position, NewOrderLine line, List<CartLineResource> addons) {
        var resellers = new ArrayList<Participant>();
        line.resellerMpnId().ifPresent(mpnId -> resellers.add(new Participant(Participant.RESELLER, mpnId)));
        line.additionalResellers()
                .forEach(mpnId -> resellers.add(new Participant(Participant.FURTHER_RESELLER, mpnId)));
        return new CartLineResource(
                position,
                line.itemId(),
                line.friendlyName().orElse(null),
                line.quantity(),
                line.currency()
                        .or(() -> line.shownPrice()
                                .map(price -> price.getCurrencyUnit().getCode()))
                        .orElse(null),
                line.billingCycle().map(BillingCycle::wire).orElse(null),
                line.term().map(Term::wire).orElse(null),
                resellers.isEmpty() ? null : resellers,
                context(line),
                null,
                addons.isEmpty() ? null : addons,
                line.particulars()
                        .renewsTo()
                        .map(term -> new RenewsTo(term.wire()))
                        .orElse(null),
                line.promotionId().orElse(null),
                line.particulars().lastDay().map(WireTime::startOf).orElse(null),
                line.attested() ? true : null,
                line.particulars().commitment().map(Commitment::of).orElse(null),
                line.shownPrice().map(PricingResource::seen).orElse(null),
                null);
    }

    private static @Nullable Map<String, String> context(NewOrderLine line) {
        var context = new LinkedHashMap<>(line.particulars().provisioningContext());
        line.parent().ifPresent(parent -> context.put("parentSubscriptionId", parent.toString()));
        return context.isEmpty() ? null : context;
    }

    /** The price of one unit that a page showed; lines of the API have none. */
    Optional<Money> seenPrice() {
        return pricing == null || currencyCode == null
                ? Optional.empty()
                : Optional.of(Money.of(CurrencyUnit.of(currencyCode), pricing.listPrice()));
    }

    /** The line as it is kept: what the buyer says, without what the server adds; what is null or blank was not said. */
    CartLineResource asked(int position) {
        var read = takingPart().stream()
                .map(Participant::read)
                .filter(participant -> WireWords.said(participant.value()) != null)
                .toList();
        var addons = addons();
        var context = WireWords.context(provisioningContext);
        var said = particulars();
        return new CartLineResource(
                position,
                catalogItemId == null ? "" : catalogItemId,
                WireWords.said(friendlyName),
                quantity,
                WireWords.said(currencyCode),
                WireWords.said(billingCycle),
                WireWords.said(termDuration),
                read.isEmpty() ? null : read,
                context.isEmpty() ? null : context,
                null,
                addons.isEmpty()
                        ? null
                        : IntStream.range(0, addons.size())
                                .mapToObj(addon -> addons.get(addon).asked(addon))
                                .toList(),
                said.renewsTo().isPresent() ? renewsTo : null,
                WireWords.said(promotionId),
                said.lastDay().isPresent() ? customTermEndDate : null,
                attestationAccepted,
                purchaseCommitment,
                null,
                null);
    }

    /** The line with what the server has found out about it. */
    CartLineResource shown(Finding finding, List<CartLineResource> addons) {
        return new CartLineResource(
                id,
                catalogItemId,
                friendlyName,
                quantity,
                currencyCode == null ? finding.currencyCode() : currencyCode,
                finding.billingCycle() == null ? billingCycle : finding.billingCycle(),
                finding.termDuration() == null ? termDuration : finding.termDuration(),
                participants,
                provisioningContext == null && finding.error() == null ? Map.of() : provisioningContext,
                finding.orderGroup(),
                addons.isEmpty() ? null : addons,
                renewsTo,
                promotionId,
                customTermEndDate,
                attestationAccepted,
                purchaseCommitment,
                finding.pricing(),
                finding.error());
    }

    /** The line with the errors that it, and its add-ons, had for the buyer. */
    CartLineResource withErrorsOf(CartLineResource shown) {
        var addons = addons();
        var others = shown.addons();
        return with(
                participants,
                addons.isEmpty()
                        ? null
                        : IntStream.range(0, addons.size())
                                .mapToObj(at -> addons.get(at).withErrorsOf(others.get(at)))
                                .toList(),
                shown.error());
    }

    /** The line with no participants but the resellers that every client knows. */
    CartLineResource withKnownParticipants() {
        var known = takingPart().stream()
                .filter(participant -> Participant.RESELLER.equals(participant.key()))
                .toList();
        return with(known.isEmpty() ? null : known, addonItems, error);
    }

    private CartLineResource with(
            @Nullable List<Participant> newParticipants,
            @Nullable List<CartLineResource> newAddons,
            @Nullable CartError newError) {
        return new CartLineResource(
                id,
                catalogItemId,
                friendlyName,
                quantity,
                currencyCode,
                billingCycle,
                termDuration,
                newParticipants,
                provisioningContext,
                orderGroup,
                newAddons,
                renewsTo,
                promotionId,
                customTermEndDate,
                attestationAccepted,
                purchaseCommitment,
                pricing,
                newError);
    }

    /** What the server adds to a line: its price and group, or its error. */
    record Finding(
            String currencyCode,
            @Nullable String billingCycle,
            @Nullable String termDuration,
            String orderGroup,
            @Nullable PricingResource pricing,
            @Nullable CartError error) {}
}
