package oroshi.portal.customerportal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import oroshi.access.CustomerCaller;
import oroshi.agreements.DirectAcceptances.Person;
import oroshi.onboarding.RelationshipConsent;

/** The visitor of the customer portal as the one who decides. */
final class Consents {
    private Consents() {}

    static RelationshipConsent of(CustomerCaller caller, HttpServletRequest request) {
        return of(caller, request, Optional.empty());
    }

    static RelationshipConsent of(
            CustomerCaller caller, HttpServletRequest request, Optional<String> agreementLanguage) {
        var person = new Person(caller.userId(), caller.name(), caller.globalAdmin());
        return new RelationshipConsent(person, agreementLanguage, request.getRemoteAddr());
    }
}
