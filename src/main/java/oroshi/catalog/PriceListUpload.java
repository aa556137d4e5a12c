package oroshi.catalog;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import org.springframework.core.io.Resource;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/**
 * A price list that the operator sends as a ZIP archive of its files. It lies on disk while it is read; closing it removes
 * it. Its name is always the same, so that the same archive sent again goes on where a load of it was interrupted.
 */
final class PriceListUpload implements Closeable {
    private static final String NAME = "pricelist.zip";
    private static final int PIECE = 64 * 1024;

    private final Path directory;
    private final List<Resource> files;

    private PriceListUpload(Path directory, List<Resource> files) {
        this.directory = directory;
        this.files = files;
    }

    /** Keeps what is sent; refuses what is no archive, holds no CSV file, or is larger than allowed. */
    static PriceListUpload receive(InputStream sent, long largest) {
        try {
            var directory = Files.createTempDirectory("oroshi-pricelist");
            var received = false;
            try {
                copy(sent, directory.resolve(NAME), largest);
                var upload = new PriceListUpload(directory, files(directory));
                received = true;
                return upload;
            } finally {
                if (!received) {
                    remove(directory);
                }
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    List<Resource> files() {
        return files;
    }

    @Override
    public void close() {
        try {
            remove(directory);
        } catch (IOException locked) {
            throw new UncheckedIOException(locked);
        }
    }

    private static void copy(InputStream sent, Path target, long largest) throws IOException {
        try (OutputStream kept = Files.newOutputStream(target)) {
            var piece = new byte[PIECE];
            var total = 0L;
            for (var read = sent.read(piece); read >= 0; read = sent.read(piece)) {
                total += read;
                if (total > largest) {
                    throw unreadable("it is larger than " + largest + " bytes");
                }
                kept.write(piece, 0, read);
            }
        }
    }

    private static List<Resource> files(Path directory) throws IOException {
        try {
            var files = PriceListFiles.in(directory);
            if (files.isEmpty()) {
                throw unreadable("the archive holds no CSV file");
            }
            return files;
        } catch (ZipException broken) {
            throw unreadable("it is no ZIP archive");
        }
    }

    private static Refusal unreadable(String why) {
        return Refusal.because(RestRefusal.BODY_UNREADABLE, why);
    }

    private static void remove(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(NAME));
        Files.deleteIfExists(directory);
    }
}
