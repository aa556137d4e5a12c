package oroshi.onboarding;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Caller;

/** Checks what a user typed on Account info: every rule at once, in the order of the form. */
@Service
public class AccountChecks {
    private final AccountRules rules;

    AccountChecks(AccountRules rules) {
        this.rules = rules;
    }

    /**
     * Checks the page.
     *
     * @param dates reads a date as the user's language writes it
     */
    @Transactional(readOnly = true)
    public AccountCheck check(Caller caller, AccountInput input, Function<String, Optional<LocalDate>> dates) {
        return checking(caller, input, dates, Occasion.PAGE).result();
    }

    /** Checks it again at the submit: then the agreement must still be the version that the page showed. */
    AccountCheck checkAgain(Caller caller, AccountInput input, Function<String, Optional<LocalDate>> dates) {
        return checking(caller, input, dates, Occasion.SUBMIT).result();
    }

    /** Checks what adds a customer in one call. */
    @Transactional(readOnly = true)
    public AccountCheck checkCall(Caller caller, AccountInput input, Function<String, Optional<LocalDate>> dates) {
        return checking(caller, input, dates, Occasion.CALL).result();
    }

    private AccountChecking checking(
            Caller caller, AccountInput input, Function<String, Optional<LocalDate>> dates, Occasion occasion) {
        var partner = rules.partners().get(caller.partnerId());
        return new AccountChecking(Reading.of(rules, caller, partner, input, FieldNames.FORM), dates, occasion);
    }
}
