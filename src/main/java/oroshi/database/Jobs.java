package oroshi.database;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;

/**
 * What waits to be done in the background. A thing to do is stored in the transaction that causes it and taken in the
 * transaction that does it, so a crash loses nothing and does nothing twice.
 */
@Component
public class Jobs {
    private final JdbcClient jdbc;
    private final Writes writes;

    Jobs(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** Leaves something to do to the job; nothing happens when it waits already. */
    public void add(String job, PartnerId partnerId, List<UUID> subjects) {
        writes.add(
                """
                insert into jobs.waiting (job, scope, subject, ripe_at)
                select :job, :scope, subject, now() from unnest(cast(:subjects as uuid[])) as subject
                on conflict (job, scope, subject) do nothing
                """,
                new MapSqlParameterSource()
                        .addValue("job", job)
                        .addValue("scope", partnerId.value())
                        .addValue(
                                "subjects",
                                subjects.stream().map(UUID::toString).toArray(String[]::new)));
    }

    /** Leaves a look to the job at a later moment of real time; one look is enough for all who ask for the moment. */
    public void addAt(String job, PartnerId partnerId, Instant moment) {
        jdbc.sql("""
                insert into jobs.waiting (job, scope, subject, ripe_at)
                values (:job, :scope, :subject, :ripeAt)
                on conflict (job, scope, subject) do nothing
                """)
                .param("job", job)
                .param("scope", partnerId.value())
                .param("subject", new UUID(0, moment.getEpochSecond()))
                .param("ripeAt", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** For whom something waits that may be done now. */
    public List<PartnerId> partners(String job, int most) {
        return jdbc.sql("select distinct scope from jobs.waiting where job = :job and ripe_at <= now() limit :most")
                .param("job", job)
                .param("most", most)
                .query((row, number) -> new PartnerId(row.getObject("scope", UUID.class)))
                .list();
    }

    /** Whether something waits for the partner that may be done now. */
    public boolean isWaiting(String job, PartnerId partnerId) {
        return jdbc.sql("select 1 from jobs.waiting where job = :job and scope = :scope and ripe_at <= now() limit 1")
                .param("job", job)
                .param("scope", partnerId.value())
                .query((row, number) -> row.getInt(1))
                .optional()
                .isPresent();
    }

    /** Ends what waits for the partner, whoever has taken it; inside the transaction that has done it. */
    public void end(String job, PartnerId partnerId, UUID subject) {
        jdbc.sql("delete from jobs.waiting where job = :job and scope = :scope and subject = :subject")
                .param("job", job)
                .param("scope", partnerId.value())
                .param("subject", subject)
                .update();
    }

    /** Takes what waits longest for the partner; it waits again when the transaction fails. */
    public List<UUID> take(String job, PartnerId partnerId, int most) {
        return take(job, partnerId, most, "skip locked");
    }

    /** As {@link #take}, but waits for whoever has taken something and is not done yet. */
    public List<UUID> takeInTurn(String job, PartnerId partnerId, int most) {
        return take(job, partnerId, most, "");
    }

    private List<UUID> take(String job, PartnerId partnerId, int most, String others) {
        return jdbc.sql("""
                delete from jobs.waiting
                where job = :job and scope = :scope and subject in (
                    select subject from jobs.waiting
                    where job = :job and scope = :scope and ripe_at <= now()
                    order by subject
                    limit :most
                    for update %s)
                returning subject
                """.formatted(others))
                .param("job", job)
                .param("scope", partnerId.value())
                .param("most", most)
                .query((row, number) -> row.getObject("subject", UUID.class))
                .list();
    }
}
