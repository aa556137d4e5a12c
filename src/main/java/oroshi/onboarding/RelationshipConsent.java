package oroshi.onboarding;

import java.util.Optional;
import oroshi.agreements.DirectAcceptances.Person;
import oroshi.basics.Refusal;

/**
 * Who decides about a company's partners, and what was decided with it.
 *
 * @param agreementLanguage in which language the agreement was read and accepted; empty when it was not accepted
 * @param address where the decision came from
 */
public record RelationshipConsent(Person person, Optional<String> agreementLanguage, String address) {
    void requireGlobalAdmin() {
        if (!person.globalAdmin()) {
            throw Refusal.because(OnboardingRefusal.NOT_GLOBAL_ADMIN);
        }
    }
}
