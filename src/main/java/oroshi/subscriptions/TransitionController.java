package oroshi.subscriptions;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.relationships.Relationships;
import oroshi.rest.ResourceCollection;
import oroshi.rest.RestRefusal;

/** Upgrades of subscriptions of new commerce on the wire. */
@RestController
class TransitionController {
    private static final String PATH = "/v1/customers/{customerId}/subscriptions/{subscriptionId}";

    private final Transitions transitions;
    private final Subscriptions subscriptions;
    private final Relationships relationships;

    TransitionController(Transitions transitions, Subscriptions subscriptions, Relationships relationships) {
        this.transitions = transitions;
        this.subscriptions = subscriptions;
        this.relationships = relationships;
    }

    @GetMapping(PATH + "/transitionEligibilities")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<TransitionEligibilityResource> eligibilities(
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            @RequestParam(required = false) @Nullable String eligibilityType,
            @RequestHeader(name = "X-Locale", required = false) @Nullable String locale,
            Caller caller) {
        requireSeller(caller, customerId);
        var source = subscriptions.get(caller.partnerId(), customerId, subscriptionId);
        var reader = locale == null ? Locale.US : Locale.forLanguageTag(locale);
        var targets = transitions.targets(caller.partnerId(), customerId, subscriptionId, isScheduled(eligibilityType));
        return ResourceCollection.of(targets.stream()
                .map(target -> TransitionEligibilityResource.of(source, target, reader))
                .toList());
    }

    @GetMapping(PATH + "/transitions")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<TransitionResource> list(
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            @RequestParam(required = false) @Nullable String operationId,
            Caller caller) {
        requireSeller(caller, customerId);
        var made = transitions.list(caller.partnerId(), customerId, subscriptionId);
        return ResourceCollection.of(
                named(made, operationId).stream().map(TransitionResource::of).toList());
    }

    @PostMapping(PATH + "/transitions")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    TransitionResource create(
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            @RequestBody TransitionResource body,
            Caller caller) {
        requireSeller(caller, customerId);
        var source = subscriptions.get(caller.partnerId(), customerId, subscriptionId);
        return body.answered(
                transitions.create(caller.partnerId(), customerId, subscriptionId, body.toTransition(source)));
    }

    private void requireSeller(Caller caller, CustomerId customerId) {
        if (!relationships.viewpoint(caller.partnerId(), customerId).mayChange()) {
            throw Refusal.because(SubscriptionRefusal.NOT_ALLOWED);
        }
    }

    private static boolean isScheduled(@Nullable String eligibilityType) {
        var word =
                eligibilityType == null ? "immediate" : eligibilityType.strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "immediate", "" -> false;
            case "scheduled" -> true;
            default -> throw Refusal.because(RestRefusal.UNKNOWN_ENUM, word, "immediate, scheduled");
        };
    }

    private static List<Transition> named(List<Transition> made, @Nullable String operationId) {
        if (operationId == null || operationId.isBlank()) {
            return made;
        }
        UUID id = Ids.parse(operationId)
                .orElseThrow(
                        () -> Refusal.of("operationId", TransitionRefusal.MALFORMED, operationId + " is no GUID."));
        return made.stream().filter(transition -> transition.id().equals(id)).toList();
    }
}
