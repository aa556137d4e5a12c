package oroshi.administration;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.HELPDESK_AGENT;
import static oroshi.access.Role.SALES_AGENT;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.rest.ResourceCollection;

/** What a partner that administers a customer's directory reads of the organisation, and the domains it adds to it. */
@RestController
@EnableConfigurationProperties(ManagedServiceSettings.class)
class OrganizationController {
    private static final String CUSTOMER = "/v1/customers/{customerId}";

    private final Organizations organizations;
    private final ManagedServiceSettings settings;

    OrganizationController(Organizations organizations, ManagedServiceSettings settings) {
        this.organizations = organizations;
        this.settings = settings;
    }

    @GetMapping(CUSTOMER + "/organization")
    @Allows(
            applicationAlone = true,
            roles = {ADMIN_AGENT, HELPDESK_AGENT, SALES_AGENT})
    List<OrganizationResource> organization(@PathVariable CustomerId customerId, Caller caller) {
        return List.of(organizations.describe(caller, customerId));
    }

    @GetMapping(CUSTOMER + "/customDomains")
    @Allows(
            applicationAlone = true,
            roles = {ADMIN_AGENT, HELPDESK_AGENT, SALES_AGENT})
    List<String> domains(@PathVariable CustomerId customerId, Caller caller) {
        return organizations.domains(caller, customerId);
    }

    @PostMapping(CUSTOMER + "/verifieddomain")
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(
            applicationAlone = true,
            roles = {ADMIN_AGENT, GLOBAL_ADMIN})
    CustomerDomainResource addDomain(
            @PathVariable CustomerId customerId, @RequestBody VerifiedDomainRequest body, Caller caller) {
        return organizations.addDomain(caller, customerId, body);
    }

    @GetMapping(CUSTOMER + "/managedservices")
    @Allows(roles = {ADMIN_AGENT, HELPDESK_AGENT})
    ResourceCollection<ManagedServiceResource> services(
            @PathVariable CustomerId customerId,
            @RequestHeader(name = "X-Locale", required = false) @Nullable String locale,
            Caller caller) {
        var portal = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + "/customers/" + customerId;
        var addresses = new ManagedServiceResource.Addresses(portal, customerId, settings);
        var language = locale == null ? Locale.US : Locale.forLanguageTag(locale);
        return ResourceCollection.of(organizations.services(caller, customerId).stream()
                .map(sku -> ManagedServiceResource.of(sku, language, addresses))
                .toList());
    }
}
