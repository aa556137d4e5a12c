package oroshi.portal.customers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.customers.BillingProfile;
import oroshi.customers.Customer;
import oroshi.customers.CustomerEntry;
import oroshi.customers.CustomerRefusal;
import oroshi.customers.PhoneNumber;
import oroshi.customers.RegistrationId;
import oroshi.portal.Form;
import oroshi.portal.Message;

/** The bill-to profile as fields of a form; a field is named like the last part of its path on the wire. */
public final class BillingForm {
    private BillingForm() {}

    /** A field that somebody else saved with another value. */
    public record Difference(String labelKey, String typed, String saved) {}

    static Form of(BillingProfile profile) {
        var form = Form.of(values(profile));
        return form.fill("version", profile.etag());
    }

    static CustomerEntry entry(Form form, Customer customer) {
        return new CustomerEntry(
                customer.country(),
                form.value("companyName"),
                form.value("addressLine1"),
                form.value("addressLine2"),
                customer.billing().address().addressLine3(),
                form.value("city"),
                form.value("state"),
                customer.billing().address().region(),
                form.value("postalCode"),
                customer.company().registrationId().map(RegistrationId::value).orElse(null),
                form.value("culture"),
                null,
                form.value("firstName"),
                form.value("lastName"),
                form.value("email"),
                form.value("phoneNumber"));
    }

    /** Shows every problem at its field. */
    public static void reject(Form form, Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            form.reject(refusal);
        }
        refusal.problems().forEach(problem -> reject(form, problem));
    }

    /** What the form would overwrite. */
    static List<Difference> differences(Form form, BillingProfile saved) {
        var differences = new ArrayList<Difference>();
        values(saved).forEach((field, value) -> {
            if (!form.value(field).equals(value)) {
                differences.add(new Difference(label(field), form.value(field), value));
            }
        });
        return differences;
    }

    private static void reject(Form form, Problem problem) {
        var field = problem.field().substring(problem.field().lastIndexOf('.') + 1);
        if (problem.reason() == CustomerRefusal.FIELD_REQUIRED) {
            form.require(field, label(field));
        } else if (problem.reason() == CustomerRefusal.NAME_LENGTH) {
            form.reject(field, problem.reason().key(), Message.of(label(field)));
        } else {
            form.reject(field, Message.of(problem));
        }
    }

    static String label(String field) {
        return "customers.field." + field;
    }

    private static Map<String, String> values(BillingProfile profile) {
        var address = profile.address();
        var values = new LinkedHashMap<String, String>();
        values.put("companyName", profile.companyName().value());
        values.put("addressLine1", address.addressLine1());
        values.put("addressLine2", text(address.addressLine2()));
        values.put("city", address.city());
        values.put("state", text(address.state()));
        values.put("postalCode", text(address.postalCode()));
        values.put("firstName", profile.contact().firstName());
        values.put("lastName", profile.contact().lastName());
        values.put("email", profile.contact().email().value());
        values.put("phoneNumber", profile.phone().map(PhoneNumber::value).orElse(""));
        values.put("culture", profile.culture().tag());
        return values;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
