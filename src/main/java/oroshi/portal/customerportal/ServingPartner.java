package oroshi.portal.customerportal;

import java.util.Optional;
import oroshi.partners.Partner;
import oroshi.relationships.TenantRelationship;

/** One partner that serves the customer, with the name of the provider behind a reseller. */
public record ServingPartner(TenantRelationship relationship, Partner partner, Optional<String> provider) {}
