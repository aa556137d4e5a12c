package oroshi.access.tokens;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.stereotype.Component;
import oroshi.access.Accounts;
import oroshi.basics.TenantId;

/** The tenant that a request to the authority names in its path, and whether an application may work there. */
@Component
class Tenants {
    private static final Set<String> OPEN = Set.of("common", "organizations");

    private final Accounts accounts;
    private final RegisteredApplications applications;
    private final ConsentTable consents;

    Tenants(Accounts accounts, RegisteredApplications applications, ConsentTable consents) {
        this.accounts = accounts;
        this.applications = applications;
        this.consents = consents;
    }

    /** The tenant in the path; empty when the path leaves it to whoever signs in. */
    Optional<TenantId> present() {
        var named = Protocol.presentTenant();
        if (OPEN.contains(named)) {
            return Optional.empty();
        }
        return Optional.of(accounts.findTenant(named).orElseThrow(() -> AuthorityError.TENANT_UNKNOWN.with(named)));
    }

    /** Where an application alone works: in its own tenant, or in one whose admin consented. */
    TenantId requireForApplication(OAuth2ClientAuthenticationToken client) {
        var application = application(client);
        var tenantId = present().or(application::owner).orElseThrow(() -> AuthorityError.TENANT_UNKNOWN.with("common"));
        if (application.belongsTo(tenantId)) {
            return tenantId;
        }
        if (!application.multiTenant()) {
            throw AuthorityError.CLIENT_UNKNOWN.with();
        }
        if (!consents.isGrantedToEverybody(application.id(), tenantId)) {
            throw AuthorityError.CONSENT_NEEDED.with();
        }
        return tenantId;
    }

    /** Refuses when people of the tenant may not use the application, or the path names another tenant. */
    void requireForPerson(UUID applicationId, TenantId tenantId) {
        var application = applications.find(applicationId).orElseThrow(AuthorityError.CLIENT_UNKNOWN::with);
        if (!application.belongsTo(tenantId) && !application.multiTenant()) {
            throw AuthorityError.CLIENT_UNKNOWN.with();
        }
        if (present().filter(named -> !named.equals(tenantId)).isPresent()) {
            throw AuthorityError.PERSON_GONE.with();
        }
    }

    private Application application(OAuth2ClientAuthenticationToken client) {
        return applications
                .find(UUID.fromString(String.valueOf(client.getPrincipal())))
                .orElseThrow(AuthorityError.CLIENT_UNKNOWN::with);
    }
}
