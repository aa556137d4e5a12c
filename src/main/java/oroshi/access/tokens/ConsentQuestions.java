package oroshi.access.tokens;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Accounts;
import oroshi.access.Role;
import oroshi.access.SignedIn;
import oroshi.database.Vault;

/** What an application asks a person to allow, for the page that asks. */
@Service
public class ConsentQuestions {
    private static final Set<Role> MAY_CONSENT = Set.of(Role.ADMIN_AGENT, Role.SALES_AGENT, Role.GLOBAL_ADMIN);

    private final GrantTable grants;
    private final RegisteredApplications applications;
    private final Accounts accounts;
    private final Vault vault;

    ConsentQuestions(GrantTable grants, RegisteredApplications applications, Accounts accounts, Vault vault) {
        this.grants = grants;
        this.applications = applications;
        this.accounts = accounts;
        this.vault = vault;
    }

    /**
     * One question.
     *
     * @param path where the answer goes
     * @param responseMode on which way the application hears of it
     * @param forEverybody whether the answer is to count for the whole organization
     * @param mayAnswer whether the person's roles allow a yes
     */
    public record Question(
            String applicationId,
            String applicationName,
            String path,
            String responseMode,
            Set<String> scopes,
            boolean forEverybody,
            boolean mayAnswer) {
        public Question {
            scopes = Set.copyOf(scopes);
        }
    }

    /** The question that waits under the state, if it waits for the person who is signed in. */
    @Transactional(readOnly = true)
    public Optional<Question> find(String state) {
        return grants.findByState(vault.mark(state))
                .filter(grant ->
                        SignedIn.current().filter(grant.person()::equals).isPresent())
                .flatMap(grant ->
                        applications.find(grant.applicationId()).map(application -> question(grant, application)));
    }

    private Question question(Grant grant, Application application) {
        var more = Map.<String, Object>copyOf(grant.asked().more());
        var forEverybody = Prompt.of(more).asksForEverybody();
        return new Question(
                application.id().toString(),
                application.displayName(),
                URI.create(grant.asked().uri()).getPath(),
                Answer.mode(more).wireName(),
                grant.asked().scopes(),
                forEverybody,
                mayConsent(grant.person(), forEverybody));
    }

    /** Makes an admin's consent count for the whole organization when that was the question. */
    void complete(OAuth2AuthorizationConsentAuthenticationContext context) {
        var request = context.getAuthorizationRequest();
        var forEverybody =
                request != null && Prompt.of(request.getAdditionalParameters()).asksForEverybody();
        requireMayConsent(forEverybody);
        if (forEverybody) {
            context.getAuthorizationConsent().authority(Consents.FOR_EVERYBODY);
        }
    }

    void requireMayConsent(boolean forEverybody) {
        if (SignedIn.current()
                .filter(person -> mayConsent(person, forEverybody))
                .isEmpty()) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("access_denied", "Only agents and global admins may consent.", null));
        }
    }

    boolean mayConsent(SignedIn person, boolean forEverybody) {
        var roles = forEverybody ? Set.of(Role.GLOBAL_ADMIN) : MAY_CONSENT;
        return accounts.find(person.tenantId(), person.userId())
                .filter(account -> !Collections.disjoint(account.roles(), roles))
                .isPresent();
    }
}
