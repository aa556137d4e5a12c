package oroshi.orders;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.Ids;
import oroshi.database.Vault;

/** All SQL over {@code orders.paper_set} and {@code orders.attachment}; names and contents are sealed there. */
@Component
class AttachmentTable {
    private final JdbcClient jdbc;
    private final Vault vault;

    AttachmentTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Stores the papers and returns them in their order. */
    List<Attachment> insert(Order order, NewPapers papers, String by, Instant at) {
        var set = Ids.next();
        insertSet(set, order, papers, by, at);
        return papers.files().stream().map(file -> insert(set, order, file)).toList();
    }

    private void insertSet(UUID set, Order order, NewPapers papers, String by, Instant at) {
        jdbc.sql("""
                insert into orders.paper_set (
                    partner_id, set_id, order_id, customer_id, handed_in_at, handed_in_by, is_tender, customer_price,
                    currency, fx_rate, tender_link)
                values (
                    :partnerId, :set, :orderId, :customerId, :at, :by, :isTender, :price, :currency, :fxRate, :link)
                """)
                .param("partnerId", order.partnerId().value())
                .param("set", set)
                .param("orderId", order.id().value())
                .param("customerId", order.customerId().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("isTender", papers.isTender())
                .param("price", papers.customerPrice())
                .param("currency", papers.currency())
                .param("fxRate", papers.fxRate().orElse(null))
                .param("link", papers.tenderLink().orElse(null))
                .update();
    }

    private Attachment insert(UUID set, Order order, NewAttachment file) {
        var stored = new Attachment(
                Ids.next(),
                file.kind(),
                file.fileName(),
                file.mediaType(),
                file.bytes().getByteArray().length);
        jdbc.sql("""
                insert into orders.attachment (
                    partner_id, attachment_id, set_id, order_id, customer_id, kind, file_name, media_type, size_bytes,
                    content)
                values (
                    :partnerId, :id, :set, :orderId, :customerId, :kind, :fileName, :mediaType, :size, :content)
                """)
                .param("partnerId", order.partnerId().value())
                .param("id", stored.id())
                .param("set", set)
                .param("orderId", order.id().value())
                .param("customerId", order.customerId().value())
                .param("kind", stored.kind().name())
                .param("fileName", vault.seal(stored.fileName().getBytes(StandardCharsets.UTF_8)))
                .param("mediaType", stored.mediaType())
                .param("size", stored.size())
                .param("content", vault.seal(file.bytes().getByteArray()))
                .update();
        return stored;
    }

    List<Attachment> list(Order order) {
        return jdbc.sql("""
                select attachment_id, kind, file_name, media_type, size_bytes
                from orders.attachment
                where partner_id = :partnerId and order_id = :orderId
                order by attachment_id
                """)
                .param("partnerId", order.partnerId().value())
                .param("orderId", order.id().value())
                .query((row, number) -> attachment(row))
                .list();
    }

    Optional<Attachment.Content> find(Order order, UUID id) {
        return jdbc.sql("""
                select attachment_id, kind, file_name, media_type, size_bytes, content
                from orders.attachment
                where partner_id = :partnerId and order_id = :orderId and attachment_id = :id
                """)
                .param("partnerId", order.partnerId().value())
                .param("orderId", order.id().value())
                .param("id", id)
                .query((row, number) -> new Attachment.Content(
                        attachment(row), new ByteArrayResource(vault.open(row.getBytes("content")))))
                .optional();
    }

    private Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getObject("attachment_id", UUID.class),
                AttachmentKind.valueOf(row.getString("kind")),
                new String(vault.open(row.getBytes("file_name")), StandardCharsets.UTF_8),
                row.getString("media_type"),
                row.getInt("size_bytes"));
    }
}
