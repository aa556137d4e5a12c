package oroshi.subscriptions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import oroshi.partners.Partner;
import oroshi.rest.Attributes;
import oroshi.rest.Links;

/** The SupportContact resource of the contract. What arrives may lack any member. */
record SupportContactResource(
        @Nullable UUID supportTenantId,
        @Nullable String supportMpnId,
        @Nullable String name,
        @Nullable Links links,
        @Nullable Attributes attributes) {
    static SupportContactResource of(Partner supporter, String address) {
        return new SupportContactResource(
                supporter.id().value(),
                supporter.mpnId(),
                supporter.legalName(),
                Links.self(address),
                Attributes.of("SupportContact"));
    }
}
