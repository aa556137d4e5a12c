package oroshi.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import oroshi.basics.Problems;
import oroshi.partners.Partner;

/** What must be true of an attestation (J2 2.3, with E1 to E3 for the signer's address). */
@Component
class AttestationRules {
    private static final Pattern ADDRESS =
            Pattern.compile("[\\x21-\\x7e&&[^@]]{1,64}@(?=.{3,254}$)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
                    + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+");
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_ADDRESS = 254;

    private final AgreementSettings settings;

    AttestationRules(AgreementSettings settings) {
        this.settings = settings;
    }

    /** Refuses with everything that is wrong. */
    void require(Partner partner, NewAttestation attestation, LastDay last) {
        var problems = new Problems();
        checkSigner(problems, partner, attestation.signer());
        checkDate(problems, attestation, last);
        if (!attestation.template().isIn(attestation.language())) {
            problems.add("language", AgreementRefusal.LANGUAGE_NOT_OFFERED, attestation.language());
        }
        problems.refuse();
    }

    private void checkSigner(Problems problems, Partner partner, Signer signer) {
        for (var name : List.of(
                new Name("primaryContact.firstName", signer.firstName()),
                new Name("primaryContact.lastName", signer.lastName()))) {
            if (name.value().isEmpty()
                    || name.value().codePointCount(0, name.value().length()) > LONGEST_NAME) {
                problems.add(name.field(), AgreementRefusal.SIGNER_NAME);
            }
        }
        checkAddress(problems, partner, signer.email());
    }

    private void checkAddress(Problems problems, Partner partner, String email) {
        if (email.length() > LONGEST_ADDRESS || !ADDRESS.matcher(email).matches()) {
            problems.add("primaryContact.email", AgreementRefusal.SIGNER_EMAIL_FORMAT, email);
            return;
        }
        var domain = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (partner.owns(domain)) {
            problems.add("primaryContact.email", AgreementRefusal.SIGNER_OF_PARTNER, domain);
        }
        if (settings.operatorDomains().stream().anyMatch(own -> domain.equals(own) || domain.endsWith("." + own))) {
            problems.add("primaryContact.email", AgreementRefusal.SIGNER_OF_OPERATOR, domain);
        }
    }

    private static void checkDate(Problems problems, NewAttestation attestation, LastDay last) {
        if (last.isExceededBy(attestation)) {
            problems.add("dateAgreed", AgreementRefusal.DATE_FUTURE);
        }
        var effectiveFrom = attestation.template().effectiveFrom();
        if (attestation.day().isBefore(effectiveFrom)) {
            problems.add("dateAgreed", AgreementRefusal.DATE_OLD_VERSION, effectiveFrom);
        }
    }

    private record Name(String field, String value) {}

    /** Up to when an acceptance may have happened. */
    sealed interface LastDay {
        boolean isExceededBy(NewAttestation attestation);

        /** Today where the user is. */
        record Today(LocalDate day) implements LastDay {
            @Override
            public boolean isExceededBy(NewAttestation attestation) {
                return attestation.day().isAfter(day);
            }
        }

        /** A moment, for callers that send one. */
        record Until(Instant instant) implements LastDay {
            @Override
            public boolean isExceededBy(NewAttestation attestation) {
                return attestation.agreedAt().isAfter(instant);
            }
        }
    }
}
