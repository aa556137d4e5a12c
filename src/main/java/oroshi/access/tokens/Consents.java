package oroshi.access.tokens;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.SignedIn;

/** Remembers what the signed-in person allowed an application. */
@Component
class Consents implements OAuth2AuthorizationConsentService {
    private final ConsentTable table;

    Consents(ConsentTable table) {
        this.table = table;
    }

    @Override
    @Transactional
    public void save(OAuth2AuthorizationConsent consent) {
        person().ifPresent(person ->
                table.save(UUID.fromString(consent.getRegisteredClientId()), person, false, consent.getScopes()));
    }

    @Override
    @Transactional
    public void remove(OAuth2AuthorizationConsent consent) {
        person().ifPresent(person -> table.delete(UUID.fromString(consent.getRegisteredClientId()), person));
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable OAuth2AuthorizationConsent findById(String applicationId, String signInName) {
        var scopes = person().map(person -> table.scopes(UUID.fromString(applicationId), person))
                .orElseGet(java.util.List::of);
        if (scopes.isEmpty()) {
            return null;
        }
        var consent = OAuth2AuthorizationConsent.withId(applicationId, signInName);
        scopes.forEach(consent::scope);
        return consent.build();
    }

    private static Optional<SignedIn> person() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
    }
}
