package oroshi.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;

/** All SQL over {@code catalog.price_list}. */
@Component
class PriceListTable {
    private static final String COLUMNS =
            "price_list_id, cloud, name, effective_from, loaded_at, activated_at, version";

    private final JdbcClient jdbc;

    PriceListTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The active list that is in force at the moment. */
    Optional<PriceList> findInForce(Cloud cloud, Instant at) {
        return jdbc.sql("""
                select %s from catalog.price_list
                where cloud = :cloud and activated_at is not null and effective_from <= :at
                order by effective_from desc
                limit 1
                """.formatted(COLUMNS))
                .param("cloud", cloud.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(PriceListTable::priceList)
                .optional();
    }

    /** The active list that comes next after the moment. */
    Optional<PriceList> findNext(Cloud cloud, Instant after) {
        return jdbc.sql("""
                select %s from catalog.price_list
                where cloud = :cloud and activated_at is not null and effective_from > :after
                order by effective_from
                limit 1
                """.formatted(COLUMNS))
                .param("cloud", cloud.name())
                .param("after", after.atOffset(ZoneOffset.UTC))
                .query(PriceListTable::priceList)
                .optional();
    }

    /** When the first active list of the cloud begins. */
    Optional<Instant> findFirst(Cloud cloud) {
        return jdbc.sql("""
                select min(effective_from) as at from catalog.price_list
                where cloud = :cloud and activated_at is not null
                """)
                .param("cloud", cloud.name())
                .query((row, number) -> Optional.ofNullable(Columns.instantOrNull(row, "at")))
                .single();
    }

    List<PriceList> list(Cloud cloud) {
        return jdbc.sql("""
                select %s from catalog.price_list where cloud = :cloud order by effective_from desc, loaded_at desc
                """.formatted(COLUMNS))
                .param("cloud", cloud.name())
                .query(PriceListTable::priceList)
                .list();
    }

    void insert(PriceList list) {
        jdbc.sql("""
                insert into catalog.price_list
                    (price_list_id, cloud, name, effective_from, loaded_at, activated_at, version)
                values (:id, :cloud, :name, :effectiveFrom, :loadedAt, null, :version)
                """)
                .param("id", list.id())
                .param("cloud", list.cloud().name())
                .param("name", list.name())
                .param("effectiveFrom", list.effectiveFrom().atOffset(ZoneOffset.UTC))
                .param("loadedAt", list.loadedAt().atOffset(ZoneOffset.UTC))
                .param("version", list.version())
                .update();
    }

    /** Removes a list that was never visible, with everything that belongs to it. */
    void delete(UUID id) {
        jdbc.sql("delete from catalog.price where price_list_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from catalog.price_list where price_list_id = :id and activated_at is null")
                .param("id", id)
                .update();
    }

    /** Takes away the active list that begins at the same moment, for the one that replaces it. */
    void deactivate(Cloud cloud, Instant effectiveFrom) {
        jdbc.sql("""
                update catalog.price_list set activated_at = null, version = version + 1
                where cloud = :cloud and effective_from = :effectiveFrom and activated_at is not null
                """)
                .param("cloud", cloud.name())
                .param("effectiveFrom", effectiveFrom.atOffset(ZoneOffset.UTC))
                .update();
    }

    void activate(UUID id, Instant now) {
        jdbc.sql("""
                update catalog.price_list set activated_at = :now, version = version + 1 where price_list_id = :id
                """).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    /** Sets, or with null removes, the end of sale of a code in every list of the cloud; how many items it names. */
    int endSale(Cloud cloud, String code, @Nullable Instant at) {
        var endsAt = at == null ? null : at.atOffset(ZoneOffset.UTC);
        var skus = jdbc.sql("""
                update catalog.sku set sale_ends_at = :at
                where lower(code) = lower(:code)
                    and price_list_id in (select price_list_id from catalog.price_list where cloud = :cloud)
                """)
                .param("cloud", cloud.name())
                .param("code", code)
                .param("at", endsAt)
                .update();
        var offers = jdbc.sql("""
                update catalog.offer set sale_ends_at = :at
                where lower(code) = lower(:code)
                    and price_list_id in (select price_list_id from catalog.price_list where cloud = :cloud)
                """)
                .param("cloud", cloud.name())
                .param("code", code)
                .param("at", endsAt)
                .update();
        jdbc.sql("update catalog.price_list set version = version + 1 where cloud = :cloud")
                .param("cloud", cloud.name())
                .update();
        return skus + offers;
    }

    private static PriceList priceList(ResultSet row, int number) throws SQLException {
        var activatedAt = row.getObject("activated_at", OffsetDateTime.class);
        return new PriceList(
                row.getObject("price_list_id", UUID.class),
                Cloud.valueOf(row.getString("cloud")),
                row.getString("name"),
                row.getObject("effective_from", OffsetDateTime.class).toInstant(),
                row.getObject("loaded_at", OffsetDateTime.class).toInstant(),
                activatedAt == null ? null : activatedAt.toInstant(),
                row.getLong("version"));
    }
}
