package oroshi.portal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By which column a list is sorted; in addresses {@code name} upwards and {@code -name} downwards. */
public record Sorting(String column, boolean descending) {

    /** Reads the address's word; the first choice when it names no known column. */
    public static Sorting of(@Nullable String word, Set<String> columns, Sorting otherwise) {
        if (word == null) {
            return otherwise;
        }
        var descending = word.startsWith("-");
        var column = descending ? word.substring(1) : word;
        return columns.contains(column) ? new Sorting(column, descending) : otherwise;
    }

    public static Sorting by(String column) {
        return new Sorting(column, false);
    }

    /** The word for the address that a click on the column's heading leads to. */
    public String afterClick(String clicked) {
        return clicked.equals(column) && !descending ? "-" + clicked : clicked;
    }

    /** The aria-sort of a heading; null when the list is not sorted by it. */
    public @Nullable String ariaSort(String heading) {
        if (!heading.equals(column)) {
            return null;
        }
        return descending ? "descending" : "ascending";
    }
}
