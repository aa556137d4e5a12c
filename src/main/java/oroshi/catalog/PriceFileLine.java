package oroshi.catalog;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A line of a price file, read column by column; what cannot be read names its place. */
record PriceFileLine(String file, NamedCsvRecord record) {
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,19}");
    private static final Pattern RATE = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,30})?");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");

    /** The line can't be used, and why. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient PriceListProblem problem;

        private Unreadable(PriceListProblem problem) {
            super(problem.toString(), null, false, false);
            this.problem = problem;
        }

        PriceListProblem problem() {
            return problem;
        }
    }

    /** The text, empty when the file has no such column. */
    String text(String column) {
        return record.findField(column).map(String::strip).orElse("");
    }

    String required(String column) {
        var text = text(column);
        if (text.isEmpty()) {
            throw unreadable(column, "is empty");
        }
        return text;
    }

    /** The text, which must have the form. */
    String matching(String column, Pattern form) {
        var text = required(column);
        if (!form.matcher(text).matches()) {
            throw unreadable(column, "'" + text + "' isn't well formed");
        }
        return text;
    }

    BigDecimal amount(String column) {
        return new BigDecimal(matching(column, AMOUNT));
    }

    /** A factor with many digits, more than zero. */
    BigDecimal rate(String column) {
        var rate = new BigDecimal(matching(column, RATE));
        if (rate.signum() == 0) {
            throw unreadable(column, "must be more than zero");
        }
        return rate;
    }

    int integer(String column, int otherwise) {
        var text = text(column);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notWhole) {
            throw unreadable(column, "'" + text + "' isn't a whole number");
        }
    }

    /** A number of units; empty when the column is. */
    Optional<Long> count(String column) {
        if (text(column).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(matching(column, COUNT)));
        } catch (NumberFormatException tooLarge) {
            throw unreadable(column, "is out of range");
        }
    }

    List<String> list(String column, String separator) {
        return Arrays.stream(text(column).split(Pattern.quote(separator), -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    <T> T value(String column, Function<String, Optional<T>> reader) {
        var text = text(column);
        return reader.apply(text).orElseThrow(() -> unreadable(column, "'" + text + "' isn't known"));
    }

    /** Where the line stands. */
    String place() {
        return file + ":" + record.getStartingLineNumber();
    }

    Unreadable unreadable(String column, String message) {
        return new Unreadable(new PriceListProblem(file, record.getStartingLineNumber(), column, message));
    }
}
