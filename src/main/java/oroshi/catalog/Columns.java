package oroshi.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the column types that the tables of the catalog share. */
final class Columns {
    private Columns() {}

    static LocalizedText text(ResultSet row, String name) throws SQLException {
        return new LocalizedText(row.getString(name + "_en"), row.getString(name + "_ja"));
    }

    static List<String> list(ResultSet row, String name) throws SQLException {
        return List.of((String[]) row.getArray(name).getArray());
    }

    static Set<String> set(ResultSet row, String name) throws SQLException {
        return Set.copyOf(list(row, name));
    }

    static Instant instant(ResultSet row, String name) throws SQLException {
        return row.getObject(name, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String name) throws SQLException {
        var time = row.getObject(name, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static @Nullable Category category(ResultSet row) throws SQLException {
        var id = row.getString("category");
        return id == null ? null : Category.find(id).orElse(null);
    }

    static PurchaseLimit limit(ResultSet row) throws SQLException {
        return new PurchaseLimit(PurchaseLimit.Scope.valueOf(row.getString("limit_scope")), row.getInt("limit_count"));
    }
}
