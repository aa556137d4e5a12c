package oroshi.access.tokens;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.stereotype.Component;
import oroshi.access.Account;
import oroshi.access.Accounts;
import oroshi.access.CustomerConsents;
import oroshi.access.Role;
import oroshi.access.SignedIn;
import oroshi.basics.PartnerId;
import oroshi.basics.TenantId;

/** The tenant that a request to the authority names in its path, and whether an application may work there. */
@Component
class Tenants {
    /** Names that leave the tenant to whoever signs in; the last one is that of an authority within a company. */
    private static final Set<String> OPEN = Set.of("common", "organizations", "adfs");

    private static final Set<Role> AGENTS = Set.of(Role.ADMIN_AGENT, Role.HELPDESK_AGENT);

    private final Accounts accounts;
    private final RegisteredApplications applications;
    private final ConsentTable consents;
    private final ObjectProvider<CustomerConsents> customerConsents;

    Tenants(
            Accounts accounts,
            RegisteredApplications applications,
            ConsentTable consents,
            ObjectProvider<CustomerConsents> customerConsents) {
        this.accounts = accounts;
        this.applications = applications;
        this.consents = consents;
        this.customerConsents = customerConsents;
    }

    static boolean isOpen(String named) {
        return OPEN.contains(named.toLowerCase(Locale.ROOT));
    }

    /** The tenant in the path; empty when the path leaves it to whoever signs in. */
    Optional<TenantId> present() {
        var named = Protocol.presentTenant();
        if (isOpen(named)) {
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
        requireApplicationFor(applicationId, tenantId);
        if (present().filter(named -> !named.equals(tenantId)).isPresent()) {
            throw AuthorityError.PERSON_GONE.with();
        }
    }

    /** Refuses an application of somebody else that the person, or an admin for everybody, has not consented to. */
    void requireConsent(UUID applicationId, SignedIn person) {
        var application = applications.find(applicationId).orElseThrow(AuthorityError.CLIENT_UNKNOWN::with);
        if (!application.belongsTo(person.tenantId())
                && consents.scopes(applicationId, person).isEmpty()) {
            throw AuthorityError.CONSENT_NEEDED.with();
        }
    }

    /** Refuses when people of the tenant may not use the application. */
    void requireApplicationFor(UUID applicationId, TenantId tenantId) {
        var application = applications.find(applicationId).orElseThrow(AuthorityError.CLIENT_UNKNOWN::with);
        if (!application.belongsTo(tenantId) && !application.multiTenant()) {
            throw AuthorityError.CLIENT_UNKNOWN.with();
        }
    }

    /**
     * What the application may do for the person in the customer's tenant that the path names; empty when the path names
     * no other tenant than the person's. Refuses a tenant where the person is no agent of the partner that administers
     * it, and an application without consent there.
     */
    Optional<Delegation> delegation(UUID applicationId, Account person, Audience audience) {
        var customer = present().filter(named -> !named.equals(person.tenantId()));
        return customer.map(tenantId -> {
            var application = applications.find(applicationId).orElseThrow(AuthorityError.CLIENT_UNKNOWN::with);
            if (!application.multiTenant() || Collections.disjoint(person.roles(), AGENTS)) {
                throw application.multiTenant()
                        ? AuthorityError.PERSON_GONE.with()
                        : AuthorityError.CLIENT_UNKNOWN.with();
            }
            return new Delegation(tenantId, permissions(applicationId, person, tenantId, audience));
        });
    }

    private Set<String> permissions(UUID applicationId, Account person, TenantId tenantId, Audience audience) {
        var permissions = customerConsents
                .getObject()
                .find(PartnerId.of(person.tenantId()), tenantId, applicationId)
                .orElseThrow(AuthorityError.PERSON_GONE::with);
        var api = audience.inCustomerTenants().orElseThrow(() -> AuthorityError.RESOURCE_UNKNOWN.with(audience.uri()));
        var given = permissions.getOrDefault(api, Set.of());
        if (given.isEmpty()) {
            throw AuthorityError.CONSENT_NEEDED.with();
        }
        return given;
    }

    /** What an application may do for a partner's agent in the tenant of a customer. */
    record Delegation(TenantId tenantId, Set<String> permissions) {
        Delegation {
            permissions = Set.copyOf(permissions);
        }

        String scope() {
            return permissions.stream().sorted().collect(Collectors.joining(" "));
        }
    }

    private Application application(OAuth2ClientAuthenticationToken client) {
        return applications
                .find(UUID.fromString(String.valueOf(client.getPrincipal())))
                .orElseThrow(AuthorityError.CLIENT_UNKNOWN::with);
    }
}
