package oroshi.portal.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oroshi.basics.Refusal;
import oroshi.partners.LegalProfile;
import oroshi.partners.PartnerBillingProfile;
import oroshi.partners.PartnerRefusal;
import oroshi.partners.ProfileAddress;
import oroshi.partners.ProfileContact;
import oroshi.partners.SupportProfile;
import oroshi.portal.Form;
import oroshi.portal.Message;

/** A partner's own profiles as fields of a form; a field is named like its path on the wire. */
public final class ProfileForm {
    private static final String ADDRESS = "address.";
    private static final String CONTACT = "primaryContact.";

    private ProfileForm() {}

    /** A field that somebody else saved with another value. */
    public record Difference(String labelKey, String typed, String saved) {}

    static Map<String, String> values(LegalProfile profile) {
        var values = new LinkedHashMap<String, String>();
        values.put("companyName", profile.companyName());
        put(values, profile.address());
        put(values, profile.primaryContact());
        values.put("companyApproverEmail", profile.approverEmail());
        return values;
    }

    static Map<String, String> values(PartnerBillingProfile profile) {
        var values = new LinkedHashMap<String, String>();
        put(values, profile.address());
        put(values, profile.primaryContact());
        values.put("purchaseOrderNumber", profile.purchaseOrderNumber());
        values.put("taxId", profile.taxId());
        return values;
    }

    static Map<String, String> values(SupportProfile profile) {
        var values = new LinkedHashMap<String, String>();
        values.put("website", profile.website());
        values.put("email", profile.email());
        values.put("telephone", profile.telephone());
        return values;
    }

    private static void put(Map<String, String> values, ProfileAddress address) {
        values.put(ADDRESS + "addressLine1", address.addressLine1());
        values.put(ADDRESS + "addressLine2", address.addressLine2());
        values.put(ADDRESS + "city", address.city());
        values.put(ADDRESS + "state", address.state());
        values.put(ADDRESS + "postalCode", address.postalCode());
    }

    private static void put(Map<String, String> values, ProfileContact contact) {
        values.put(CONTACT + "firstName", contact.firstName());
        values.put(CONTACT + "lastName", contact.lastName());
        values.put(CONTACT + "email", contact.email());
        values.put(CONTACT + "phoneNumber", contact.phoneNumber());
    }

    /** The address as typed; what the form doesn't ask for stays as it is. */
    static ProfileAddress address(Form form, ProfileAddress present) {
        return new ProfileAddress(
                present.country(),
                present.region(),
                form.value(ADDRESS + "city"),
                form.value(ADDRESS + "state"),
                form.value(ADDRESS + "addressLine1"),
                form.value(ADDRESS + "addressLine2"),
                present.addressLine3(),
                form.value(ADDRESS + "postalCode"),
                present.firstName(),
                present.middleName(),
                present.lastName(),
                present.phoneNumber());
    }

    static ProfileContact contact(Form form, ProfileContact present) {
        return new ProfileContact(
                form.value(CONTACT + "firstName"),
                present.middleName(),
                form.value(CONTACT + "lastName"),
                form.value(CONTACT + "email"),
                form.value(CONTACT + "phoneNumber"));
    }

    static SupportProfile support(Form form) {
        return new SupportProfile(form.value("email"), form.value("telephone"), form.value("website"));
    }

    /** Shows every problem at its field. */
    static void reject(Form form, Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            form.reject(refusal);
        }
        refusal.problems().forEach(problem -> {
            if (problem.reason().key().equals(PartnerRefusal.FIELD_REQUIRED.key())) {
                form.require(problem.field(), label(problem.field()));
            } else {
                form.reject(problem.field(), Message.of(problem));
            }
        });
    }

    /** What the form would overwrite, of the fields that it has. */
    static List<Difference> differences(Form form, Map<String, String> saved) {
        return saved.entrySet().stream()
                .filter(each -> form.values().containsKey(each.getKey()))
                .filter(each -> !form.value(each.getKey()).equals(each.getValue()))
                .map(each -> new Difference(label(each.getKey()), form.value(each.getKey()), each.getValue()))
                .toList();
    }

    static String label(String field) {
        return "settings.field." + field.substring(field.lastIndexOf('.') + 1);
    }
}
