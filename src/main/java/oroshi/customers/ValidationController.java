package oroshi.customers;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.HELPDESK_AGENT;
import static oroshi.access.Role.SALES_AGENT;
import static oroshi.access.Role.USER_MANAGEMENT_ADMIN;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.basics.Typed;
import oroshi.directory.Directory;
import oroshi.directory.DirectoryRefusal;
import oroshi.rest.Fields;
import oroshi.rest.RestRefusal;

/** What a client may ask before it adds a customer: domains, addresses, the rules of a country. */
@RestController
class ValidationController {
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final CustomerRules rules;
    private final AddressPreparations addresses;
    private final Customers customers;
    private final AccountReviews reviews;
    private final Directory directory;

    ValidationController(
            CustomerRules rules,
            AddressPreparations addresses,
            Customers customers,
            AccountReviews reviews,
            Directory directory) {
        this.rules = rules;
        this.addresses = addresses;
        this.customers = customers;
        this.reviews = reviews;
        this.directory = directory;
    }

    /** 200 for a taken domain, 404 for a free one; neither has a body. */
    @RequestMapping(path = "/v1/domains/{domain}", method = RequestMethod.HEAD)
    @Allows(
            applicationAlone = true,
            roles = {ADMIN_AGENT, SALES_AGENT, GLOBAL_ADMIN, USER_MANAGEMENT_ADMIN})
    ResponseEntity<Void> checkDomain(@PathVariable String domain, Caller caller) {
        var name = Typed.domain(domain);
        if (!DOMAIN.matcher(name).matches()) {
            return ResponseEntity.badRequest().build();
        }
        return ResponseEntity.status(isTaken(name, caller) ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .build();
    }

    @PostMapping("/v1/validations/address")
    @Allows(
            applicationAlone = true,
            roles = {ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT, GLOBAL_ADMIN, USER_MANAGEMENT_ADMIN})
    Object validateAddress(
            @RequestHeader(name = "MS-PartnerCenter-Client", required = false) @Nullable String client,
            @RequestHeader(name = "MS-SdkVersion", required = false) @Nullable String version,
            @RequestBody AddressResource body,
            HttpServletRequest request) {
        var problems = rules.checkAddress(body.toEntry());
        var missing =
                problems.stream().filter(ValidationController::cannotBeChecked).toList();
        if (!missing.isEmpty()) {
            throw Refusal.of(missing);
        }
        var oldForm = AddressAnswers.isOldForm(client, version);
        if (!problems.isEmpty()) {
            if (oldForm) {
                throw Refusal.of(problems);
            }
            return AddressAnswers.of(body, problems);
        }
        var finding = addresses.found(request, body.toEntry());
        return oldForm ? isYes(finding) : AddressAnswers.of(body, finding);
    }

    private static boolean isYes(AddressFinding finding) {
        if (!finding.status().isYes()) {
            throw Refusal.of("addressLine1", CustomerRefusal.ADDRESS_INVALID);
        }
        return true;
    }

    @GetMapping("/v1/countryvalidationrules/{countryCode}")
    @Allows(
            applicationAlone = true,
            roles = {ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT, GLOBAL_ADMIN, USER_MANAGEMENT_ADMIN})
    CountryRulesResource countryRules(@PathVariable String countryCode) {
        if (!countryCode.matches("[A-Za-z]{2}")) {
            throw Refusal.of("countryCode", RestRefusal.INVALID_VALUE, "must be two letters");
        }
        return CountryRules.find(countryCode)
                .map(CountryRulesResource::of)
                .orElseThrow(() -> Refusal.because(CustomerRefusal.COUNTRY_WITHOUT_RULES, countryCode));
    }

    /** A customer whose account nobody reviews has no state; the contract gives that an answer of its own. */
    @GetMapping("/v1/customers/{customerId}/validationStatus")
    @Allows(roles = {ADMIN_AGENT, SALES_AGENT, GLOBAL_ADMIN})
    ValidationStatusResource validationStatus(
            @PathVariable CustomerId customerId, @RequestParam(required = false) @Nullable String type, Caller caller) {
        var kind = Fields.requiredText("type", type);
        if (!kind.equalsIgnoreCase("account")) {
            throw Refusal.of("type", RestRefusal.UNKNOWN_ENUM, kind, "account");
        }
        customers.get(caller.partnerId(), customerId);
        return reviews.find(caller.partnerId(), customerId)
                .map(ValidationStatusResource::of)
                .orElseThrow(() -> Refusal.because(CustomerRefusal.NO_ACCOUNT_STATUS, customerId));
    }

    /** Below the cloud's own suffix reserved words count as taken. */
    private boolean isTaken(String name, Caller caller) {
        return prefix(name, caller)
                .map(prefix -> isReservedOrTaken(prefix, caller))
                .orElseGet(() -> directory.isTaken(caller.cloud(), name));
    }

    private boolean isReservedOrTaken(String prefix, Caller caller) {
        try {
            return !directory.isFree(caller.cloud(), directory.prefix(caller.cloud(), prefix));
        } catch (Refusal refusal) {
            return refusal.is(DirectoryRefusal.DOMAIN_RESERVED);
        }
    }

    private Optional<String> prefix(String name, Caller caller) {
        var suffix = "." + directory.suffix(caller.cloud());
        return name.endsWith(suffix)
                ? Optional.of(name.substring(0, name.length() - suffix.length()))
                : Optional.empty();
    }

    private static boolean cannotBeChecked(Problem problem) {
        return List.of(
                        CustomerRefusal.FIELD_REQUIRED,
                        CustomerRefusal.FIELD_TOO_LONG,
                        CustomerRefusal.FIELD_CONTROL_CHARACTER,
                        CustomerRefusal.COUNTRY_UNKNOWN)
                .contains(problem.reason());
    }
}
