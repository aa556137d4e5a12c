package oroshi.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import oroshi.rest.ErrorWriter;
import oroshi.rest.WirePaths;

/** Which callers may come near which addresses: a short chain for the API, one for each portal. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class SecurityChains {
    private static final String[] OPEN = {
        "/sign-in",
        "/sign-in/**",
        "/sign-out",
        "/preferences",
        "/assets/**",
        "/error",
        "/favicon.ico",
        "/actuator/health",
        "/actuator/health/**",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/swagger-ui.html",
        "/swagger-ui/**",
        "/api",
        "/api/**",
        "/agreement-documents/**"
    };
    private static final String CONTENT_POLICY = "Content-Security-Policy";
    private static final String BEARER = "Bearer ";
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; " + "base-uri 'self'; frame-ancestors 'none'";
    /** A form that signs in may end at another site: the application that sent the person here. */
    private static final String FORMS_STAY = "; form-action 'self'";

    /** Requests are measured as a whole; measuring each security filter costs more than what most of them do. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** A proxy's address is HTTPS alone; to say so of this machine's own second port would close the first. */
    @Bean
    Customizer<HeadersConfigurer<HttpSecurity>> strictTransport() {
        return headers -> headers.httpStrictTransportSecurity(
                transport -> transport.requestMatcher(SecurityChains::isBehindProxy));
    }

    /** The API: bearer tokens, no session, nothing that a call does not need. */
    @Bean
    @Order(10)
    SecurityFilterChain apiChain(HttpSecurity http, KnownTokens tokens, TokenCallers callers, ErrorWriter errors) {
        AuthenticationManager manager = bearer -> authenticate((BearerTokenAuthenticationToken) bearer, tokens);
        return http.securityMatcher(request -> WirePaths.isWire(request.getRequestURI()))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> manager)
                        .bearerTokenResolver(SecurityChains::bearer)
                        .authenticationEntryPoint(
                                (request, response, failure) -> TokenCallerFilter.unauthenticated(response, errors)))
                .addFilterBefore(new TokenCallerFilter(callers, errors), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** The token of the header, of whatever form: whether it is good is for the verifier to say. */
    private static @Nullable String bearer(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var named = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return named ? header.substring(BEARER.length()).strip() : null;
    }

    private static TokenAuthentication authenticate(BearerTokenAuthenticationToken bearer, KnownTokens tokens) {
        return tokens.verify(bearer.getToken())
                .map(TokenAuthentication::new)
                .orElseThrow(() -> new BadCredentialsException("The token is not good here"));
    }

    /** The customer portal: people of customers, signed in there. */
    @Bean
    @Order(40)
    SecurityFilterChain customerPortalChain(
            HttpSecurity http, ObjectProvider<PartnerAccounts> partners, KnownAccounts accounts) {
        http.securityMatcher("/customer-portal", "/customer-portal/**");
        return portal(http, Portal.CUSTOMERS, new SessionCallerFilter(partners, accounts, Portal.CUSTOMERS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/customer-portal/sign-in", "/customer-portal/sign-in/**", "/customer-portal/sign-out")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** The partner portal and everything that no other chain took. */
    @Bean
    @Order(50)
    SecurityFilterChain portalChain(
            HttpSecurity http, ObjectProvider<PartnerAccounts> partners, KnownAccounts accounts) {
        return portal(http, Portal.PARTNERS, new SessionCallerFilter(partners, accounts, Portal.PARTNERS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(monitoring())
                        .permitAll()
                        .requestMatchers("/actuator", "/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Metrics are for whoever runs the machine. */
    private static RequestMatcher monitoring() {
        var here = new IpAddressMatcher("127.0.0.1");
        var hereToo = new IpAddressMatcher("::1");
        return request ->
                request.getRequestURI().startsWith("/actuator") && (here.matches(request) || hereToo.matches(request));
    }

    private static HttpSecurity portal(HttpSecurity http, Portal portal, SessionCallerFilter callers) {
        return signedIn(http, portal)
                .addFilterBefore(callers, AuthorizationFilter.class)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(new SignInEntry(portal))
                        .accessDeniedHandler(new StaleForm(portal)));
    }

    /** What every chain has whose people are those of a portal's session. */
    static HttpSecurity signedIn(HttpSecurity http, Portal portal) {
        var contexts = new HttpSessionSecurityContextRepository();
        contexts.setSpringSecurityContextKey(portal.contextKey());
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecurityChains::headers);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter((request, response) -> {
                    if (!isReference(request) && !response.containsHeader(CONTENT_POLICY)) {
                        response.setHeader(CONTENT_POLICY, policy(request));
                    }
                })
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private static boolean isBehindProxy(HttpServletRequest request) {
        return request.isSecure() && request.getHeader("X-Forwarded-Proto") != null;
    }

    private static String policy(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.contains("/sign-in") || path.contains("/consent") ? POLICY : POLICY + FORMS_STAY;
    }

    /** The browsable reference of the API brings its own styles. */
    private static boolean isReference(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/swagger-ui");
    }
}
