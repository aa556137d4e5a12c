package oroshi.orders;

import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;

/**
 * A paper that a partner handed in with an order, without its content.
 *
 * @param mediaType by the ending of its name
 */
public record Attachment(UUID id, AttachmentKind kind, String fileName, String mediaType, int size) {
    private static final int KILO = 1024;

    /** Its size as people read it, never zero. */
    public int sizeInKilobytes() {
        return (size + KILO - 1) / KILO;
    }

    /** A paper with what is in it. */
    public record Content(Attachment attachment, ByteArrayResource bytes) {}
}
