package oroshi.customers;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.SALES_AGENT;
import static oroshi.basics.PartnerType.DIRECT_BILL;
import static oroshi.basics.PartnerType.INDIRECT_PROVIDER;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.partners.PartnerRefusal;
import oroshi.partners.ValidationCode;
import oroshi.partners.ValidationCodes;
import oroshi.rest.RestRefusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/** Qualifications of a customer, in the present form and in the one that older clients speak. */
@RestController
class QualificationController {
    private static final String NONE = "none";

    private final Applications applications;
    private final Customers customers;
    private final ValidationCodes codes;

    QualificationController(Applications applications, Customers customers, ValidationCodes codes) {
        this.applications = applications;
        this.customers = customers;
        this.codes = codes;
    }

    @GetMapping("/v1/customers/{customerId}/qualifications")
    @Allows(
            applicationAlone = true,
            roles = {ADMIN_AGENT, SALES_AGENT, GLOBAL_ADMIN},
            publicCloudOnly = true)
    List<QualificationResource> list(@PathVariable CustomerId customerId, Caller caller) {
        return customers.qualifications(caller.partnerId(), customerId).stream()
                .map(QualificationResource::of)
                .toList();
    }

    @PostMapping("/v1/customers/{customerId}/qualifications")
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(
            roles = {ADMIN_AGENT, SALES_AGENT, GLOBAL_ADMIN},
            publicCloudOnly = true)
    QualificationResource apply(
            @PathVariable CustomerId customerId,
            @RequestParam(required = false) @Nullable String code,
            @RequestBody QualificationRequestResource body,
            Caller caller) {
        customers.get(caller.partnerId(), customerId);
        var request = body.toRequest(Optional.ofNullable(code));
        return QualificationResource.of(applied(caller, customerId, request));
    }

    @GetMapping("/v1/customers/{customerId}/qualification")
    @Allows(
            applicationAlone = true,
            roles = {ADMIN_AGENT, SALES_AGENT, GLOBAL_ADMIN},
            publicCloudOnly = true)
    JsonNode legacy(@PathVariable CustomerId customerId, Caller caller) {
        return quoted(customers.qualifications(caller.partnerId(), customerId).stream()
                .filter(CustomerQualification::isHeld)
                .map(held -> held.qualification().legacyName())
                .findFirst()
                .orElse(NONE));
    }

    @PutMapping("/v1/customers/{customerId}/qualification")
    @Allows(
            roles = {ADMIN_AGENT, SALES_AGENT, GLOBAL_ADMIN},
            publicCloudOnly = true)
    JsonNode applyLegacy(
            @PathVariable CustomerId customerId,
            @RequestParam(required = false) @Nullable String code,
            @RequestBody JsonNode body,
            Caller caller) {
        customers.get(caller.partnerId(), customerId);
        var request =
                new QualificationRequestResource(word(body), "HigherEducation", null, code).toRequest(Optional.empty());
        return quoted(applied(caller, customerId, request).qualification().legacyName());
    }

    /** As the door has it; a code that doesn't do is named as the member that it came in. */
    private CustomerQualification applied(Caller caller, CustomerId customerId, QualificationRequest request) {
        try {
            return applications.apply(caller.partnerId(), customerId, request);
        } catch (Refusal refusal) {
            throw refusal.is(PartnerRefusal.VALIDATION_CODE_UNKNOWN)
                            || refusal.is(PartnerRefusal.VALIDATION_CODE_USED_UP)
                    ? Refusal.of(
                            "validationCode",
                            refusal.reason(),
                            refusal.arguments().toArray())
                    : refusal;
        }
    }

    @GetMapping("/v1/customers/all/validations")
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER},
            publicCloudOnly = true)
    List<ValidationCodeResource> validationCodes(Caller caller) {
        return codes.list(caller.partnerId()).stream()
                .map(code -> ValidationCodeResource.of(caller, code))
                .toList();
    }

    /** The body is a bare word, or an object that holds it. */
    private static String word(JsonNode body) {
        var word = body.isObject() ? member(body) : body;
        if (!word.isString() || word.asString().isBlank()) {
            throw Refusal.of("qualification", RestRefusal.MISSING);
        }
        return word.asString();
    }

    /** The member that holds it, whatever the case of its name. */
    private static JsonNode member(JsonNode body) {
        return body.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase("qualification"))
                .map(Map.Entry::getValue)
                .reduce(MissingNode.getInstance(), (earlier, later) -> later);
    }

    /** A bare JSON text: Spring would write a String without its quotes, or as plain text. */
    private static JsonNode quoted(String word) {
        return StringNode.valueOf(word);
    }

    /** The ValidationCode resource as the contract has it. */
    record ValidationCodeResource(
            String partnerId,
            String organizationName,
            String validationId,
            int maxCreates,
            int remainingCreates,
            String eTag) {
        static ValidationCodeResource of(Caller caller, ValidationCode code) {
            return new ValidationCodeResource(
                    caller.partnerId().toString(),
                    code.organizationName(),
                    code.code(),
                    code.maxCreates(),
                    code.remainingCreates(),
                    "W/\"datetime'" + code.changedAt().toString().replace(":", "%3A") + "'\"");
        }
    }
}
