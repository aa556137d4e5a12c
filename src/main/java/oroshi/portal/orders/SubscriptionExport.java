package oroshi.portal.orders;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import oroshi.portal.Texts;

/** A customer's subscriptions as a CSV file that a spreadsheet opens, with no cell that it takes for a formula. */
final class SubscriptionExport {
    private static final String MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Texts texts;

    SubscriptionExport(Texts texts) {
        this.texts = texts;
    }

    void write(List<SubscriptionRow> rows, OutputStream target) throws IOException {
        var writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        writer.write(MARK);
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer)) {
            csv.writeRecord(
                    texts.text("subscriptions.id"),
                    texts.text("subscriptions.subscription"),
                    texts.text("subscriptions.quantity"),
                    texts.text("subscriptions.status"),
                    texts.text("subscriptions.reseller"));
            rows.forEach(row -> csv.writeRecord(
                    row.subscription().id().toString(),
                    harmless(row.subscription().name(texts.language().locale())),
                    row.hasQuantity() ? String.valueOf(row.subscription().quantity()) : "",
                    texts.text(row.subscription().status().key()),
                    harmless(row.subscription().resellerMpnId().orElse(""))));
        }
    }

    private static String harmless(String cell) {
        return cell.isEmpty() || FORMULA_STARTS.indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
