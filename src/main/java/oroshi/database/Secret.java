package oroshi.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A generated password in a file that only its owner reads. */
record Secret(Path file) {
    private static final int BYTES = 24;

    /** The password; generated and kept when there is none yet. */
    String value() throws IOException {
        if (!Files.exists(file)) {
            keep(generate());
        }
        return Files.readString(file).strip();
    }

    private static String generate() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A temporary file is born readable by its owner alone, and is renamed when whole. */
    private void keep(String value) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        var beside = Files.createTempFile(folder, "new-", ".secret");
        Files.writeString(beside, value);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
