package oroshi.access.tokens;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import oroshi.access.Accounts;
import oroshi.access.KnownAccounts;
import oroshi.access.Portal;
import oroshi.access.PortalSessions;
import oroshi.database.Vault;

/** The authority's endpoints, one chain for each protocol, both on the framework's authorization server. */
@Configuration(proxyBeanMethods = false)
class AuthorityChains {
    private static final int REFRESH_TOKEN_BYTES = 72;

    private final ApplicationClients clients;
    private final Grants grants;
    private final Consents consents;
    private final Accounts accounts;
    private final KnownAccounts knownAccounts;
    private final Tenants tenants;
    private final AuthorityErrors errors;
    private final ConsentQuestions questions;
    private final ClientAssertions assertions;
    private final DeviceSignIns devices;
    private final Vault vault;

    AuthorityChains(
            ApplicationClients clients,
            Grants grants,
            Consents consents,
            Accounts accounts,
            KnownAccounts knownAccounts,
            Tenants tenants,
            AuthorityErrors errors,
            ConsentQuestions questions,
            ClientAssertions assertions,
            DeviceSignIns devices,
            Vault vault) {
        this.clients = clients;
        this.grants = grants;
        this.consents = consents;
        this.accounts = accounts;
        this.knownAccounts = knownAccounts;
        this.tenants = tenants;
        this.errors = errors;
        this.questions = questions;
        this.assertions = assertions;
        this.devices = devices;
        this.vault = vault;
    }

    /** The stored keys: without this bean every start would generate a key that nobody uses. */
    @Bean
    JWKSource<SecurityContext> signingSource(SigningKeys keys) {
        return (selector, context) -> selector.select(keys.signing());
    }

    @Bean
    OAuth2TokenGenerator<OAuth2Token> tokenGenerator(JWKSource<SecurityContext> signingSource, TokenClaims claims) {
        var jwts = new JwtGenerator(new NimbusJwtEncoder(signingSource));
        jwts.setJwtCustomizer(claims);
        return new DelegatingOAuth2TokenGenerator(jwts, new RefreshTokens());
    }

    @Bean
    @Order(20)
    SecurityFilterChain authorityV1(HttpSecurity http, OAuth2TokenGenerator<OAuth2Token> tokens) {
        return authority(http, Protocol.V1, tokens);
    }

    @Bean
    @Order(21)
    SecurityFilterChain authorityV2(HttpSecurity http, OAuth2TokenGenerator<OAuth2Token> tokens) {
        return authority(http, Protocol.V2, tokens);
    }

    /** What anybody may read, keys and metadata, and where a device begins that can prove nothing. */
    @Bean
    @Order(22)
    SecurityFilterChain authorityMetadataChain(HttpSecurity http) {
        return http.securityMatcher(AuthorityExceptions.ADDRESSES)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private SecurityFilterChain authority(
            HttpSecurity http, Protocol protocol, OAuth2TokenGenerator<OAuth2Token> tokens) {
        http.securityMatcher("/*" + protocol.authorizePath(), "/*" + protocol.tokenPath());
        return PortalSessions.use(http, Portal.PARTNERS, knownAccounts)
                .with(new OAuth2AuthorizationServerConfigurer(), server -> configure(server, protocol, tokens))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                // A bearer token proves nothing here; the framework would take it for a call to its own resources.
                .oauth2ResourceServer(server -> server.bearerTokenResolver(request -> null))
                .addFilterBefore(new UnreadableForms(errors), SecurityContextHolderFilter.class)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(this::begin))
                .build();
    }

    private void configure(
            OAuth2AuthorizationServerConfigurer server, Protocol protocol, OAuth2TokenGenerator<OAuth2Token> tokens) {
        var publicClients = new PublicClients(clients);
        var answers = new AuthorizeAnswers(grants, new Identities(clients, tokens));
        server.authorizationServerSettings(protocol.settings())
                .registeredClientRepository(clients)
                .authorizationService(grants)
                .authorizationConsentService(consents)
                .tokenGenerator(tokens)
                .clientAuthentication(client -> client.authenticationConverter(publicClients)
                        .authenticationProvider(publicClients)
                        .authenticationProviders(providers -> providers.forEach(this::knowSecrets))
                        .errorResponseHandler(errors))
                .tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverters(converters -> {
                            converters.clear();
                            converters.add(new TokenRequests(protocol, tenants));
                        })
                        .authenticationProvider(new PasswordGrants(accounts, tenants, new PersonTokens(grants, tokens)))
                        .authenticationProvider(
                                new DeviceCodeGrants(devices, tenants, new PersonTokens(grants, tokens)))
                        .accessTokenResponseHandler(new TokenAnswers(protocol, errors))
                        .errorResponseHandler(errors))
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestConverters(
                                converters -> converters.set(0, new AuthorizeRequests(protocol)))
                        .authenticationProviders(providers -> providers.forEach(this::addRules))
                        .consentPage("/consent")
                        .authorizationResponseHandler(answers)
                        .errorResponseHandler(answers))
                .oidc(Customizer.withDefaults());
    }

    private void knowSecrets(Object provider) {
        if (provider instanceof JwtClientAssertionAuthenticationProvider certificates) {
            certificates.setJwtDecoderFactory(assertions);
        }
        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
            secrets.setPasswordEncoder(new ApplicationClients.Secrets(vault));
        }
    }

    private void addRules(Object provider) {
        if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
            var rules = new AuthorizeRules(accounts);
            requests.setAuthenticationValidator(rules);
            requests.setAuthorizationConsentRequired(rules);
        }
        if (provider instanceof OAuth2AuthorizationConsentAuthenticationProvider answers) {
            answers.setAuthorizationConsentCustomizer(questions::complete);
        }
    }

    /** A person signs in first; an application that proves nothing hears so. */
    private void begin(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (request.getRequestURI().endsWith("/token")) {
            errors.onAuthenticationFailure(request, response, missing(request));
            return;
        }
        PortalSessions.signIn(request, response, Portal.PARTNERS);
    }

    private static AuthenticationException missing(HttpServletRequest request) {
        if (request.getParameter("client_id") == null && request.getHeader("Authorization") == null) {
            return AuthorityError.PARAMETER_MISSING.with("client_id");
        }
        if (request.getParameter("client_assertion") != null) {
            return AuthorityError.ASSERTION_TYPE_UNKNOWN.with(ClientAssertions.TYPE);
        }
        return AuthorityError.CLIENT_WRONG.with();
    }

    /** Refresh tokens are for public clients too: command line clients live on them. */
    private static final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {
        private final Base64StringKeyGenerator values =
                new Base64StringKeyGenerator(java.util.Base64.getUrlEncoder().withoutPadding(), REFRESH_TOKEN_BYTES);

        @Override
        public @org.jspecify.annotations.Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
            if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
                return null;
            }
            var now = Instant.now();
            var lifetime = context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive();
            return new OAuth2RefreshToken(values.generateKey(), now, now.plus(lifetime));
        }
    }
}
