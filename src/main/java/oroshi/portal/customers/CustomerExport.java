package oroshi.portal.customers;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import oroshi.customers.CustomerPageRequest;
import oroshi.customers.CustomerPosition;
import oroshi.customers.CustomerRow;
import oroshi.portal.Texts;

/** The customers as a CSV file that a spreadsheet opens: a byte-order mark, the reader's language, no cell that is a formula. */
final class CustomerExport implements Closeable {
    private static final String MARK = "\uFEFF";
    private static final int PORTION = 500;

    private final CsvWriter csv;
    private final Texts texts;

    CustomerExport(OutputStream target, Texts texts) throws IOException {
        var writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        writer.write(MARK);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        this.texts = texts;
        csv.writeRecord(
                texts.text("customers.id"),
                texts.text("customers.companyName"),
                texts.text("customers.domain"),
                texts.text("customers.relationship"));
    }

    /** How many customers are read at once, so that the file never is in memory as a whole. */
    static CustomerPageRequest portion(Optional<CustomerPosition> after) {
        return new CustomerPageRequest(PORTION, after, false);
    }

    void write(CustomerRow row) {
        csv.writeRecord(
                row.id().toString(),
                harmless(row.name()),
                harmless(row.domain()),
                texts.text("customers.relationship." + row.relationship().name()));
    }

    static String harmless(String cell) {
        return cell.isEmpty() || "=+-@".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
