package oroshi.onboarding;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.Refusal;

/** Adds a customer, its agreement and its first order in one call: what the portal's wizard does in four pages. */
@RestController
class SingleCallController {
    private final Onboarding onboarding;
    private final AccountChecks checks;

    SingleCallController(Onboarding onboarding, AccountChecks checks) {
        this.onboarding = onboarding;
        this.checks = checks;
    }

    @PostMapping("/oroshi/customers")
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(roles = {Role.GLOBAL_ADMIN, Role.USER_MANAGEMENT_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT})
    OnboardedResource onboardCustomer(@RequestBody OnboardingResource body, Caller caller) {
        var check = checks.check(caller, body.toInput(), SingleCallController::isoDate);
        var info = check.info().orElseThrow(() -> Refusal.of(check.problems()));
        return OnboardedResource.of(onboarding.add(caller, info, body.toLines()));
    }

    private static Optional<LocalDate> isoDate(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
