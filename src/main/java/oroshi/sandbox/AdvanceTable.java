package oroshi.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.rest.PageRequest;

/** All SQL over {@code sandbox.advance} and its steps. */
@Component
class AdvanceTable {
    private static final String COLUMNS =
            "partner_id, advance_id, from_at, target_at, reached_at, state, steps, asked_by, asked_at, ended_at";

    private final JdbcClient jdbc;

    AdvanceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False while another advance of the partner runs. */
    boolean insert(Advance advance) {
        return jdbc.sql("""
                insert into sandbox.advance (
                    partner_id, advance_id, from_at, target_at, reached_at, state, steps, asked_by, asked_at)
                values (:partnerId, :id, :from, :target, :reached, :state, :steps, :askedBy, :askedAt)
                on conflict do nothing
                """)
                        .param("partnerId", advance.partnerId().value())
                        .param("id", advance.id())
                        .param("from", utc(advance.from()))
                        .param("target", utc(advance.target()))
                        .param("reached", utc(advance.reached()))
                        .param("state", advance.state().name())
                        .param("steps", advance.steps())
                        .param("askedBy", advance.askedBy())
                        .param("askedAt", utc(advance.askedAt()))
                        .update()
                == 1;
    }

    Optional<Advance> findLatest(PartnerId partnerId) {
        return jdbc.sql("""
                select %s from sandbox.advance
                where partner_id = :partnerId
                order by advance_id desc
                limit 1
                """.formatted(COLUMNS))
                .param("partnerId", partnerId.value())
                .query(AdvanceTable::advance)
                .optional();
    }

    /** Takes the advance that runs, for so long, unless somebody else holds it. */
    Optional<Advance> hold(PartnerId partnerId, UUID holder, Duration patience) {
        return jdbc.sql("""
                update sandbox.advance
                set held_by = :holder, held_until = now() + make_interval(secs => :seconds)
                where partner_id = :partnerId and state = 'ADVANCING'
                    and (held_by is null or held_by = :holder or held_until < now())
                returning %s
                """.formatted(COLUMNS))
                .param("partnerId", partnerId.value())
                .param("holder", holder)
                .param("seconds", (double) patience.toSeconds())
                .query(AdvanceTable::advance)
                .optional();
    }

    /** False when somebody else has gone on meanwhile. */
    boolean reach(Advance before, Instant reached, List<AdvanceStep> steps) {
        var isFirst = jdbc.sql("""
                update sandbox.advance
                set reached_at = :reached, steps = steps + :more
                where partner_id = :partnerId and advance_id = :id and state = 'ADVANCING'
                    and reached_at = :before and steps = :steps
                """)
                        .param("partnerId", before.partnerId().value())
                        .param("id", before.id())
                        .param("reached", utc(reached))
                        .param("more", steps.size())
                        .param("before", utc(before.reached()))
                        .param("steps", before.steps())
                        .update()
                == 1;
        if (isFirst) {
            steps.forEach(step -> insert(before.partnerId(), step));
        }
        return isFirst;
    }

    private void insert(PartnerId partnerId, AdvanceStep step) {
        jdbc.sql("""
                insert into sandbox.advance_step (partner_id, advance_id, number, due_at, work, done)
                values (:partnerId, :id, :number, :dueAt, :work, :done)
                """)
                .param("partnerId", partnerId.value())
                .param("id", step.advanceId())
                .param("number", step.number())
                .param("dueAt", utc(step.dueAt()))
                .param("work", step.work())
                .param("done", step.done())
                .update();
    }

    /** Ends the advance; false when it has ended before. */
    boolean end(Advance advance, Advance.State state) {
        return jdbc.sql("""
                update sandbox.advance
                set state = :state, ended_at = now(), held_by = null, held_until = null,
                    reached_at = case when :state = 'DONE' then target_at else reached_at end
                where partner_id = :partnerId and advance_id = :id and state = 'ADVANCING'
                """)
                        .param("partnerId", advance.partnerId().value())
                        .param("id", advance.id())
                        .param("state", state.name())
                        .update()
                == 1;
    }

    /** A page of the steps of all advances; in the order in which they were done, or the latest first. */
    List<AdvanceStep> listSteps(PartnerId partnerId, PageRequest page) {
        var descending = page.descending() != page.backwards();
        var statement = jdbc.sql("""
                select advance_id, number, due_at, work, done from sandbox.advance_step
                where partner_id = :partnerId %1$s
                order by advance_id %2$s, number %2$s
                limit :limit
                """.formatted(
                                page.key().isEmpty()
                                        ? ""
                                        : "and (advance_id, number) %s (cast(:advance as uuid), :number)"
                                                .formatted(descending ? "<" : ">"),
                                descending ? "desc" : ""))
                .param("partnerId", partnerId.value())
                .param("limit", page.size() + 1);
        var placed = page.key().isEmpty()
                ? statement
                : statement
                        .param("advance", page.key().getFirst())
                        .param("number", Integer.parseInt(page.key().getLast()));
        return placed.query((row, number) -> new AdvanceStep(
                        row.getObject("advance_id", UUID.class),
                        row.getInt("number"),
                        instant(row, "due_at"),
                        row.getString("work"),
                        row.getInt("done")))
                .list();
    }

    private static Advance advance(ResultSet row, int number) throws SQLException {
        var endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Advance(
                new PartnerId(row.getObject("partner_id", UUID.class)),
                row.getObject("advance_id", UUID.class),
                instant(row, "from_at"),
                instant(row, "target_at"),
                instant(row, "reached_at"),
                Advance.State.valueOf(row.getString("state")),
                row.getInt("steps"),
                row.getString("asked_by"),
                instant(row, "asked_at"),
                Optional.ofNullable(endedAt).map(OffsetDateTime::toInstant));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
