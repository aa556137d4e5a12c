package oroshi.access.tokens;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;
import oroshi.access.Account;
import oroshi.access.Accounts;
import oroshi.access.PartnerAccounts;
import oroshi.access.SignedIn;
import oroshi.access.tokens.Tenants.Delegation;
import oroshi.basics.PartnerId;
import oroshi.basics.TenantId;
import oroshi.database.Vault;

/** Puts the contract's claims into tokens. Roles of people are not among them: they are looked up at each call. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    /** Under this name the code travels that goes to the application together with the identity. */
    static final String CODE_BESIDE = "oroshi.code";

    private final Accounts accounts;
    private final ObjectProvider<PartnerAccounts> partners;
    private final Tenants tenants;
    private final Issuers issuers;
    private final Vault vault;

    TokenClaims(
            Accounts accounts,
            ObjectProvider<PartnerAccounts> partners,
            Tenants tenants,
            Issuers issuers,
            Vault vault) {
        this.accounts = accounts;
        this.partners = partners;
        this.tenants = tenants;
        this.issuers = issuers;
        this.vault = vault;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().type("JWT");
        var protocol = Protocol.present();
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            application(context, protocol);
            return;
        }
        Authentication signedIn = Objects.requireNonNull(context.getPrincipal());
        var person = (SignedIn) Objects.requireNonNull(signedIn.getPrincipal());
        var account = accounts.find(person.tenantId(), person.userId()).orElseThrow(AuthorityError.PERSON_GONE::with);
        requireGrantStands(context, account);
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            person(context, protocol, account, account.tenantId());
            context.getClaims().claim("preferred_username", account.signInName());
            vouchForCode(context);
            return;
        }
        var elsewhere = tenants.delegation(applicationId(context), account, audience(context));
        person(context, protocol, account, elsewhere.map(Delegation::tenantId).orElse(account.tenantId()));
        delegated(context, protocol, account, person);
        elsewhere.ifPresent(delegation -> context.getClaims().claim("scp", delegation.scope()));
    }

    /** A reset of the password ends what was granted before it. */
    private static void requireGrantStands(JwtEncodingContext context, Account account) {
        var grant = context.getAuthorization();
        if (grant == null) {
            return;
        }
        var refresh = grant.getRefreshToken();
        var code = grant.getToken(OAuth2AuthorizationCode.class);
        var token = refresh != null ? refresh.getToken() : code != null ? code.getToken() : null;
        if (token != null && token.getIssuedAt() != null && !account.counts(token.getIssuedAt())) {
            throw AuthorityError.GRANT_REVOKED.with();
        }
    }

    /** An identity that comes beside a code says which. */
    private static void vouchForCode(JwtEncodingContext context) {
        if (parameters(context).get(CODE_BESIDE) instanceof String code) {
            context.getClaims().claim("c_hash", Sha256.leftHalf(code));
        }
    }

    private void application(JwtEncodingContext context, Protocol protocol) {
        var client = client(context);
        var tenantId = tenants.requireForApplication(client);
        var applicationId = context.getRegisteredClient().getClientId();
        var principal = servicePrincipal(applicationId, tenantId);
        var claims = context.getClaims();
        general(claims, protocol, tenantId);
        claims.audience(List.of(audience(context).uri()))
                .subject(principal)
                .claim("oid", principal)
                .claim("app_displayname", context.getRegisteredClient().getClientName())
                .claim("roles", List.of("PartnerCenter.FullAccess"))
                .claims(all -> all.remove("scope"));
        applicationClaims(claims, protocol, client);
    }

    private void person(JwtEncodingContext context, Protocol protocol, Account account, TenantId tenantId) {
        var claims = context.getClaims();
        general(claims, protocol, tenantId);
        claims.subject(pairwise(context.getRegisteredClient().getClientId(), account))
                .claim("oid", account.userId().toString())
                .claim("upn", account.signInName())
                .claim("unique_name", account.signInName())
                .claim("given_name", account.givenName())
                .claim("family_name", account.familyName())
                .claim("name", account.givenName() + " " + account.familyName());
    }

    private void delegated(JwtEncodingContext context, Protocol protocol, Account account, SignedIn person) {
        var audience = audience(context);
        if (!audience.takesPerson()) {
            throw AuthorityError.SCOPE_UNKNOWN.with(audience.uri());
        }
        tenants.requireApplicationFor(applicationId(context), account.tenantId());
        var claims = context.getClaims();
        claims.audience(List.of(audience.uri()))
                .claim("acr", "1")
                .claim("amr", person.secondFactor() ? List.of("pwd", "mfa") : List.of("pwd"))
                .claim("scp", "user_impersonation")
                .claims(all -> all.remove("scope"));
        var address = parameters(context).get(TokenRequests.ADDRESS);
        if (address != null) {
            claims.claim("ipaddr", address);
        }
        applicationClaims(claims, protocol, client(context));
    }

    private void general(JwtClaimsSet.Builder claims, Protocol protocol, TenantId tenantId) {
        var tenant = tenantId.toString();
        claims.issuer(protocol == Protocol.V1 ? issuers.v1(tenant) : issuers.v2(tenant))
                .claim("tid", tenant)
                .claim("ver", protocol.version());
        partners.getObject()
                .find(PartnerId.of(tenantId))
                .ifPresent(partner ->
                        claims.claim("tenant_region_scope", partner.cloud().isPublic() ? "WW" : "USG"));
    }

    private static void applicationClaims(
            JwtClaimsSet.Builder claims, Protocol protocol, OAuth2ClientAuthenticationToken client) {
        claims.claim(protocol == Protocol.V1 ? "appid" : "azp", String.valueOf(client.getPrincipal()))
                .claim(protocol == Protocol.V1 ? "appidacr" : "azpacr", proof(client));
    }

    /** How the application showed who it is: not at all, by a secret, by a certificate. */
    private static String proof(OAuth2ClientAuthenticationToken client) {
        var method = client.getClientAuthenticationMethod();
        if (ClientAuthenticationMethod.PRIVATE_KEY_JWT.equals(method)) {
            return "2";
        }
        return ClientAuthenticationMethod.NONE.equals(method) ? "0" : "1";
    }

    /** The audience of this request, else that of the original grant, else the commerce API. */
    private static Audience audience(JwtEncodingContext context) {
        if (parameters(context).get(TokenRequests.AUDIENCE) instanceof Audience asked) {
            return asked;
        }
        return Optional.ofNullable(context.getAuthorization())
                .map(grant ->
                        grant.<OAuth2AuthorizationRequest>getAttribute(OAuth2AuthorizationRequest.class.getName()))
                .map(request -> request.getAdditionalParameters().get(AuthorizeRequests.AUDIENCE))
                .flatMap(uri -> Audience.of(String.valueOf(uri)))
                .orElse(Audience.COMMERCE);
    }

    private static Map<String, Object> parameters(JwtEncodingContext context) {
        return grant(context).getAdditionalParameters();
    }

    private static UUID applicationId(JwtEncodingContext context) {
        return UUID.fromString(context.getRegisteredClient().getClientId());
    }

    private static OAuth2ClientAuthenticationToken client(JwtEncodingContext context) {
        return (OAuth2ClientAuthenticationToken) grant(context).getPrincipal();
    }

    private static OAuth2AuthorizationGrantAuthenticationToken grant(JwtEncodingContext context) {
        OAuth2AuthorizationGrantAuthenticationToken grant = context.getAuthorizationGrant();
        return Objects.requireNonNull(grant);
    }

    /** The same person looks different to each application. */
    private String pairwise(String applicationId, Account account) {
        return vault.mark(applicationId + account.userId());
    }

    /** What stands for the application in a tenant. */
    private static String servicePrincipal(String applicationId, TenantId tenantId) {
        return UUID.nameUUIDFromBytes((applicationId + tenantId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
