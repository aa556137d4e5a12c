package oroshi.orders;

import static oroshi.orders.OrderRefusal.INPUT_INVALID;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import oroshi.basics.Refusal;

/** A paper to hand in. An instance is of a kind that is taken, not empty and not too large. */
public record NewAttachment(AttachmentKind kind, String fileName, ByteArrayResource bytes) {
    /** What one file may hold. */
    public static final int LARGEST = 5 * 1024 * 1024;

    private static final int LONGEST_NAME = 200;

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("txt", "text/plain"),
            Map.entry("csv", "text/csv"),
            Map.entry("doc", "application/msword"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"));

    public NewAttachment {
        fileName = bare(fileName);
        if (!TYPES.containsKey(ending(fileName))) {
            throw Refusal.because(
                    INPUT_INVALID,
                    "files end in "
                            + String.join(", ", TYPES.keySet().stream().sorted().toList()));
        }
        if (bytes.contentLength() == 0 || bytes.contentLength() > LARGEST) {
            throw Refusal.because(INPUT_INVALID, fileName + " is empty or larger than 5 MiB");
        }
    }

    /** The ending of every file that is taken, as a page tells it to the browser. */
    public static String endings() {
        return String.join(
                ",",
                TYPES.keySet().stream().sorted().map(ending -> "." + ending).toList());
    }

    String mediaType() {
        return Objects.requireNonNull(TYPES.get(ending(fileName)));
    }

    /** Without the folders that some browsers send, and without what no name has. */
    private static String bare(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("\\p{Cntrl}", "").strip();
        return Optional.of(clean)
                .filter(text -> text.length() <= LONGEST_NAME)
                .orElseThrow(() -> Refusal.because(INPUT_INVALID, "the name of a file is longer than " + LONGEST_NAME));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
