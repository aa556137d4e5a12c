package oroshi.transfers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code transfers.transfer}, {@code transfers.offered} and {@code transfers.asked}. */
@Component
class TransferTable {
    private static final String SELECT = """
            select transfer_id, customer_id, source_id, target_id, customer_name, asked, status, lines, created_at,
                modified_at, completed_at, accepted_at, due_at, modified_by
            from transfers.transfer
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    TransferTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the row of one side. */
    void insert(PartnerId partnerId, Transfer transfer) {
        jdbc.sql("""
                insert into transfers.transfer (partner_id, transfer_id, customer_id, source_id, target_id, customer_name,
                    asked, status, lines, created_at, modified_at, due_at, modified_by)
                values (:partnerId, :id, :customerId, :sourceId, :targetId, :customerName,
                    cast(:asked as jsonb), :status, cast(:lines as jsonb), :createdAt, :modifiedAt, :dueAt, :modifiedBy)
                """)
                .param("partnerId", partnerId.value())
                .param("id", transfer.id())
                .param("customerId", transfer.customerId().value())
                .param("sourceId", transfer.sourceId().value())
                .param("targetId", transfer.targetId().value())
                .param("customerName", transfer.customerName())
                .param("asked", transfer.asked().map(json::writeValueAsString).orElse(null))
                .param("dueAt", utc(transfer.timing().dueAt()))
                .param("status", transfer.status().name())
                .param("lines", json.writeValueAsString(transfer.lines()))
                .param("createdAt", utc(transfer.createdAt()))
                .param("modifiedAt", utc(transfer.modifiedAt()))
                .param("modifiedBy", transfer.modifiedBy())
                .update();
    }

    /** Stores what became of the row of one side. */
    void update(PartnerId partnerId, Transfer transfer) {
        jdbc.sql("""
                update transfers.transfer
                set status = :status, lines = cast(:lines as jsonb), modified_at = :modifiedAt, modified_by = :modifiedBy,
                    completed_at = :completedAt, accepted_at = :acceptedAt, due_at = :dueAt
                where partner_id = :partnerId and transfer_id = :id
                """)
                .param("partnerId", partnerId.value())
                .param("id", transfer.id())
                .param("status", transfer.status().name())
                .param("lines", json.writeValueAsString(transfer.lines()))
                .param("modifiedAt", utc(transfer.modifiedAt()))
                .param("modifiedBy", transfer.modifiedBy())
                .param("completedAt", utc(transfer.completedAt()))
                .param("acceptedAt", utc(transfer.timing().acceptedAt()))
                .param("dueAt", utc(transfer.timing().dueAt()))
                .update();
    }

    void delete(PartnerId partnerId, UUID id) {
        jdbc.sql("delete from transfers.transfer where partner_id = :partnerId and transfer_id = :id")
                .param("partnerId", partnerId.value())
                .param("id", id)
                .update();
    }

    /** Those of the customer that concern the partner, the earliest first. */
    List<Transfer> list(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and customer_id = :customerId
                order by transfer_id
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query(this::transfer)
                .list();
    }

    Optional<Transfer> find(PartnerId partnerId, CustomerId customerId, UUID id) {
        return find(partnerId, customerId, id, "");
    }

    /** As the other, and nobody else changes it before the transaction is over; empty while somebody does. */
    Optional<Transfer> findAndHold(PartnerId partnerId, CustomerId customerId, UUID id) {
        return find(partnerId, customerId, id, "for update skip locked");
    }

    private Optional<Transfer> find(PartnerId partnerId, CustomerId customerId, UUID id, String hold) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and customer_id = :customerId and transfer_id = :id
                """ + hold)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("id", id)
                .query(this::transfer)
                .optional();
    }

    /** Notes that the subscription is offered; false when it is already. */
    boolean offer(PartnerId partnerId, SubscriptionId subscriptionId, UUID transferId) {
        return jdbc.sql("""
                insert into transfers.offered (partner_id, subscription_id, transfer_id)
                values (:partnerId, :subscriptionId, :transferId)
                on conflict (partner_id, subscription_id) do nothing
                """)
                        .param("partnerId", partnerId.value())
                        .param("subscriptionId", subscriptionId.value())
                        .param("transferId", transferId)
                        .update()
                == 1;
    }

    /** Notes that the partner is asked for the kind; false when it is already. */
    boolean ask(PartnerId partnerId, Transfer transfer, ProductKind kind) {
        return jdbc.sql("""
                insert into transfers.asked (partner_id, customer_id, target_id, kind, transfer_id)
                values (:partnerId, :customerId, :targetId, :kind, :transferId)
                on conflict (partner_id, customer_id, target_id, kind) do nothing
                """)
                        .param("partnerId", partnerId.value())
                        .param("customerId", transfer.customerId().value())
                        .param("targetId", transfer.targetId().value())
                        .param("kind", kind.name())
                        .param("transferId", transfer.id())
                        .update()
                == 1;
    }

    /** What the partner loses that is due earliest, and nobody else changes it meanwhile. */
    Optional<Transfer> findDue(PartnerId partnerId, Instant now) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and source_id = :partnerId and due_at <= :now
                order by due_at, transfer_id
                limit 1
                for update skip locked
                """)
                .param("partnerId", partnerId.value())
                .param("now", utc(now))
                .query(this::transfer)
                .optional();
    }

    /** When the next of what the partner loses is due. */
    Optional<Instant> findNextDue(PartnerId partnerId) {
        return jdbc.sql("""
                select due_at from transfers.transfer
                where partner_id = :partnerId and source_id = :partnerId and due_at is not null
                order by due_at
                limit 1
                """)
                .param("partnerId", partnerId.value())
                .query((row, number) ->
                        row.getObject("due_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Ends every offer of the transfer, and what it asks for. */
    void release(PartnerId partnerId, UUID transferId) {
        jdbc.sql("delete from transfers.asked where partner_id = :partnerId and transfer_id = :transferId")
                .param("partnerId", partnerId.value())
                .param("transferId", transferId)
                .update();
        jdbc.sql("delete from transfers.offered where partner_id = :partnerId and transfer_id = :transferId")
                .param("partnerId", partnerId.value())
                .param("transferId", transferId)
                .update();
    }

    private Transfer transfer(ResultSet row, int number) throws SQLException {
        return new Transfer(
                row.getObject("transfer_id", UUID.class),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new PartnerId(row.getObject("source_id", UUID.class)),
                new PartnerId(row.getObject("target_id", UUID.class)),
                row.getString("customer_name"),
                Optional.ofNullable(row.getString("asked")).map(text -> json.readValue(text, Asked.class)),
                TransferStatus.valueOf(row.getString("status")),
                Arrays.asList(json.readValue(row.getString("lines"), TransferLine[].class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("modified_at", OffsetDateTime.class).toInstant(),
                moment(row, "completed_at"),
                new Transfer.Timing(moment(row, "accepted_at"), moment(row, "due_at")),
                row.getString("modified_by"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static @Nullable OffsetDateTime utc(Optional<Instant> moment) {
        return moment.map(TransferTable::utc).orElse(null);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
