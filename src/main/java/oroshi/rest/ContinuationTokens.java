package oroshi.rest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;
import oroshi.database.Vault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Continuation tokens: everything that leads from one page to its neighbours, sealed so that a caller can neither read
 * nor change it. A token is bound to the partner and to the list's address and lives for 24 hours.
 */
@Component
class ContinuationTokens {
    private static final Duration LIFETIME = Duration.ofHours(24);

    private final Vault vault;
    private final JsonMapper json = JsonMapper.shared();
    private final Clock clock = Clock.systemUTC();

    ContinuationTokens(Vault vault) {
        this.vault = vault;
    }

    String issue(PageRequest page, List<String> firstKey, List<String> lastKey, boolean first) {
        var expiresAt = clock.instant().plus(LIFETIME).getEpochSecond();
        var position = new Position(
                partner(),
                page.path(),
                page.size(),
                page.sortField().orElse(null),
                page.descending(),
                firstKey,
                lastKey,
                first,
                expiresAt);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(json.writeValueAsBytes(position)));
    }

    /** The position that the token holds; empty when it is unreadable, expired, or another partner's or list's. */
    Optional<Position> open(String token, String list) {
        try {
            var sealed = Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.ISO_8859_1));
            return Optional.of(json.readValue(vault.open(sealed), Position.class))
                    .filter(position -> position.partner().equals(partner()))
                    .filter(position -> position.list().equalsIgnoreCase(list))
                    .filter(position -> position.expiresAt() >= clock.instant().getEpochSecond());
        } catch (JacksonException | IllegalArgumentException | IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    private static String partner() {
        return PartnerScope.current().map(PartnerId::toString).orElse("");
    }

    /**
     * What a token holds.
     *
     * @param first whether nothing comes before the page
     */
    record Position(
            String partner,
            String path,
            int size,
            @Nullable String sortField,
            boolean descending,
            List<String> firstKey,
            List<String> lastKey,
            boolean first,
            long expiresAt) {
        /** The list's address without its query. */
        String list() {
            var query = path.indexOf('?');
            return query < 0 ? path : path.substring(0, query);
        }
    }
}
