package oroshi.administration;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.HELPDESK_AGENT;
import static oroshi.access.Role.SALES_AGENT;
import static oroshi.access.Role.USER_MANAGEMENT_ADMIN;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.VerifiedToken;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.basics.UserId;
import oroshi.rest.ResourceCollection;
import oroshi.rest.RestRefusal;

/** Licenses of customers and their users on the wire. Tokens that old clients got in exchange are not enough for them. */
@RestController
class LicenseController {
    private static final String CUSTOMER = "/v1/customers/{customerId}";
    private static final String GROUPS = "licenseGroupIds";

    private final Licenses licenses;

    LicenseController(Licenses licenses) {
        this.licenses = licenses;
    }

    @GetMapping(CUSTOMER + "/subscribedskus")
    @Allows(roles = {ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT, GLOBAL_ADMIN})
    ResourceCollection<SubscribedSkuResource> subscribed(
            @PathVariable CustomerId customerId,
            @RequestParam(name = GROUPS, required = false) @Nullable List<String> groups,
            @RequestHeader(name = "X-Locale", required = false) @Nullable String locale,
            Caller caller) {
        requireOwnToken();
        return ResourceCollection.of(licenses.subscribed(caller, customerId, groups(groups)).stream()
                .map(sku -> SubscribedSkuResource.of(sku, locale(locale)))
                .toList());
    }

    @GetMapping(CUSTOMER + "/users/{userId}/licenses")
    @Allows(roles = {ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT, GLOBAL_ADMIN})
    ResourceCollection<LicenseResource> list(
            @PathVariable CustomerId customerId,
            @PathVariable UserId userId,
            @RequestParam(name = GROUPS, required = false) @Nullable List<String> groups,
            @RequestHeader(name = "X-Locale", required = false) @Nullable String locale,
            Caller caller) {
        requireOwnToken();
        return ResourceCollection.of(licenses.of(caller, customerId, userId, groups(groups)).stream()
                .map(license -> LicenseResource.of(license, locale(locale)))
                .toList());
    }

    @PostMapping(CUSTOMER + "/users/{userId}/licenseupdates")
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(roles = {ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT, GLOBAL_ADMIN, USER_MANAGEMENT_ADMIN})
    LicenseUpdateResource update(
            @PathVariable CustomerId customerId,
            @PathVariable UserId userId,
            @RequestBody LicenseUpdateResource body,
            Caller caller) {
        requireOwnToken();
        licenses.update(caller, customerId, userId, body.toUpdate());
        return body.done();
    }

    private static void requireOwnToken() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof VerifiedToken token
                && token.partnerToken()) {
            throw Refusal.because(AdministrationRefusal.PARTNER_TOKEN);
        }
    }

    private static Set<LicenseGroup> groups(@Nullable List<String> names) {
        var groups = EnumSet.noneOf(LicenseGroup.class);
        for (var name : names == null ? List.<String>of() : names) {
            groups.add(LicenseGroup.find(name)
                    .orElseThrow(() -> Refusal.because(RestRefusal.UNKNOWN_ENUM, name, "group1, group2")));
        }
        return groups.isEmpty() ? Set.of(LicenseGroup.GROUP1) : groups;
    }

    private static Locale locale(@Nullable String header) {
        return header == null ? Locale.US : Locale.forLanguageTag(header);
    }
}
