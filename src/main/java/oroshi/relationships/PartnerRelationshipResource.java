package oroshi.relationships;

import org.jspecify.annotations.Nullable;
import oroshi.partners.Partner;
import oroshi.rest.Attributes;

/** The PartnerRelationship resource as the contract names its members: one partner on the other side of a tie. */
record PartnerRelationshipResource(
        String id,
        String name,
        String relationshipType,
        @Nullable String state,
        String mpnId,
        @Nullable String location,
        Attributes attributes) {
    private static final Attributes TYPE = Attributes.of("PartnerRelationship");
    private static final String ACTIVE = "Active";

    /** As the list of partnerships has it. */
    static PartnerRelationshipResource of(Partnership partnership) {
        var other = partnership.other();
        return new PartnerRelationshipResource(
                other.id().toString(),
                other.legalName(),
                RelationshipType.of(partnership.side()).wireName(),
                ACTIVE,
                other.mpnId(),
                other.country(),
                TYPE);
    }

    /** As the list of a customer's resellers has it: without state and location. */
    static PartnerRelationshipResource resellerOfCustomer(Partner reseller) {
        return new PartnerRelationshipResource(
                reseller.id().toString(),
                reseller.legalName(),
                RelationshipType.IS_INDIRECT_CLOUD_SOLUTION_PROVIDER_OF.wireName(),
                null,
                reseller.mpnId(),
                null,
                TYPE);
    }
}
