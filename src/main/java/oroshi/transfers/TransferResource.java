package oroshi.transfers;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
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
import oroshi.transfers.TransferRequests.NewRequest;
import oroshi.transfers.Transfers.Offer;
import oroshi.transfers.Transfers.OfferedLine;

/** A transfer as the contract writes it. What arrives may lack any member. */
record TransferResource(
        @Nullable String id,
        @Nullable String status,
        @EnumWord @JsonRawValue @Nullable String transferType,
        @Nullable String customerEmailId,
        @Nullable List<@Nullable String> targetProductTypes,
        @Nullable String partnerOnRecord,
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
        @Nullable String targetPartnerEmailId,
        @Nullable List<@Nullable Line> lineItems,
        @Nullable TransferLinks links,
        @Nullable Attributes attributes) {
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

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
        var asked = transfer.asked();
        return new TransferResource(
                transfer.id().toString(),
                transfer.status().wire(),
                asked.map(one -> String.valueOf(one.type().number())).orElse(null),
                asked.map(Asked::customerEmail).orElse(null),
                asked.map(TransferResource::kinds).orElse(null),
                asked.flatMap(Asked::reseller).orElse(null),
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
                asked.flatMap(Asked::targetEmail).orElse(null),
                List.copyOf(transfer.lines().stream().map(Line::of).toList()),
                new TransferLinks(Link.get("/customers/" + transfer.customerId() + "/transfers/" + transfer.id())),
                Attributes.of("TransferEntity"));
    }

    private static String moment(Instant moment) {
        return WireTime.moment(moment);
    }

    private static @Nullable List<@Nullable String> kinds(Asked asked) {
        return asked.kinds().isEmpty()
                ? null
                : List.copyOf(
                        asked.kinds().stream().sorted().map(ProductKind::wire).toList());
    }

    /** Whether the losing partner begins it: only that one knows what there is. */
    boolean isOffer() {
        return lineItems != null && !lineItems.isEmpty();
    }

    /** The subscriptions that the losing partner chose; refuses none. */
    List<SubscriptionId> toChosen() {
        if (lineItems == null || lineItems.isEmpty()) {
            throw invalid("lineItems name no subscription");
        }
        return lineItems.stream()
                .map(TransferResource::offered)
                .map(OfferedLine::subscriptionId)
                .toList();
    }

    /** What the gaining partner asks for. */
    NewRequest toRequest(PartnerId caller) {
        var type = said(transferType).orElseThrow(() -> invalid("lineItems or transferType is missing"));
        var known = TransferType.find(type).orElseThrow(() -> invalid("transferType " + type + " is not supported"));
        if (sourcePartnerTenantId == null) {
            throw Refusal.because(TransferRefusal.SOURCE_MISSING);
        }
        if (targetPartnerTenantId != null && !targetPartnerTenantId.equals(caller.value())) {
            throw invalid("targetPartnerTenantId is not the caller, which asks for subscriptions");
        }
        return new NewRequest(
                new PartnerId(sourcePartnerTenantId),
                said(customerName).orElse(""),
                new Asked(
                        known,
                        address("customerEmailId", customerEmailId)
                                .orElseThrow(() -> invalid("customerEmailId is missing")),
                        wanted(known),
                        said(partnerOnRecord),
                        address("targetPartnerEmailId", targetPartnerEmailId)));
    }

    private Set<ProductKind> wanted(TransferType type) {
        var wanted = EnumSet.noneOf(ProductKind.class);
        for (var word : targetProductTypes == null ? List.<@Nullable String>of() : targetProductTypes) {
            wanted.add(said(word)
                    .flatMap(ProductKind::find)
                    .filter(type.kinds()::contains)
                    .orElseThrow(() -> invalid("targetProductTypes may not name " + word)));
        }
        return wanted;
    }

    private static Optional<String> address(String member, @Nullable String text) {
        return said(text).map(address -> {
            if (!ADDRESS.matcher(address).matches()) {
                throw invalid(member + " is no e-mail address");
            }
            return address;
        });
    }

    private static Optional<String> said(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(word -> !word.isEmpty());
    }

    /** What the losing partner offers. */
    Offer toOffer() {
        if (lineItems == null || lineItems.isEmpty()) {
            throw invalid("lineItems are missing");
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
