package oroshi.rest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.EmptySqlParameterSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.database.Vault;
import oroshi.database.Writes;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code rest.request_outcome}: which calls were made, and what they were answered. */
@Component
class Repetitions {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final String CLAIMED = "claimed";

    private final JdbcClient jdbc;
    private final Writes writes;
    private final Vault vault;
    private final JsonMapper json = JsonMapper.shared();
    private final Clock clock = Clock.systemUTC();

    Repetitions(JdbcClient jdbc, Writes writes, Vault vault) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.vault = vault;
    }

    /**
     * Claims the call for this transaction; false when it was made before. While the first one still runs, the primary
     * key makes this one wait for its end, a minute at the longest.
     */
    boolean claim(PartnerId partnerId, String key) {
        var claimed = new AtomicInteger();
        writes.add("set local lock_timeout = '" + LONGEST_WAIT.toMillis() + "ms'", EmptySqlParameterSource.INSTANCE);
        writes.add(
                """
                insert into rest.request_outcome (partner_id, request_key, requested_at)
                values (:partnerId, :key, :now)
                on conflict do nothing
                """,
                new MapSqlParameterSource()
                        .addValue("partnerId", partnerId.value())
                        .addValue("key", key)
                        .addValue("now", clock.instant().atOffset(ZoneOffset.UTC)),
                claimed::set);
        writes.savepoint(CLAIMED);
        writes.flush();
        return claimed.get() == 1;
    }

    /** Takes back what the call has changed; the claim stays. */
    void undo() {
        writes.rollBackTo(CLAIMED);
    }

    void store(PartnerId partnerId, String key, Outcome outcome) {
        writes.add(
                """
                update rest.request_outcome
                set status = :status, headers = :headers::jsonb, body = :body
                where partner_id = :partnerId and request_key = :key
                """,
                new MapSqlParameterSource()
                        .addValue("status", outcome.status())
                        .addValue("headers", json.writeValueAsString(outcome.headers()))
                        .addValue("body", vault.seal(outcome.body().getBytes(StandardCharsets.UTF_8)))
                        .addValue("partnerId", partnerId.value())
                        .addValue("key", key));
    }

    /** What the call was answered; empty when it has no outcome yet. */
    Optional<Outcome> find(PartnerId partnerId, String key) {
        return jdbc.sql("""
                select status, headers, body from rest.request_outcome
                where partner_id = :partnerId and request_key = :key and status is not null
                """)
                .param("partnerId", partnerId.value())
                .param("key", key)
                .query((row, number) -> new Outcome(
                        row.getInt("status"), headers(row.getString("headers")), opened(row.getBytes("body"))))
                .optional();
    }

    /** Forgets outcomes older than that; clients repeat within a day. */
    int forget(PartnerId partnerId, Duration age) {
        return jdbc.sql("delete from rest.request_outcome where partner_id = :partnerId and requested_at < :before")
                .param("partnerId", partnerId.value())
                .param("before", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .update();
    }

    private String opened(byte[] sealed) {
        return new String(vault.open(sealed), StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> headers(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, Map.class);
    }

    /**
     * One answer.
     *
     * @param headers those that belong to the answer itself: content type, ETag, location
     */
    record Outcome(int status, Map<String, String> headers, String body) {}
}
