package oroshi.transfers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.partners.Partners;
import oroshi.rest.Attributes;
import oroshi.rest.EnumWord;
import oroshi.rest.Link;
import oroshi.rest.WireTime;
import oroshi.transfers.Transfers.Offer;
import oroshi.transfers.Transfers.OfferedLine;

/** A transfer as the contract writes it. What arrives may lack any member. */
record TransferResource(
        @Nullable String id,
        @Nullable String status,
        @EnumWord @Nullable String transferType,
        @Nullable String createdTime,
        @Nullable String lastModifiedTime,
        @Nullable String completedTime,
        @Nullable String lastModifiedUser,
        @Nullable String customerName,
        @Nullable String customerTenantId,
        @Nullable String partnertenantid,
        @Nullable String sourcePartnerName,
        @Nullable UUID sourcePartnerTenantId,
        @Nullable String targetPartnerName,
        @Nullable UUID targetPartnerTenantId,
        @Nullable List<@Nullable Line> lineItems,
        @Nullable TransferLinks links,
        @Nullable Attributes attributes) {
    /** Where to read it again. */
    record TransferLinks(Link self) {}

    /** A subscription of a transfer. */
    record Line(
            @Nullable Integer id,
            @Nullable String subscriptionId,
            @Nullable String sourceSubscriptionId,
            @Nullable String offerId,
            @Nullable String orderId,
            @Nullable Integer quantity,
            @EnumWord @Nullable String billingCycle,
            @Nullable String friendlyName,
            @Nullable String partnerIdOnRecord,
            @Nullable String transferGroupId,
            @Nullable List<Line> addonItems,
            @Nullable String transferError,
            @Nullable String status) {
        static Line of(TransferLine line) {
            var isDone = line.isDone();
            return new Line(
                    line.number(),
                    isDone ? line.successorId() : line.subscriptionId(),
                    isDone ? line.subscriptionId() : null,
                    line.offerId(),
                    line.orderId(),
                    line.quantity(),
                    line.billingCycle(),
                    line.friendlyName(),
                    line.reseller(),
                    String.valueOf(line.number()),
                    line.addOns().stream().map(Line::of).toList(),
                    line.error(),
                    isDone ? "Complete" : line.error() == null ? null : "Failed");
        }

        OfferedLine toOffered() {
            var reseller =
                    Optional.ofNullable(partnerIdOnRecord).map(String::strip).filter(number -> !number.isEmpty());
            return new OfferedLine(subscription(subscriptionId), reseller);
        }

        private static SubscriptionId subscription(@Nullable String text) {
            return Optional.ofNullable(text)
                    .flatMap(Ids::parse)
                    .map(SubscriptionId::new)
                    .orElseThrow(() -> invalid("subscriptionId " + text + " is no GUID"));
        }
    }

    /** The transfer as the partner reads it. */
    static TransferResource of(Transfer transfer, PartnerId reader, Partners partners) {
        return new TransferResource(
                transfer.id().toString(),
                transfer.status().wire(),
                null,
                WireTime.moment(transfer.createdAt()),
                WireTime.second(transfer.modifiedAt()),
                transfer.completedAt().map(TransferResource::moment).orElse(null),
                transfer.modifiedBy(),
                transfer.customerName().isEmpty() ? null : transfer.customerName(),
                transfer.customerId().toString(),
                reader.toString(),
                partners.get(transfer.sourceId()).legalName(),
                transfer.sourceId().value(),
                partners.get(transfer.targetId()).legalName(),
                transfer.targetId().value(),
                List.copyOf(transfer.lines().stream().map(Line::of).toList()),
                new TransferLinks(Link.get("/customers/" + transfer.customerId() + "/transfers/" + transfer.id())),
                Attributes.of("TransferEntity"));
    }

    private static String moment(Instant moment) {
        return WireTime.moment(moment);
    }

    /** What the losing partner offers; refuses a request of the gaining one. */
    Offer toOffer() {
        if (lineItems == null || lineItems.isEmpty()) {
            throw invalid("lineItems are missing; only the partner that has the subscriptions starts a transfer");
        }
        if (sourcePartnerTenantId == null || targetPartnerTenantId == null) {
            throw invalid("sourcePartnerTenantId and targetPartnerTenantId name both partners");
        }
        return new Offer(
                new PartnerId(sourcePartnerTenantId),
                new PartnerId(targetPartnerTenantId),
                Optional.ofNullable(customerName).map(String::strip).orElse(""),
                lineItems.stream().map(TransferResource::offered).toList());
    }

    private static OfferedLine offered(@Nullable Line line) {
        if (line == null) {
            throw invalid("a line is missing");
        }
        return line.toOffered();
    }

    static Refusal invalid(String what) {
        return Refusal.because(TransferRefusal.INPUT_INVALID, what);
    }
}
