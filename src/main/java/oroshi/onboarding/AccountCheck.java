package oroshi.onboarding;

import java.util.List;
import java.util.Optional;
import oroshi.basics.Problem;
import oroshi.customers.CustomerRow;

/**
 * What the checks of Account info came to.
 *
 * @param problems at the keys of {@link AccountField}, in the order of the form
 * @param info what was understood; empty when there is any problem
 * @param suspiciousName whether the company name deserves a second look (C5)
 * @param duplicate a customer of the same name in the same country (C7)
 */
public record AccountCheck(
        List<Problem> problems,
        Optional<CheckedAccount> info,
        boolean suspiciousName,
        Optional<CustomerRow> duplicate) {
    public AccountCheck {
        problems = List.copyOf(problems);
    }

    public boolean isPassed() {
        return info.isPresent();
    }
}
