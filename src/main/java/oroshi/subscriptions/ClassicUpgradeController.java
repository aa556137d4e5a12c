package oroshi.subscriptions;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.relationships.Relationships;
import oroshi.rest.ResourceCollection;

/** Upgrades of classic subscriptions and conversions of classic trials on the wire. */
@RestController
class ClassicUpgradeController {
    private static final String PATH = "/v1/customers/{customerId}/subscriptions/{subscriptionId}";

    private final ClassicUpgrades upgrades;
    private final Transitions transitions;
    private final Subscriptions subscriptions;
    private final Relationships relationships;

    ClassicUpgradeController(
            ClassicUpgrades upgrades,
            Transitions transitions,
            Subscriptions subscriptions,
            Relationships relationships) {
        this.upgrades = upgrades;
        this.transitions = transitions;
        this.subscriptions = subscriptions;
        this.relationships = relationships;
    }

    /** Each target comes twice. A subscription of new commerce has none here. */
    @GetMapping(PATH + "/upgrades")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<UpgradeResource> listUpgrades(
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            @RequestHeader(name = "X-Locale", required = false) @Nullable String locale,
            Caller caller) {
        var source = source(caller, customerId, subscriptionId);
        var reader = locale == null ? Locale.US : Locale.forLanguageTag(locale);
        return ResourceCollection.of(transitions.targets(caller.partnerId(), customerId, subscriptionId, false).stream()
                .filter(target -> source.item().isLegacy())
                .filter(target -> !source.item().isTrial())
                .flatMap(target -> Arrays.stream(TransitionType.values())
                        .map(type -> UpgradeResource.of(source, target, type, reader)))
                .toList());
    }

    @PostMapping(PATH + "/upgrades")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    UpgradeResource.Result createUpgrade(
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            @RequestBody UpgradeResource body,
            Caller caller) {
        var source = source(caller, customerId, subscriptionId);
        var type = body.requiredType();
        var outcome =
                upgrades.upgrade(caller.partnerId(), customerId, subscriptionId, body.requiredTarget(), body.seats());
        return UpgradeResource.Result.of(source, type, outcome);
    }

    @GetMapping(PATH + "/conversions")
    @Allows(
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<ConversionResource> listConversions(
            @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId, Caller caller) {
        var trial = source(caller, customerId, subscriptionId);
        return ResourceCollection.of(upgrades.conversions(caller.partnerId(), customerId, subscriptionId).stream()
                .map(target -> ConversionResource.of(trial, target))
                .toList());
    }

    @PostMapping(PATH + "/conversions")
    @Allows(
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ConversionResource.Result convert(
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            @RequestBody ConversionResource body,
            Caller caller) {
        var trial = source(caller, customerId, subscriptionId);
        var target = body.requiredTarget();
        var outcome = upgrades.convert(
                caller.partnerId(), customerId, subscriptionId, target, body.seats(trial), body.cycle());
        return switch (outcome) {
            case UpgradeOutcome.Possible possible ->
                ConversionResource.Result.of(trial, possible.plan().item().id(), null);
            case UpgradeOutcome.Impossible impossible ->
                ConversionResource.Result.of(
                        trial,
                        target,
                        ConversionResource.Problem.of(impossible.errors().getFirst()));
        };
    }

    private Subscription source(Caller caller, CustomerId customerId, SubscriptionId subscriptionId) {
        if (!relationships.viewpoint(caller.partnerId(), customerId).mayChange()) {
            throw Refusal.because(SubscriptionRefusal.NOT_ALLOWED);
        }
        return subscriptions.get(caller.partnerId(), customerId, subscriptionId);
    }
}
