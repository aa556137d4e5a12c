package oroshi.relationships;

import oroshi.directory.NewTenant;
import oroshi.directory.NewUser;
import oroshi.partners.LegalProfile;

/** What a sandbox provider says about the reseller it wants. The id of the tenant becomes the reseller's. */
record NewSandboxReseller(String mpnId, NewTenant tenant, NewUser admin, LegalProfile legal, String language) {}
