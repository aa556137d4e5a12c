package oroshi.portal.customers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.basics.Problems;
import oroshi.basics.Refusal;
import oroshi.customers.Applications;
import oroshi.customers.Customer;
import oroshi.customers.Customers;
import oroshi.customers.EducationSegment;
import oroshi.customers.Qualification;
import oroshi.customers.QualificationRequest;
import oroshi.customers.QualificationRules;
import oroshi.partners.ValidationCodes;
import oroshi.portal.Choice;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Locales;
import oroshi.portal.Message;
import oroshi.portal.Page;

/** The form that applies for a special qualification of a customer, or asks for a new vetting. */
@Controller
@Needs(Permission.CUSTOMER_QUALIFICATION)
class CustomerQualificationPages {
    private final Customers customers;
    private final Applications applications;
    private final ValidationCodes codes;
    private final Locales locales;

    CustomerQualificationPages(Customers customers, Applications applications, ValidationCodes codes, Locales locales) {
        this.customers = customers;
        this.applications = applications;
        this.codes = codes;
        this.locales = locales;
    }

    @GetMapping("/customers/{customerId}/account/qualification")
    Page edit(Caller caller, @PathVariable CustomerId customerId, HttpServletRequest request) {
        return page(caller, customers.get(caller.partnerId(), customerId), Form.empty(), request);
    }

    @PostMapping("/customers/{customerId}/account/qualification")
    Page apply(Caller caller, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var customer = customers.get(caller.partnerId(), customerId);
        var form = Form.of(request).require("qualification", "customers.qualifications");
        try {
            wanted(form).ifPresent(wanted -> applications.apply(caller.partnerId(), customerId, wanted));
        } catch (Refusal refusal) {
            form.reject("qualification", Message.of(refusal));
        }
        if (form.isRejected()) {
            return page(caller, customer, form, request).rejected();
        }
        return Page.redirect("/customers/" + customerId + "/account")
                .flash(Flash.success("customers.qualificationSaved"));
    }

    private static Optional<QualificationRequest> wanted(Form form) {
        var problems = new Problems();
        var wanted = one(Qualification.values(), form.value("qualification"))
                .flatMap(qualification -> QualificationRules.check(
                        qualification,
                        one(EducationSegment.values(), form.value("educationSegment"))
                                .orElse(null),
                        form.value("website"),
                        form.value("validationCode"),
                        problems));
        problems.list().forEach(problem -> form.reject(problem.field(), Message.of(problem)));
        return wanted;
    }

    private static <T extends Enum<T>> Optional<T> one(T[] values, String name) {
        return Arrays.stream(values).filter(each -> each.name().equals(name)).findFirst();
    }

    private Page page(Caller caller, Customer customer, Form form, HttpServletRequest request) {
        var texts = locales.texts(request);
        var held = codes.list(caller.partnerId());
        var offered = Choices.qualifications(texts).stream()
                .filter(choice -> isOffered(choice, customer, held.isEmpty()))
                .toList();
        return Page.of(
                "customers/qualification",
                "head",
                RecordHead.of(caller, customer),
                "customer",
                customer,
                "offered",
                offered,
                "segments",
                Choices.segments(texts),
                "codes",
                Choices.codes(held, texts),
                "form",
                form);
    }

    /** Nonprofit is never applied for here, the government community cloud only with a code and in its country. */
    private static boolean isOffered(Choice choice, Customer customer, boolean withoutCode) {
        return switch (Qualification.valueOf(choice.value())) {
            case EDUCATION, STATE_OWNED_ENTITY -> true;
            case GOVERNMENT_COMMUNITY_CLOUD ->
                !withoutCode && customer.country().equals("US");
            case NONPROFIT -> false;
        };
    }
}
