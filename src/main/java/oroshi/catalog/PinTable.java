package oroshi.catalog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;

/** All SQL over {@code catalog.pin}. */
@Component
class PinTable {
    private final JdbcClient jdbc;

    PinTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The keys of the partner's pinned items, in the order of their places. */
    List<String> list(PartnerId partnerId) {
        return jdbc.sql("select item_key from catalog.pin where partner_id = :partnerId order by place")
                .param("partnerId", partnerId.value())
                .query((row, number) -> Objects.requireNonNull(row.getString("item_key")))
                .list();
    }

    /** Pins the item to a free place; false when there is none, it is pinned already, or somebody took the place. */
    boolean insert(PartnerId partnerId, String key, Instant now) {
        return jdbc.sql("""
                insert into catalog.pin (partner_id, place, item_key, pinned_at)
                select :partnerId, min(free.place), :key, :now
                from generate_series(1, :most) free(place)
                where not exists (
                    select from catalog.pin where pin.partner_id = :partnerId and pin.place = free.place)
                having count(*) > 0
                on conflict do nothing
                """)
                        .param("partnerId", partnerId.value())
                        .param("key", key)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("most", Pins.MOST)
                        .update()
                == 1;
    }

    /** Frees the item's place; false when it was not pinned. */
    boolean delete(PartnerId partnerId, String key) {
        return jdbc.sql("delete from catalog.pin where partner_id = :partnerId and item_key = :key")
                        .param("partnerId", partnerId.value())
                        .param("key", key)
                        .update()
                == 1;
    }
}
