package oroshi.mail;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.PartnerId;

/** Writes the letters of one kind when they are about to be sent; runs with the partner's rows in scope. */
public interface LetterWriter {
    /** The kind that messages name. */
    String kind();

    /** The letter from the facts that were queued; empty when there is nobody left to write to. */
    Optional<Letter> write(PartnerId partnerId, Map<String, String> facts);
}
