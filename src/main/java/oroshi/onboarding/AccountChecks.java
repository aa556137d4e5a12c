package oroshi.onboarding;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Caller;
import oroshi.agreements.Agreements;
import oroshi.clock.Clocks;
import oroshi.customers.CustomerRules;
import oroshi.customers.Customers;
import oroshi.directory.Directory;
import oroshi.partners.Markets;
import oroshi.partners.Partners;
import oroshi.partners.ValidationCodes;
import oroshi.relationships.Partnerships;

/** Checks what a user typed on Account info: every rule at once, in the order of the form. */
@Service
public class AccountChecks {
    private final AccountRules rules;

    AccountChecks(
            Partners partners,
            Markets markets,
            Directory directory,
            CustomerRules customerRules,
            Customers customers,
            Agreements agreements,
            Partnerships partnerships,
            ValidationCodes validationCodes,
            Clocks clocks) {
        this.rules = new AccountRules(
                partners,
                markets,
                directory,
                customerRules,
                customers,
                agreements,
                partnerships,
                validationCodes,
                clocks);
    }

    /**
     * Checks the page.
     *
     * @param dates reads a date as the user's language writes it
     */
    @Transactional(readOnly = true)
    public AccountCheck check(Caller caller, AccountInput input, Function<String, Optional<LocalDate>> dates) {
        return new AccountChecking(rules, caller, input, dates, false).result();
    }

    /** Checks it again at the submit: then the agreement must still be the version that the page showed. */
    AccountCheck checkAgain(Caller caller, AccountInput input, Function<String, Optional<LocalDate>> dates) {
        return new AccountChecking(rules, caller, input, dates, true).result();
    }
}
