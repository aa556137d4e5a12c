package oroshi.orders;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.catalog.ItemKind;
import oroshi.relationships.Relationships;
import oroshi.rest.Link;
import oroshi.rest.ResourceCollection;
import oroshi.rest.RestRefusal;
import oroshi.rest.WireTime;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.subscriptions.Subscriptions;

/** What customers may use through a partner without running it: software, and capacity that is reserved. */
@RestController
class EntitlementController {
    private static final String SOFTWARE = "software";
    private static final String RESERVATION = "reservedinstance";

    /** The word of old clients, which expect it back. */
    private static final String OLD_RESERVATION = "virtualmachinereservedinstance";

    private final Orders orders;
    private final Subscriptions subscriptions;
    private final Relationships relationships;

    EntitlementController(Orders orders, Subscriptions subscriptions, Relationships relationships) {
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.relationships = relationships;
    }

    @GetMapping("/v1/customers/{customerId}/entitlements")
    @Allows(
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<EntitlementResource> list(
            @PathVariable CustomerId customerId,
            @RequestParam(required = false) @Nullable String entitlementType,
            @RequestParam(required = false) @Nullable String showExpiry,
            Caller caller) {
        relationships.viewpoint(caller.partnerId(), customerId);
        var wanted = entitlementType == null ? "" : entitlementType.strip().toLowerCase(Locale.ROOT);
        var asked = new Asked(wanted, isYes(showExpiry));
        var found = orders.list(caller.partnerId(), customerId).stream()
                .filter(order -> !order.isLegacy())
                .flatMap(order -> order.lines().stream().flatMap(line -> entitlement(order, line, asked).stream()))
                .toList();
        return ResourceCollection.of(found);
    }

    @GetMapping(
            "/v1/customers/{customerId}/artifacts/{artifactType}/groups/{groupId}/lineitems/{artifactLineItemId}/resource/{resourceId}")
    @Allows(
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ReservationArtifact artifact(
            @PathVariable CustomerId customerId,
            @PathVariable String artifactType,
            @PathVariable String groupId,
            @PathVariable String artifactLineItemId,
            @PathVariable String resourceId,
            Caller caller) {
        relationships.viewpoint(caller.partnerId(), customerId);
        var type = artifactType.toLowerCase(Locale.ROOT);
        if (!type.equals(RESERVATION) && !type.equals(OLD_RESERVATION)) {
            throw Refusal.because(RestRefusal.NOT_FOUND);
        }
        var reservation = subscriptions.list(caller.partnerId(), customerId).stream()
                .filter(one -> one.item().kind() == ItemKind.RESERVATION)
                .filter(one -> one.orderNumber().equalsIgnoreCase(groupId))
                .filter(one -> one.id().toString().equalsIgnoreCase(artifactLineItemId)
                        && one.id().toString().equalsIgnoreCase(resourceId))
                .filter(one -> one.status() != SubscriptionStatus.DELETED)
                .map(Reservation::of)
                .findFirst()
                .orElseThrow(() -> Refusal.because(RestRefusal.NOT_FOUND));
        return ReservationArtifact.of(type, reservation);
    }

    private static boolean isYes(@Nullable String word) {
        var said = word == null || word.isBlank() ? "false" : word.strip().toLowerCase(Locale.ROOT);
        return switch (said) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.because(OrderRefusal.INPUT_INVALID, "showExpiry is true or false");
        };
    }

    private Optional<EntitlementResource> entitlement(Order order, OrderLine line, Asked asked) {
        var subscription =
                line.subscriptionId().flatMap(id -> subscriptions.find(order.partnerId(), order.customerId(), id));
        var kind = subscription.map(found -> found.item().kind()).orElse(ItemKind.SOFTWARE);
        return switch (kind) {
            case SOFTWARE ->
                asked.wants(SOFTWARE)
                        ? Optional.of(EntitlementResource.of(order, line, SOFTWARE, subscription, asked))
                        : Optional.empty();
            case RESERVATION ->
                asked.wants(RESERVATION) || asked.wants(OLD_RESERVATION)
                        ? Optional.of(
                                EntitlementResource.of(order, line, asked.wordOfReservations(), subscription, asked))
                        : Optional.empty();
            case LICENSE, USAGE, SAVINGS_PLAN, MARKETPLACE -> Optional.empty();
        };
    }

    /** What a caller wants to see of it. */
    record Asked(String type, boolean withExpiry) {
        boolean wants(String other) {
            return type.isEmpty() || type.equals(other);
        }

        String wordOfReservations() {
            return type.equals(OLD_RESERVATION) ? OLD_RESERVATION : RESERVATION;
        }
    }

    /** Something that a customer may use. */
    record EntitlementResource(
            List<EntitlementResource> includedEntitlements,
            ReferenceOrder referenceOrder,
            String productId,
            @Nullable String skuId,
            int quantity,
            List<QuantityDetail> quantityDetails,
            List<EntitledArtifact> entitledArtifacts,
            String entitlementType,
            @Nullable String expiryDate) {
        static EntitlementResource of(
                Order order, OrderLine line, String type, Optional<Subscription> subscription, Asked asked) {
            var parts = line.itemId().split(":", -1);
            var status = line.state().wire();
            var isThere = line.state() == LineState.FULFILLED;
            var artifacts = Stream.of(type)
                    .filter(word -> isThere && !word.equals(SOFTWARE))
                    .flatMap(word -> subscription.stream().map(found -> EntitledArtifact.of(order, word, found)))
                    .toList();
            var expiry = subscription
                    .flatMap(found -> found.commitment().nextTermOn())
                    .filter(day -> asked.withExpiry());
            return new EntitlementResource(
                    List.of(),
                    new ReferenceOrder(order.number(), String.valueOf(line.number()), order.number()),
                    parts[0],
                    parts.length > 1 ? parts[1] : null,
                    isThere ? line.remaining() : 0,
                    List.of(new QuantityDetail(line.quantity(), status)),
                    artifacts,
                    type,
                    expiry.map(WireTime::startOf).orElse(null));
        }
    }

    /** The order that brought it; its line as a text. */
    record ReferenceOrder(String id, String lineItemId, String alternateId) {}

    /** How many have come how far. */
    record QuantityDetail(int quantity, String status) {}

    /** Where to read what was reserved. */
    record EntitledArtifact(String artifactType, String resourceId, Link link, Map<String, Object> dynamicAttributes) {
        static EntitledArtifact of(Order order, String type, Subscription reservation) {
            var path = "/customers/%s/artifacts/%s/groups/%s/lineitems/%s/resource/%s"
                    .formatted(order.customerId(), type, order.number(), reservation.id(), reservation.id());
            return new EntitledArtifact(
                    type, reservation.id().toString(), Link.get(path), Map.of("reservationType", "virtualmachines"));
        }
    }

    /** What was reserved, under the name that the caller's word for it has. */
    record ReservationArtifact(
            String type,
            @Nullable List<Reservation> reservations,
            @Nullable List<Reservation> virtualMachineReservations) {
        static ReservationArtifact of(String type, Reservation reservation) {
            var all = List.of(reservation);
            return type.equals(OLD_RESERVATION)
                    ? new ReservationArtifact(type, null, all)
                    : new ReservationArtifact(type, all, null);
        }
    }

    /** Capacity that is reserved for a term. */
    record Reservation(
            String reservationId,
            String scopeType,
            String displayName,
            @Nullable List<String> appliedScopes,
            int quantity,
            @Nullable String expiryDateTime,
            String effectiveDateTime,
            String provisioningState) {
        static Reservation of(Subscription subscription) {
            var single = subscription.benefit().filter(benefit -> !benefit.isShared());
            return new Reservation(
                    subscription.id().toString(),
                    single.isPresent() ? "Single" : "Shared",
                    subscription.friendlyName(),
                    single.flatMap(benefit -> benefit.subscriptionId())
                            .map(List::of)
                            .orElse(null),
                    subscription.quantity(),
                    subscription
                            .commitment()
                            .nextTermOn()
                            .map(WireTime::startOf)
                            .orElse(null),
                    WireTime.moment(subscription.commitment().startedAt()),
                    state(subscription.status()));
        }

        private static String state(SubscriptionStatus status) {
            return switch (status) {
                case SETTING_UP, PENDING -> "Creating";
                case SET_UP_FAILED -> "Failed";
                case ACTIVE, SUSPENDED -> "Created";
                case EXPIRED, DISABLED, DELETED -> "Expired";
            };
        }
    }
}
