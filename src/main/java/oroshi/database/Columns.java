package oroshi.database;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * The values of many rows for one statement with {@code unnest}: each parameter is an array of the texts of its values, one
 * for every row. The statement stays the same for any number of rows, so the database plans it once.
 */
public final class Columns {
    private Columns() {}

    public static MapSqlParameterSource of(List<MapSqlParameterSource> rows) {
        var columns = new HashMap<String, Object>();
        for (var position = 0; position < rows.size(); position++) {
            for (var value : rows.get(position).getValues().entrySet()) {
                var column = (@Nullable String[])
                        columns.computeIfAbsent(value.getKey(), name -> new @Nullable String[rows.size()]);
                column[position] = text(value.getValue());
            }
        }
        return new MapSqlParameterSource(columns);
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof Object[] parts) {
            return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        }
        return value == null ? null : value.toString();
    }
}
