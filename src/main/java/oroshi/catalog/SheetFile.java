package oroshi.catalog;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A sheet that is ready to be sent, as CSV or as a ZIP archive that holds one CSV. It lies on disk meanwhile, so that a
 * slow reader keeps neither memory nor a connection to the database busy; closing it removes it.
 */
public final class SheetFile implements Closeable {
    private final Path path;
    private final boolean archive;

    private SheetFile(Path path, boolean archive) {
        this.path = path;
        this.archive = archive;
    }

    /** Writes the lines of a sheet. */
    @FunctionalInterface
    interface Content {
        void write(CsvWriter csv) throws IOException;
    }

    /**
     * Makes the file; nothing is left behind when its content fails.
     *
     * @param entry name of the CSV inside the archive
     */
    static SheetFile of(String entry, boolean zipped, Content content) {
        try {
            var file = new SheetFile(Files.createTempFile("oroshi-sheet", null), zipped);
            try {
                file.write(entry, content);
                return file;
            } catch (IOException | RuntimeException failed) {
                file.close();
                throw failed;
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void write(String entry, Content content) throws IOException {
        try (var target = Files.newOutputStream(path);
                var csv = csv(archive ? archive(entry, target) : target)) {
            content.write(csv);
        }
    }

    private static ZipOutputStream archive(String entry, OutputStream target) throws IOException {
        var archive = new ZipOutputStream(target);
        archive.putNextEntry(new ZipEntry(entry));
        return archive;
    }

    /** As published: every field in quotes, lines end as on Windows. */
    static CsvWriter csv(OutputStream target) {
        return CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(target, StandardCharsets.UTF_8);
    }

    public boolean isArchive() {
        return archive;
    }

    public long size() throws IOException {
        return Files.size(path);
    }

    public void sendTo(OutputStream target) throws IOException {
        Files.copy(path, target);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
