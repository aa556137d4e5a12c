package oroshi.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import oroshi.basics.Refusal;
import oroshi.rest.ErrorWriter;

/** The operator's addresses: a key as the bearer, no session, no partner. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperatorSettings.class)
class OperatorChain {
    private static final String ROOT = "/oroshi/operator/";

    @Bean
    @Order(5)
    SecurityFilterChain operators(HttpSecurity http, OperatorSettings settings, ErrorWriter errors) {
        return http.securityMatcher(request -> isOperators(request.getRequestURI()))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new KeyFilter(settings.keys(), errors), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static boolean isOperators(String path) {
        return (path.toLowerCase(Locale.ROOT) + "/").startsWith(ROOT);
    }

    /** Lets those in who hold a key. */
    private static final class KeyFilter extends OncePerRequestFilter {
        private static final String BEARER = "Bearer ";

        private final Map<String, String> keys;
        private final ErrorWriter errors;

        private KeyFilter(Map<String, String> keys, ErrorWriter errors) {
            this.keys = keys;
            this.errors = errors;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var operator = operator(request.getHeader("Authorization"));
            if (operator.isEmpty()) {
                response.setHeader("WWW-Authenticate", "Bearer");
                errors.write(response, Refusal.because(AccessRefusal.UNAUTHENTICATED));
                return;
            }
            CallerScope.run(operator.get(), () -> chain.doFilter(request, response));
        }

        private Optional<Operator> operator(@Nullable String header) {
            if (header == null || !header.startsWith(BEARER)) {
                return Optional.empty();
            }
            var digest = digest(header.substring(BEARER.length()).strip());
            return keys.entrySet().stream()
                    .filter(key -> MessageDigest.isEqual(bytes(key.getValue()), digest))
                    .findFirst()
                    .map(key -> new Operator(key.getKey()));
        }

        private static byte[] digest(String key) {
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(bytes(key));
                return bytes(HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
