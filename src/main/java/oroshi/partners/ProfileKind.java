package oroshi.partners;

import java.util.Locale;

/** Which of its own profiles a partner speaks of. */
enum ProfileKind {
    /** Who the company is by law; the operator vets it. */
    LEGAL_BUSINESS("update_partner_legal_profile"),
    /** How the company presents itself, with the language it works in. */
    ORGANIZATION("update_partner_organization_profile"),
    /** To whom the operator's invoices go. */
    BILLING("update_partner_billing_profile"),
    /** Where customers find help. */
    SUPPORT("update_partner_support_profile");

    private final String operation;

    ProfileKind(String operation) {
        this.operation = operation;
    }

    /** What the activity log calls a change of it. */
    String operation() {
        return operation;
    }

    String resourceId() {
        return name().toLowerCase(Locale.ROOT);
    }
}
