package oroshi.onboarding;

import java.util.EnumSet;
import java.util.Set;

/** Refuses what the partner's cloud never asks for: whoever sends it all the same is not ignored (J12-01). */
final class CloudChecking {
    private static final Set<AccountField> ONLY_PUBLIC_CLOUD = EnumSet.of(
            AccountField.QUALIFICATION,
            AccountField.EDUCATION_SEGMENT,
            AccountField.EDUCATION_WEBSITE,
            AccountField.GCC_VALIDATION_CODE,
            AccountField.AGREEMENT_MODE,
            AccountField.AGREEMENT_LANGUAGE,
            AccountField.AGREEMENT_DATE,
            AccountField.SIGNER_DIFFERS,
            AccountField.RESELLER);

    private final Reading reading;

    CloudChecking(Reading reading) {
        this.reading = reading;
    }

    void check() {
        if (!reading.partner().cloud().isPublic()) {
            ONLY_PUBLIC_CLOUD.stream()
                    .filter(reading::has)
                    .forEach(field -> reading.problem(field, OnboardingRefusal.NOT_IN_THIS_CLOUD));
        }
    }
}
