package oroshi.access.tokens;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.SignedIn;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerSwitch;

/** Remembers what the signed-in person allowed an application. */
@Component
class Consents implements OAuth2AuthorizationConsentService {
    /** Marks a consent that an admin gives for the whole organization. */
    static final GrantedAuthority FOR_EVERYBODY = new SimpleGrantedAuthority("everybody");

    private final ConsentTable table;
    private final PartnerSwitch partnerSwitch;
    private final ApplicationEventPublisher events;

    Consents(ConsentTable table, PartnerSwitch partnerSwitch, ApplicationEventPublisher events) {
        this.table = table;
        this.partnerSwitch = partnerSwitch;
        this.events = events;
    }

    @Override
    @Transactional
    public void save(OAuth2AuthorizationConsent consent) {
        var everybody = consent.getAuthorities().contains(FOR_EVERYBODY);
        SignedIn.current()
                .ifPresent(person ->
                        give(UUID.fromString(consent.getRegisteredClientId()), person, everybody, consent.getScopes()));
    }

    /** Remembers a consent, and that it was given. */
    @Transactional
    public void give(UUID applicationId, SignedIn person, boolean everybody, Set<String> scopes) {
        table.save(applicationId, person, everybody, scopes);
        var event = new ConsentGiven(applicationId, person.name(), everybody);
        partnerSwitch.run(PartnerId.of(person.tenantId()), () -> events.publishEvent(event));
    }

    @Override
    @Transactional
    public void remove(OAuth2AuthorizationConsent consent) {
        SignedIn.current().ifPresent(person -> table.delete(UUID.fromString(consent.getRegisteredClientId()), person));
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable OAuth2AuthorizationConsent findById(String applicationId, String signInName) {
        var scopes = SignedIn.current()
                .map(person -> table.scopes(UUID.fromString(applicationId), person))
                .orElseGet(java.util.List::of);
        if (scopes.isEmpty()) {
            return null;
        }
        var consent = OAuth2AuthorizationConsent.withId(applicationId, signInName);
        scopes.forEach(consent::scope);
        return consent.build();
    }
}
