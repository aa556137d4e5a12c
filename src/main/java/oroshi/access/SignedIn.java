package oroshi.access;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/**
 * The person whom a session belongs to. Roles are not in it: they are looked up at each request.
 *
 * @param name the sign-in name
 * @param secondFactor whether the person proved a second factor when signing in
 */
public record SignedIn(UUID tenant, UUID user, String name, boolean secondFactor)
        implements AuthenticatedPrincipal, Serializable {
    private static final long serialVersionUID = 1L;

    public TenantId tenantId() {
        return new TenantId(tenant);
    }

    public UserId userId() {
        return new UserId(user);
    }

    /** The person of the present request; empty when nobody is signed in. */
    public static Optional<SignedIn> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    /** The person whom the authentication names; empty when it names none of ours. */
    public static Optional<SignedIn> of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    /** The person as the security framework knows one who gave a password at the time. */
    public Authentication authenticatedAt(Instant time) {
        var factor = FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(time)
                .build();
        return UsernamePasswordAuthenticationToken.authenticated(this, null, List.of(factor));
    }

    /** When the person of {@link #authenticatedAt} signed in; the beginning of time for anybody else. */
    static Instant since(@Nullable Authentication authentication) {
        return authentication == null
                ? Instant.EPOCH
                : authentication.getAuthorities().stream()
                        .filter(FactorGrantedAuthority.class::isInstance)
                        .map(authority -> ((FactorGrantedAuthority) authority).getIssuedAt())
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
    }

    @Override
    public String getName() {
        return name;
    }
}
