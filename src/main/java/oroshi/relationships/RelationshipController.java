package oroshi.relationships;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.partners.Partners;
import oroshi.rest.FieldFilter;
import oroshi.rest.ResourceCollection;
import oroshi.rest.RestRefusal;

/** The partners that a caller works with, a customer's resellers, and the link that invites customers. */
@RestController
class RelationshipController {
    private final Relationships relationships;
    private final Partnerships partnerships;
    private final RelationshipRequests requests;
    private final Partners partners;

    RelationshipController(
            Relationships relationships, Partnerships partnerships, RelationshipRequests requests, Partners partners) {
        this.relationships = relationships;
        this.partnerships = partnerships;
        this.requests = requests;
        this.partners = partners;
    }

    /** A direct-bill partner is told of none, so that a client made for all types of partners goes on. */
    @GetMapping("/v1/relationships")
    @Allows(
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            publicCloudOnly = true)
    ResourceCollection<PartnerRelationshipResource> list(
            Caller caller,
            @RequestParam(name = "relationship_type", required = false) @Nullable String relationshipType,
            @RequestParam(required = false) @Nullable String filter) {
        if (relationshipType == null && filter == null) {
            throw Refusal.of("relationship_type", RestRefusal.MISSING);
        }
        var side = relationshipType == null
                ? ownSide(caller)
                : RelationshipType.parse(relationshipType).side();
        var narrowed = Optional.ofNullable(filter).map(FieldFilter::parse);
        narrowed.ifPresent(NameFilter::check);
        return ResourceCollection.of(related(caller, side).stream()
                .filter(partnership -> narrowed.map(names ->
                                NameFilter.admits(names, partnership.other().legalName()))
                        .orElse(true))
                .map(PartnerRelationshipResource::of)
                .toList());
    }

    @GetMapping("/v1/customers/{customerId}/relationships")
    @Allows(
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = PartnerType.INDIRECT_PROVIDER,
            publicCloudOnly = true)
    ResourceCollection<PartnerRelationshipResource> resellers(Caller caller, @PathVariable CustomerId customerId) {
        return ResourceCollection.of(relationships.get(caller.partnerId(), customerId).reseller().stream()
                .map(partners::get)
                .map(PartnerRelationshipResource::resellerOfCustomer)
                .toList());
    }

    @GetMapping("/v1/customers/relationshiprequests")
    @Allows(roles = {Role.ADMIN_AGENT, Role.SALES_AGENT})
    RelationshipRequestResource request(Caller caller) {
        var link = requests.link(caller.partnerId(), onlyProvider(caller), false);
        var root = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return RelationshipRequestResource.of(root + link.path() + "#/billing/partner-invitation");
    }

    /** A reseller invites together with its provider, when it has just one. */
    private Optional<PartnerId> onlyProvider(Caller caller) {
        var providers = related(caller, Side.RESELLER);
        return providers.size() == 1 ? Optional.of(providers.getFirst().other().id()) : Optional.empty();
    }

    private List<Partnership> related(Caller caller, Side side) {
        return side == Side.PROVIDER
                ? partnerships.resellersOf(caller.partnerId())
                : partnerships.providersOf(caller.partnerId());
    }

    private static Side ownSide(Caller caller) {
        return caller.partnerType() == PartnerType.INDIRECT_RESELLER ? Side.RESELLER : Side.PROVIDER;
    }
}
