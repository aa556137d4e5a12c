package oroshi.onboarding;

import jakarta.servlet.http.HttpServletRequest;
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
import oroshi.basics.PartnerType;
import oroshi.basics.Problems;
import oroshi.customers.AddressPreparations;
import oroshi.customers.AddressStatus;
import oroshi.customers.CustomerRefusal;

/** Adds a customer, its agreement and its first order in one call: what the portal's wizard does in four pages. */
@RestController
class SingleCallController {
    private final Onboarding onboarding;
    private final AccountChecks checks;
    private final AddressPreparations addresses;

    SingleCallController(Onboarding onboarding, AccountChecks checks, AddressPreparations addresses) {
        this.onboarding = onboarding;
        this.checks = checks;
        this.addresses = addresses;
    }

    @PostMapping("/oroshi/customers")
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(
            roles = {Role.GLOBAL_ADMIN, Role.USER_MANAGEMENT_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    OnboardedResource onboardCustomer(@RequestBody OnboardingResource body, Caller caller, HttpServletRequest request) {
        var input = body.toInput();
        var found = addresses.found(request, input.toEntry());
        var check = checks.checkCall(caller, input, SingleCallController::isoDate);
        var problems = new Problems();
        problems.addAll(check.problems());
        if (found.status() == AddressStatus.NONE) {
            problems.add(AccountField.ADDRESS_LINE_1.key(), CustomerRefusal.ADDRESS_INVALID);
        }
        problems.refuse();
        var info = check.info().orElseThrow().with(found.unasked());
        return OnboardedResource.of(onboarding.add(caller, info, body.toLines(), FieldNames.FORM));
    }

    private static Optional<LocalDate> isoDate(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
