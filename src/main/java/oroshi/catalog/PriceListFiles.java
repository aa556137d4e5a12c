package oroshi.catalog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** The files of a price list in a directory: CSV files, and those inside ZIP archives, as they are published. */
final class PriceListFiles {
    private PriceListFiles() {}

    static List<Resource> in(Path directory) throws IOException {
        var files = new ArrayList<Resource>();
        try (var listed = Files.list(directory)) {
            for (var path : listed.sorted().toList()) {
                if (isCsv(path.toString())) {
                    files.add(new FileSystemResource(path));
                } else if (path.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                    files.addAll(inArchive(path));
                }
            }
        }
        return files;
    }

    private static List<Resource> inArchive(Path archive) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory() && isCsv(entry.getName()))
                    .<Resource>map(entry -> new Archived(archive, entry))
                    .toList();
        }
    }

    private static boolean isCsv(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /** A file inside an archive; it may be read again and again. Archives call their only file the same, so both are named. */
    private static final class Archived extends AbstractResource {
        private final Path archive;
        private final String entry;

        private Archived(Path archive, ZipEntry entry) {
            this.archive = archive;
            this.entry = entry.getName();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            var zip = new ZipFile(archive.toFile());
            return new FilterInputStream(zip.getInputStream(Objects.requireNonNull(zip.getEntry(entry)))) {
                @Override
                public void close() throws IOException {
                    super.close();
                    zip.close();
                }
            };
        }

        @Override
        public String getFilename() {
            return archive.getFileName() + "!" + Path.of(entry).getFileName();
        }

        @Override
        public String getDescription() {
            return archive + "!" + entry;
        }
    }
}
