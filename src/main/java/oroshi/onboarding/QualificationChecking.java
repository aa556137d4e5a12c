package oroshi.onboarding;

import java.util.Optional;
import oroshi.basics.Problems;
import oroshi.customers.EducationSegment;
import oroshi.customers.Qualification;
import oroshi.customers.QualificationRequest;
import oroshi.customers.QualificationRules;
import oroshi.partners.PartnerRefusal;
import oroshi.partners.ValidationCode;

/** Checks the special qualification that is asked for, which only the public cloud knows. */
final class QualificationChecking {
    private final Reading reading;

    QualificationChecking(Reading reading) {
        this.reading = reading;
    }

    Optional<QualificationRequest> check() {
        if (!reading.partner().cloud().isPublic()) {
            return Optional.empty();
        }
        var asked = AccountChecking.find(Qualification.values(), reading.get(AccountField.QUALIFICATION));
        if (asked.isEmpty() && reading.has(AccountField.QUALIFICATION)) {
            reading.problem(AccountField.QUALIFICATION, OnboardingRefusal.VALUE_UNKNOWN);
        }
        if (asked.filter(Qualification.GOVERNMENT_COMMUNITY_CLOUD::equals).isPresent()) {
            governmentCommunity();
        }
        return asked.flatMap(this::request);
    }

    private Optional<QualificationRequest> request(Qualification asked) {
        var found = new Problems();
        var request = QualificationRules.check(
                asked,
                AccountChecking.find(EducationSegment.values(), reading.get(AccountField.EDUCATION_SEGMENT))
                        .orElse(null),
                reading.get(AccountField.EDUCATION_WEBSITE),
                reading.get(AccountField.GCC_VALIDATION_CODE),
                found);
        reading.found(found);
        return request;
    }

    private void governmentCommunity() {
        if (!reading.get(AccountField.COUNTRY).equals("US")) {
            reading.problem(AccountField.QUALIFICATION, OnboardingRefusal.VALUE_UNKNOWN);
        }
        var code = reading.get(AccountField.GCC_VALIDATION_CODE).strip();
        var held = reading.rules().validationCodes().list(reading.partner().id()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
        if (!code.isEmpty() && held.map(ValidationCode::remainingCreates).orElse(0) < 1) {
            reading.problem(
                    AccountField.GCC_VALIDATION_CODE,
                    held.isPresent() ? PartnerRefusal.VALIDATION_CODE_USED_UP : PartnerRefusal.VALIDATION_CODE_UNKNOWN,
                    code);
        }
    }
}
