package oroshi.access.tokens;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for: the audience of the token, and the OpenID scopes.
 *
 * @param audience empty when the request leaves it to the original grant
 */
record Scopes(Optional<Audience> audience, Set<String> openId) {
    private static final Set<String> OPEN_ID = Set.of("openid", "profile", "email", "offline_access");
    private static final Pattern PERMISSION = Pattern.compile("/{1,2}(\\.default|user_impersonation)$");

    Scopes {
        // In the order of the request: a copy of the set would come in another order with each start.
        openId = Collections.unmodifiableSet(new LinkedHashSet<>(openId));
    }

    /** Reads a request of either protocol; an unknown audience, or a second one, is refused. */
    static Scopes read(Protocol protocol, @Nullable String resource, @Nullable String scope) {
        var openId = new LinkedHashSet<String>();
        Audience named = null;
        for (var part : scope == null ? new String[0] : scope.strip().split("\\s+")) {
            if (OPEN_ID.contains(part)) {
                openId.add(part);
            } else if (protocol == Protocol.V2 && !part.isEmpty()) {
                var audience = audience(part);
                if (named != null && named != audience) {
                    throw AuthorityError.SCOPE_UNKNOWN.with(part);
                }
                named = audience;
            }
        }
        if (resource != null && !resource.isBlank() && named == null) {
            named = Audience.of(resource.strip()).orElseThrow(() -> AuthorityError.RESOURCE_UNKNOWN.with(resource));
        }
        return new Scopes(Optional.ofNullable(named), openId);
    }

    private static Audience audience(String part) {
        var permission = PERMISSION.matcher(part);
        var address = permission.find() ? part.substring(0, permission.start()) : "";
        return Audience.of(address).orElseThrow(() -> AuthorityError.SCOPE_UNKNOWN.with(part));
    }

    /** Everything a person can allow an application here: one refresh token serves several audiences. */
    static Set<String> delegated(Set<String> openId) {
        var scopes = new LinkedHashSet<>(openId);
        for (var audience : Audience.values()) {
            if (audience.takesPerson()) {
                scopes.add(audience.delegatedScope());
            }
        }
        return scopes;
    }

    /** Everything an application may be registered for. */
    static Set<String> all() {
        var scopes = new LinkedHashSet<>(delegated(OPEN_ID));
        for (var audience : Audience.values()) {
            scopes.add(audience.defaultScope());
        }
        return scopes;
    }
}
