package oroshi.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import oroshi.basics.CustomerId;

/**
 * A customer's acceptance, as a partner attested it. Records are only ever added; the last one of a type is current.
 *
 * @param ordinal counts the records of one partner, customer and type from 1
 * @param attestedBy the partner's user; empty for what was recorded without one
 */
public record Acceptance(
        CustomerId customerId,
        AgreementTemplate template,
        int ordinal,
        String language,
        Signer signer,
        Instant agreedAt,
        Optional<UUID> attestedBy,
        String attestedByName,
        Instant recordedAt) {
    /** The calendar day of the acceptance. */
    public LocalDate day() {
        return agreedAt.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
