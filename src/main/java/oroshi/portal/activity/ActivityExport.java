package oroshi.portal.activity;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oroshi.activity.ActivityRecord;
import oroshi.portal.Texts;

/** The log as a CSV file that a spreadsheet opens: a byte-order mark, the visitor's language, no cell that is a formula. */
final class ActivityExport implements Closeable {
    private static final String MARK = "\uFEFF";

    private final CsvWriter csv;
    private final Texts texts;

    ActivityExport(OutputStream target, Texts texts) throws IOException {
        var writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        writer.write(MARK);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        this.texts = texts;
        csv.writeRecord(
                texts.text("activity.time"),
                texts.text("activity.customer"),
                texts.text("activity.action"),
                texts.text("activity.user"),
                texts.text("activity.status"),
                texts.text("activity.details"));
    }

    void write(ActivityRecord activity, Optional<String> customerName) {
        var row = new ActivityRow(activity, customerName);
        csv.writeRecord(
                texts.formats().instant(activity.occurredAt()),
                harmless(customerName.orElse(
                        activity.customerId().map(Object::toString).orElse(""))),
                texts.text(row.action()),
                harmless(activity.userName()),
                texts.text("activity.status." + activity.status()),
                harmless(details(row)));
    }

    private String details(ActivityRow row) {
        var why = row.refusal().map(texts::text).stream();
        var facts = row.facts().stream()
                .map(fact -> fact.name() + "=" + (fact.before().isEmpty() ? "" : fact.before() + " → ") + fact.after());
        return Stream.concat(why, facts).collect(Collectors.joining("; "));
    }

    private static String harmless(String cell) {
        return cell.isEmpty() || "=+-@".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
