package oroshi.subscriptions;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.Catalog;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Market;
import oroshi.catalog.Sale;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;
import oroshi.rest.ResourceCollection;
import oroshi.subscriptions.SubscriptionResource.Reading;

/** Subscriptions on the wire. A reseller reads those of the provider with which it shares the customer. */
@RestController
class SubscriptionController {
    private static final String CLIENT = "MS-PartnerCenter-Client";

    private final Subscriptions subscriptions;
    private final Relationships relationships;
    private final Partners partners;
    private final Catalog catalog;
    private final Clocks clocks;
    private final Departures departures;

    SubscriptionController(
            Subscriptions subscriptions,
            Relationships relationships,
            Partners partners,
            Catalog catalog,
            Clocks clocks,
            Departures departures) {
        this.subscriptions = subscriptions;
        this.relationships = relationships;
        this.partners = partners;
        this.catalog = catalog;
        this.clocks = clocks;
        this.departures = departures;
    }

    @GetMapping("/v1/customers/{customerId}/subscriptions")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT})
    ResourceCollection<SubscriptionResource> list(
            @PathVariable CustomerId customerId,
            @RequestParam(name = "order_id", required = false) @Nullable String orderId,
            @RequestParam(name = "mpn_id", required = false) @Nullable String mpnId,
            @RequestHeader(name = "X-Locale", required = false) @Nullable String locale,
            @RequestHeader(name = CLIENT, required = false) @Nullable String client,
            Caller caller) {
        var owner = relationships.viewpoint(caller.partnerId(), customerId).owner();
        return PartnerScope.call(owner, () -> {
            var all = subscriptions.list(owner, customerId);
            var asked = ofReseller(caller, ofOrder(all, orderId), mpnId);
            return ResourceCollection.of(resources(owner, asked, locale, client));
        });
    }

    @GetMapping("/v1/customers/{customerId}/subscriptions/{subscriptionId}")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT})
    SubscriptionResource get(
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            @RequestHeader(name = "X-Locale", required = false) @Nullable String locale,
            @RequestHeader(name = CLIENT, required = false) @Nullable String client,
            Caller caller) {
        var owner = relationships.viewpoint(caller.partnerId(), customerId).owner();
        return PartnerScope.call(owner, () -> {
            var subscription = subscriptions.get(owner, customerId, subscriptionId);
            return resources(owner, List.of(subscription), locale, client).getFirst();
        });
    }

    @GetMapping("/v1/customers/{customerId}/subscriptions/{subscriptionId}/addons")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT})
    ResourceCollection<SubscriptionResource> addOns(
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            @RequestHeader(name = "X-Locale", required = false) @Nullable String locale,
            @RequestHeader(name = CLIENT, required = false) @Nullable String client,
            Caller caller) {
        var owner = relationships.viewpoint(caller.partnerId(), customerId).owner();
        return PartnerScope.call(owner, () -> {
            var addOns = subscriptions.addOns(owner, customerId, subscriptionId);
            return ResourceCollection.of(resources(owner, addOns, locale, client));
        });
    }

    @PatchMapping("/v1/customers/{customerId}/subscriptions/{subscriptionId}")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    SubscriptionResource update(
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "X-Locale", required = false) @Nullable String locale,
            @RequestHeader(name = CLIENT, required = false) @Nullable String client,
            @RequestBody SubscriptionPatch body,
            Caller caller) {
        var partnerId = caller.partnerId();
        if (!relationships.viewpoint(partnerId, customerId).mayChange()) {
            throw Refusal.because(SubscriptionRefusal.NOT_ALLOWED);
        }
        var present = subscriptions.get(partnerId, customerId, subscriptionId);
        var reading = reading(partnerId, List.of(present), locale, client);
        var expected = ExpectedVersion.of(ifMatch, body.etag(), present);
        var changed = expected.update(
                body.against(present, reading),
                change -> subscriptions.update(partnerId, customerId, subscriptionId, change));
        return resources(partnerId, List.of(changed), locale, client).getFirst();
    }

    private static List<Subscription> ofOrder(List<Subscription> all, @Nullable String orderId) {
        if (orderId == null || orderId.isBlank()) {
            return all;
        }
        var name = orderId.strip();
        Predicate<Subscription> isOfOrder =
                subscription -> subscription.orderNumber().equalsIgnoreCase(name)
                        || subscription.orderId().toString().equalsIgnoreCase(name);
        var found = all.stream().filter(isOfOrder).toList();
        if (found.isEmpty()) {
            throw Refusal.because(SubscriptionRefusal.ORDER_UNKNOWN, name);
        }
        return found;
    }

    private List<Subscription> ofReseller(Caller caller, List<Subscription> all, @Nullable String mpnId) {
        if (mpnId == null || mpnId.isBlank()) {
            return all;
        }
        var number = mpnId.strip();
        if (!number.chars().allMatch(Character::isDigit)) {
            throw Refusal.because(SubscriptionRefusal.INPUT_INVALID, "mpn_id " + number + " has to be a number");
        }
        if (partners.findByMpnId(caller.cloud(), number).isEmpty()) {
            throw Refusal.because(SubscriptionRefusal.RESELLER_UNKNOWN, number);
        }
        return all.stream()
                .filter(subscription -> subscription.resellerMpnId().equals(Optional.of(number)))
                .toList();
    }

    private List<SubscriptionResource> resources(
            PartnerId owner, List<Subscription> asked, @Nullable String locale, @Nullable String client) {
        var reading = reading(owner, asked, locale, client);
        return asked.stream()
                .map(subscription -> SubscriptionResource.of(subscription, reading))
                .toList();
    }

    private Reading reading(
            PartnerId owner, List<Subscription> asked, @Nullable String locale, @Nullable String client) {
        return new Reading(
                clocks.of(owner).instant(),
                locale == null ? Locale.US : Locale.forLanguageTag(locale),
                client != null && client.contains("Java SDK"),
                addOnBases(owner, asked),
                subscriptions.conversions(asked),
                predecessors(owner, asked));
    }

    /** What those of new commerce were before. */
    private Map<SubscriptionId, SubscriptionId> predecessors(PartnerId owner, List<Subscription> asked) {
        return asked.stream()
                .filter(subscription -> !subscription.item().isLegacy())
                .findFirst()
                .map(one -> departures.predecessors(owner, one.customerId()))
                .orElse(Map.of());
    }

    /** The classic offers among them to which the catalog sells an add-on. */
    private Set<String> addOnBases(PartnerId owner, List<Subscription> asked) {
        var classic = asked.stream()
                .filter(subscription -> subscription.item().isLegacy())
                .findFirst();
        return classic.map(one -> catalog.list(sale(owner, one), Locale.ENGLISH).stream()
                        .filter(item -> item.isLegacy() && item.isAddOn())
                        .map(CatalogItem::prerequisites)
                        .flatMap(List::stream)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private Sale sale(PartnerId owner, Subscription subscription) {
        var partner = partners.get(owner);
        var market = new Market(partner.cloud(), partner.country(), subscription.country(), partner.currency());
        return Sale.commercial(market, clocks.of(owner).instant());
    }
}
