package oroshi.access.tokens;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import oroshi.access.Accounts;
import oroshi.basics.TenantId;

/** What client libraries read before they ask for tokens: where the endpoints are and which keys sign. */
@RestController
class AuthorityMetadata {
    private final SigningKeys keys;
    private final Issuers issuers;
    private final Accounts accounts;
    private final LoginHosts hosts;

    AuthorityMetadata(SigningKeys keys, Issuers issuers, Accounts accounts, LoginHosts hosts) {
        this.keys = keys;
        this.issuers = issuers;
        this.accounts = accounts;
        this.hosts = hosts;
    }

    @GetMapping({"/{tenant}/discovery/keys", "/{tenant}/discovery/v2.0/keys"})
    Map<String, Object> keys() {
        return keys.published().toJSONObject();
    }

    @GetMapping("/{tenant}/.well-known/openid-configuration")
    Map<String, Object> configurationV1(@PathVariable String tenant, HttpServletRequest request) {
        return configuration(tenant, Protocol.V1, request);
    }

    @GetMapping("/{tenant}/v2.0/.well-known/openid-configuration")
    Map<String, Object> configurationV2(@PathVariable String tenant, HttpServletRequest request) {
        return configuration(tenant, Protocol.V2, request);
    }

    @GetMapping("/common/discovery/instance")
    Map<String, Object> instance(
            @RequestParam(name = "authorization_endpoint", required = false) @Nullable String authorizeAddress,
            HttpServletRequest request) {
        var aliases = hosts.aliases(request.getServerName());
        var asked = LoginHosts.of(authorizeAddress);
        var tenant = tenant(authorizeAddress);
        if (asked == null || tenant.isEmpty() || !hosts.isOurs(asked, request.getServerName())) {
            throw AuthorityError.INSTANCE_UNKNOWN.with();
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("tenant_discovery_endpoint", base(request) + "/" + tenant + "/v2.0/.well-known/openid-configuration");
        body.put("api-version", "1.1");
        var network = new LinkedHashMap<String, Object>();
        network.put("preferred_network", asked);
        network.put("preferred_cache", asked);
        network.put("aliases", aliases);
        body.put("metadata", List.of(network));
        return body;
    }

    /** The first segment of the address; empty when it has none. */
    private static String tenant(@Nullable String address) {
        var host = LoginHosts.of(address);
        return host == null
                ? ""
                : UriComponentsBuilder.fromUriString(String.valueOf(address)).build().getPathSegments().stream()
                        .findFirst()
                        .orElse("");
    }

    private Map<String, Object> configuration(String tenant, Protocol protocol, HttpServletRequest request) {
        var id = Tenants.isOpen(tenant)
                ? "{tenantid}"
                : accounts.findTenant(tenant)
                        .map(TenantId::toString)
                        .orElseThrow(() -> AuthorityError.TENANT_UNKNOWN.with(tenant));
        var base = base(request);
        var own = base + "/" + tenant;
        var body = new LinkedHashMap<String, Object>();
        body.put("issuer", protocol == Protocol.V1 ? issuers.v1(id) : issuers.v2(id));
        body.put("authorization_endpoint", own + protocol.authorizePath());
        body.put("token_endpoint", own + protocol.tokenPath());
        if (protocol == Protocol.V2) {
            body.put("device_authorization_endpoint", own + "/oauth2/v2.0/devicecode");
        }
        body.put("jwks_uri", base + "/common/discovery" + (protocol == Protocol.V1 ? "/keys" : "/v2.0/keys"));
        body.put("response_types_supported", List.of("code", "id_token", "code id_token"));
        body.put("response_modes_supported", List.of("query", "fragment", "form_post"));
        body.put("subject_types_supported", List.of("pairwise"));
        body.put("id_token_signing_alg_values_supported", List.of("RS256"));
        body.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
        body.put("code_challenge_methods_supported", List.of("plain", "S256"));
        return body;
    }

    private static String base(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }
}
