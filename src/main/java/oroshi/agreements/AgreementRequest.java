package oroshi.agreements;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Problems;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/** An attestation as it arrives; any member may be missing, and who attests is never taken from here. */
record AgreementRequest(
        @Nullable PrimaryContact primaryContact,
        @Nullable String dateAgreed,
        @Nullable String templateId,
        @Nullable String type) {
    private static final int ISO_DATE = 10;

    /** The person who accepted. */
    record PrimaryContact(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phoneNumber) {
        private static final PrimaryContact NOBODY = new PrimaryContact(null, null, null, null);

        Signer toSigner() {
            return new Signer(text(firstName), text(lastName), text(email), text(phoneNumber));
        }
    }

    /** The same with every member that the contract demands, or a refusal that names all that are missing. */
    Demanded demanded() {
        var contact = primaryContact == null ? PrimaryContact.NOBODY : primaryContact;
        var problems = new Problems();
        demand(problems, "primaryContact.firstName", contact.firstName());
        demand(problems, "primaryContact.lastName", contact.lastName());
        demand(problems, "primaryContact.email", contact.email());
        demand(problems, "dateAgreed", dateAgreed);
        demand(problems, "templateId", templateId);
        demand(problems, "type", type);
        problems.refuse();
        return new Demanded(contact.toSigner(), moment(text(dateAgreed)), text(templateId), text(type));
    }

    /** An attestation whose members are all there. */
    record Demanded(Signer signer, Instant agreedAt, String templateId, String type) {}

    private static void demand(Problems problems, String field, @Nullable String value) {
        if (text(value).isEmpty()) {
            problems.add(field, RestRefusal.MISSING);
        }
    }

    /** Reads a date, a date with time, or one with a zone; without a zone it is in UTC. */
    private static Instant moment(String text) {
        return read(text)
                .orElseThrow(() -> Refusal.of(
                        "dateAgreed", RestRefusal.INVALID_VALUE, "use a date and time such as 2026-01-09T00:00:00Z"));
    }

    private static Optional<Instant> read(String text) {
        try {
            var moment = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.length() == ISO_DATE ? text + "T00:00:00" : text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    moment instanceof OffsetDateTime zoned
                            ? zoned.toInstant()
                            : LocalDateTime.from(moment).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
