package oroshi.agreements;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The Agreement resource: an attestation as the contract names its members. */
record AgreementResource(
        @Nullable String userId,
        PrimaryContact primaryContact,
        String templateId,
        String dateAgreed,
        String type,
        @Nullable String agreementLink) {
    private static final DateTimeFormatter WITHOUT_ZONE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter WITH_ZONE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

    /** The person who accepted. */
    record PrimaryContact(
            String firstName,
            String lastName,
            String email,
            @Nullable String phoneNumber) {
        static PrimaryContact of(Signer signer) {
            return new PrimaryContact(
                    signer.firstName(),
                    signer.lastName(),
                    signer.email(),
                    signer.phone().isEmpty() ? null : signer.phone());
        }
    }

    /** As the answer to its creation has it. */
    static AgreementResource created(Acceptance acceptance) {
        return new AgreementResource(
                acceptance.attestedBy().map(Object::toString).orElse(null),
                PrimaryContact.of(acceptance.signer()),
                acceptance.template().templateId(),
                written(acceptance.agreedAt(), WITH_ZONE),
                acceptance.template().type().wireName(),
                null);
    }

    /** As the list has it: with a link, without the attesting user and without a zone. */
    static AgreementResource listed(Acceptance acceptance, String agreementLink) {
        return new AgreementResource(
                null,
                PrimaryContact.of(acceptance.signer()),
                acceptance.template().templateId(),
                written(acceptance.agreedAt(), WITHOUT_ZONE),
                acceptance.template().type().wireName(),
                agreementLink);
    }

    private static String written(Instant instant, DateTimeFormatter format) {
        return format.format(instant.atOffset(ZoneOffset.UTC));
    }
}
