package oroshi.access.tokens;

import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.SignedIn;
import oroshi.access.tokens.Grant.Asked;
import oroshi.access.tokens.Grant.Code;
import oroshi.access.tokens.Grant.Refresh;
import oroshi.database.Vault;

/**
 * Remembers what people permitted applications, without a single token in clear: codes and refresh tokens are known by
 * their hashes, access tokens not at all, because they prove themselves.
 */
@Component
class Grants implements OAuth2AuthorizationService {
    private final GrantTable table;
    private final RegisteredClientRepository clients;
    private final Vault vault;

    Grants(GrantTable table, RegisteredClientRepository clients, Vault vault) {
        this.table = table;
        this.clients = clients;
        this.vault = vault;
    }

    @Override
    @Transactional
    public void save(OAuth2Authorization authorization) {
        if (!(person(authorization) instanceof SignedIn person)) {
            return; // an application alone: its token proves itself
        }
        var id = UUID.fromString(authorization.getId());
        table.save(new Grant(
                id,
                UUID.fromString(authorization.getRegisteredClientId()),
                authorization.getAuthorizationGrantType().getValue(),
                person,
                authorization.getAuthorizedScopes(),
                asked(authorization),
                hash(authorization.getAttribute(OAuth2ParameterNames.STATE)),
                code(authorization)));
        var refresh = authorization.getRefreshToken();
        if (refresh == null) {
            return;
        }
        if (refresh.isInvalidated()) {
            table.deleteRefreshTokens(id);
            return;
        }
        table.addRefreshToken(id, refresh(refresh.getToken()));
    }

    @Override
    @Transactional
    public void remove(OAuth2Authorization authorization) {
        table.delete(UUID.fromString(authorization.getId()));
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable OAuth2Authorization findById(String id) {
        return table.find(UUID.fromString(id))
                .map(grant -> restore(grant).build())
                .orElse(null);
    }

    @Override
    @Transactional
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return switch (type == null ? "" : type.getValue()) {
            case OAuth2ParameterNames.STATE ->
                table.findByState(vault.mark(token))
                        .map(grant -> restore(grant)
                                .attribute(OAuth2ParameterNames.STATE, token)
                                .build())
                        .orElse(null);
            case OAuth2ParameterNames.CODE ->
                table.findByCode(vault.mark(token))
                        .map(grant -> byCode(grant, token))
                        .orElse(null);
            case OAuth2ParameterNames.REFRESH_TOKEN -> byRefreshToken(token).orElse(null);
            default -> null;
        };
    }

    private OAuth2Authorization byCode(Grant grant, String value) {
        var code = Objects.requireNonNull(grant.code());
        if (code.used()) {
            // A code that comes twice was stolen at one of the times: what it brought is taken back.
            table.deleteRefreshTokens(grant.id());
        }
        var token = new OAuth2AuthorizationCode(value, code.issuedAt(), code.expiresAt());
        var restored = restore(grant).token(token);
        return (code.used() ? restored.invalidate(token) : restored).build();
    }

    private Optional<OAuth2Authorization> byRefreshToken(String value) {
        var hash = vault.mark(value);
        return table.findRefreshToken(hash)
                .flatMap(token -> table.findGrantOf(hash).flatMap(table::find).map(grant -> restore(grant)
                        .refreshToken(new OAuth2RefreshToken(value, token.issuedAt(), token.expiresAt()))
                        .token(formerIdToken(grant))
                        .build()));
    }

    /** The framework wants to see the identity that a new id token goes on from. */
    private static OidcIdToken formerIdToken(Grant grant) {
        var now = Instant.now();
        return new OidcIdToken(
                "former", now, now.plusSeconds(1), Map.of("sub", grant.person().name()));
    }

    private OAuth2Authorization.Builder restore(Grant grant) {
        var client =
                Objects.requireNonNull(clients.findById(grant.applicationId().toString()));
        var signedInAt = grant.code() == null ? Instant.now() : grant.code().issuedAt();
        return OAuth2Authorization.withRegisteredClient(client)
                .id(grant.id().toString())
                .principalName(grant.person().name())
                .authorizationGrantType(new AuthorizationGrantType(grant.grantType()))
                .authorizedScopes(grant.scopes())
                .attribute(Principal.class.getName(), grant.person().authenticatedAt(signedInAt))
                .attribute(OAuth2AuthorizationRequest.class.getName(), request(grant));
    }

    private static OAuth2AuthorizationRequest request(Grant grant) {
        var asked = grant.asked();
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(asked.uri())
                .clientId(grant.applicationId().toString())
                .redirectUri(asked.redirectUri())
                .scopes(asked.scopes())
                .state(asked.state())
                .additionalParameters(Map.<String, Object>copyOf(asked.more()))
                .build();
    }

    private static Asked asked(OAuth2Authorization authorization) {
        OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        if (request == null) {
            return new Asked("none", null, Set.of(), null, Map.of());
        }
        return new Asked(
                request.getAuthorizationUri(),
                request.getRedirectUri(),
                request.getScopes(),
                request.getState(),
                request.getAdditionalParameters().entrySet().stream()
                        .filter(entry -> entry.getValue() instanceof String)
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> (String) entry.getValue())));
    }

    private @Nullable Code code(OAuth2Authorization authorization) {
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        if (code == null) {
            return null;
        }
        var token = code.getToken();
        return new Code(
                vault.mark(token.getTokenValue()),
                Objects.requireNonNull(token.getIssuedAt()),
                Objects.requireNonNull(token.getExpiresAt()),
                code.isInvalidated());
    }

    private Refresh refresh(OAuth2RefreshToken token) {
        return new Refresh(
                vault.mark(token.getTokenValue()),
                Objects.requireNonNull(token.getIssuedAt()),
                Objects.requireNonNull(token.getExpiresAt()));
    }

    private static @Nullable Object person(OAuth2Authorization authorization) {
        return authorization.getAttribute(Principal.class.getName()) instanceof Authentication authentication
                ? authentication.getPrincipal()
                : null;
    }

    private @Nullable String hash(@Nullable String state) {
        return state == null ? null : vault.mark(state);
    }
}
