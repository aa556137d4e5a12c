package oroshi.partners;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.BILLING_ADMIN;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.HELPDESK_AGENT;
import static oroshi.access.Role.SALES_AGENT;
import static oroshi.access.Role.USER_MANAGEMENT_ADMIN;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.directory.Directory;
import oroshi.rest.EntityTag;

/** The calling partner's own profiles. */
@RestController
class PartnerProfileController {
    private final LegalProfiles legal;
    private final PartnerProfiles profiles;
    private final Partners partners;
    private final Directory directory;

    PartnerProfileController(LegalProfiles legal, PartnerProfiles profiles, Partners partners, Directory directory) {
        this.legal = legal;
        this.profiles = profiles;
        this.partners = partners;
        this.directory = directory;
    }

    @GetMapping("/v1/profiles/legalbusiness")
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, USER_MANAGEMENT_ADMIN, ADMIN_AGENT})
    LegalProfileResource legal(Caller caller, @RequestParam(required = false) @Nullable String vettingVersion) {
        var asked = vettingVersion == null ? VettingVersion.CURRENT : VettingVersion.parse(vettingVersion);
        return LegalProfileResource.of(
                asked == VettingVersion.LAST_FINALIZED
                        ? legal.lastFinalized(caller.partnerId())
                        : legal.get(caller.partnerId()).profile());
    }

    @PutMapping("/v1/profiles/legalbusiness")
    @Allows(roles = GLOBAL_ADMIN)
    LegalProfileResource updateLegal(Caller caller, @RequestBody LegalProfileResource body) {
        var updated = legal.update(caller.partnerId(), body.toProfile(), Optional.empty());
        return LegalProfileResource.of(updated.profile());
    }

    @GetMapping("/v1/profiles/organization")
    @Allows(roles = {GLOBAL_ADMIN, USER_MANAGEMENT_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT})
    ResponseEntity<OrganizationProfileResource> organization(Caller caller) {
        return organization(caller.partnerId(), profiles.organization(caller.partnerId()));
    }

    @PutMapping("/v1/profiles/organization")
    @Allows(roles = GLOBAL_ADMIN)
    ResponseEntity<OrganizationProfileResource> updateOrganization(
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody OrganizationProfileResource body) {
        var id = caller.partnerId();
        var profile = body.toProfile();
        var expected = EntityTag.of(ifMatch, body.attributes());
        return organization(id, put(expected, etag -> profiles.update(id, profile, etag)));
    }

    @GetMapping("/v1/profiles/billing")
    @Allows(roles = {GLOBAL_ADMIN, BILLING_ADMIN, ADMIN_AGENT})
    ResponseEntity<PartnerBillingProfileResource> billing(Caller caller) {
        return billing(caller.partnerId(), profiles.billing(caller.partnerId()));
    }

    @PutMapping("/v1/profiles/billing")
    @Allows(roles = {GLOBAL_ADMIN, BILLING_ADMIN})
    ResponseEntity<PartnerBillingProfileResource> updateBilling(
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PartnerBillingProfileResource body) {
        var id = caller.partnerId();
        var profile = body.toProfile(partners.get(id).currency());
        var expected = EntityTag.of(ifMatch, body.attributes());
        return billing(id, put(expected, etag -> profiles.update(id, profile, etag)));
    }

    @GetMapping("/v1/profiles/support")
    @Allows(roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT})
    SupportProfileResource support(Caller caller) {
        return SupportProfileResource.of(profiles.support(caller.partnerId()).profile());
    }

    /** The SDKs call the first address, the published page names the second. */
    @PutMapping({"/v1/profiles/support", "/v1/profiles/supportprofile"})
    @Allows(roles = GLOBAL_ADMIN)
    SupportProfileResource updateSupport(Caller caller, @RequestBody SupportProfileResource body) {
        var updated = profiles.update(caller.partnerId(), body.toProfile(), Optional.empty());
        return SupportProfileResource.of(updated.profile());
    }

    private static <T> Versioned<T> put(EntityTag expected, Function<Optional<String>, Versioned<T>> change) {
        try {
            return change.apply(expected.version());
        } catch (Refusal refusal) {
            throw refusal.is(PartnerRefusal.CHANGED_MEANWHILE) ? expected.stale() : refusal;
        }
    }

    private ResponseEntity<OrganizationProfileResource> organization(
            PartnerId id, Versioned<OrganizationProfile> profile) {
        var domain = directory.findTenant(id.tenantId()).map(tenant -> tenant.initialDomain());
        return ResponseEntity.ok()
                .eTag(profile.etag())
                .body(OrganizationProfileResource.of(id, domain.orElse(null), profile));
    }

    private ResponseEntity<PartnerBillingProfileResource> billing(
            PartnerId id, Versioned<PartnerBillingProfile> profile) {
        return ResponseEntity.ok()
                .eTag(profile.etag())
                .body(PartnerBillingProfileResource.of(partners.get(id).currency(), profile));
    }
}
