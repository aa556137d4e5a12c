package oroshi.access.tokens;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.stereotype.Component;
import oroshi.access.Accounts;

/**
 * For whom an application may have made its assertion: this authority, by the address of either token endpoint or by the
 * name of the issuer, under any host and any name of the tenant that clients use.
 */
@Component
class AssertionAudiences {
    private static final Set<String> PLACES = Set.of("", "/", "/v2.0", "/v2.0/", "/oauth2/token", "/oauth2/v2.0/token");

    private final LoginHosts hosts;
    private final Accounts accounts;

    AssertionAudiences(LoginHosts hosts, Accounts accounts) {
        this.hosts = hosts;
        this.accounts = accounts;
    }

    boolean isMeant(String audience) {
        var parsed = parse(audience);
        if (parsed.isEmpty() || parsed.get().getHost() == null) {
            return false;
        }
        var address = parsed.get();
        var here = String.valueOf(
                LoginHosts.of(AuthorizationServerContextHolder.getContext().getIssuer()));
        return hosts.isOurs(address.getHost(), here) && isPlace(address.getPath());
    }

    private boolean isPlace(String path) {
        var end = path.indexOf('/', 1);
        var tenant = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
        return PLACES.contains(end < 0 ? "" : path.substring(end)) && isTenant(tenant);
    }

    /** The same tenant as in the request's own path, by its id or a domain. */
    private boolean isTenant(String name) {
        var present = Protocol.presentTenant();
        return name.equalsIgnoreCase(present)
                || accounts.findTenant(name)
                        .filter(tenant -> accounts.findTenant(present)
                                .filter(tenant::equals)
                                .isPresent())
                        .isPresent();
    }

    private static Optional<URI> parse(String audience) {
        try {
            return Optional.of(URI.create(audience));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
