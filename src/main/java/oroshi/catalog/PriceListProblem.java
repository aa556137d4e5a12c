package oroshi.catalog;

/**
 * One thing that is wrong with a price list file.
 *
 * @param line as an editor counts, the header being line 1
 * @param column the column's heading; empty when the line as a whole is wrong
 */
public record PriceListProblem(String file, long line, String column, String message) {
    @Override
    public String toString() {
        var place = file + ":" + line;
        return column.isEmpty() ? place + ": " + message : place + ": " + column + ": " + message;
    }
}
