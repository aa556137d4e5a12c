package oroshi.customers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import oroshi.basics.Problem;
import oroshi.basics.Problems;

/** Checks what was typed or sent about a customer, the same for pages and API, and reports everything at once. */
@Component
public class CustomerRules {
    private final EmailRules emails;
    private final boolean registrationIdForbiddenElsewhere;

    CustomerRules(
            @Value("${oroshi.customers.operator-domains:microsoft.com}") Set<String> operatorDomains,
            @Value("${oroshi.customers.registration-id-elsewhere:OPTIONAL}") RegistrationIdElsewhere elsewhere) {
        this.emails = new EmailRules(operatorDomains);
        this.registrationIdForbiddenElsewhere = elsewhere == RegistrationIdElsewhere.FORBIDDEN;
    }

    /** Checks the entry; adds what is wrong to the problems and answers the customer when nothing is. */
    public Optional<NewCustomer> check(CustomerEntry entry, EmailLimits limits, Problems problems) {
        var check = new EntryCheck(entry, emails, limits, registrationIdForbiddenElsewhere);
        problems.addAll(check.problems());
        return check.result();
    }

    /** Checks the entry, or refuses with all that is wrong. */
    public NewCustomer require(CustomerEntry entry, EmailLimits limits) {
        var problems = new Problems();
        var customer = check(entry, limits, problems);
        problems.refuse();
        return customer.orElseThrow();
    }

    /** What is wrong with an e-mail address alone (E1 to E4), for fields outside the entry such as an agreement's signer. */
    public Optional<Problem> checkEmail(String field, @Nullable String email, EmailLimits limits) {
        return emails.problem(field, email, limits);
    }

    /** Checks an address alone, contact and company aside; answers what is wrong, or nothing. */
    public List<Problem> checkAddress(CustomerEntry entry) {
        var check = new AddressCheck(entry, "");
        check.address();
        return check.problems().list();
    }

    /** The address of the entry; empty when it breaks a rule of its country. */
    public Optional<PostalAddress> address(CustomerEntry entry) {
        var check = new AddressCheck(entry, "");
        return check.address().filter(address -> check.problems().isEmpty());
    }

    /** Whether a registration id may be sent for countries that don't demand one. */
    enum RegistrationIdElsewhere {
        OPTIONAL,
        FORBIDDEN
    }
}
