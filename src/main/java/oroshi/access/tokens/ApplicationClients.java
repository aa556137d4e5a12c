package oroshi.access.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import oroshi.access.AccessSettings;
import oroshi.basics.Ids;
import oroshi.database.Vault;

/** Shows the registered applications to the framework in its own words. */
@Component
class ApplicationClients implements RegisteredClientRepository {
    static final AuthorizationGrantType PASSWORD = new AuthorizationGrantType("password");
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
    private static final String BETWEEN_SECRETS = " ";

    private final RegisteredApplications applications;
    private final AccessSettings settings;

    ApplicationClients(RegisteredApplications applications, AccessSettings settings) {
        this.applications = applications;
        this.settings = settings;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Applications are registered through their own door");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return Ids.parse(clientId).flatMap(applications::find).map(this::client).orElse(null);
    }

    private RegisteredClient client(Application application) {
        var id = application.id().toString();
        var client = RegisteredClient.withId(id)
                .clientId(id)
                .clientName(application.displayName())
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .authorizationGrantType(PASSWORD)
                .redirectUris(uris -> uris.addAll(application.redirectUris()))
                .scopes(scopes -> scopes.addAll(Scopes.all()))
                .tokenSettings(tokens())
                .clientSettings(ClientSettings.builder()
                        .requireAuthorizationConsent(true)
                        .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS256)
                        .requireProofKey(application.publicClient())
                        .build());
        if (!application.redirectUris().isEmpty()) {
            client.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE);
        }
        if (application.publicClient()) {
            return client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                    .build();
        }
        return client.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .clientSecret(String.join(BETWEEN_SECRETS, application.secretHashes()))
                .build();
    }

    private TokenSettings tokens() {
        return TokenSettings.builder()
                .accessTokenTimeToLive(settings.tokenLifetime())
                .refreshTokenTimeToLive(settings.refreshTokenLifetime())
                .authorizationCodeTimeToLive(CODE_LIFETIME)
                .reuseRefreshTokens(false)
                .build();
    }

    /** Recognises any of an application's secrets. */
    record Secrets(Vault vault) implements PasswordEncoder {
        @Override
        public String encode(@Nullable CharSequence secret) {
            return vault.mark(String.valueOf(secret));
        }

        @Override
        public boolean matches(@Nullable CharSequence secret, @Nullable String hashes) {
            if (secret == null || hashes == null) {
                return false;
            }
            var given = encode(secret).getBytes(StandardCharsets.US_ASCII);
            var found = false;
            for (var hash : hashes.split(BETWEEN_SECRETS)) {
                found |= MessageDigest.isEqual(given, hash.getBytes(StandardCharsets.US_ASCII));
            }
            return found;
        }
    }
}
