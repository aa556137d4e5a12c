package oroshi.onboarding;

import oroshi.basics.Reason;

/** Why a new customer is refused, beside the reasons of the modules that take part. */
public enum OnboardingRefusal implements Reason {
    REQUIRED("field.required", 400, 3000, "A value is required."),
    VALUE_UNKNOWN("value.unknown", 400, 3000, "choose one of the values that the field has."),
    NOT_IN_THIS_CLOUD("cloud.unsupported", 400, 900141, "This is not supported in this cloud."),
    CLOUD_CLOSED("cloud.closed", 400, 900141, "This cloud takes no new customers."),
    DATE_FORMAT("date.format", 400, 3000, "Enter a date such as 2019-04-24."),
    RESELLER_REQUIRED("reseller.required", 400, 3000, "Choose an indirect reseller, or none."),
    QUANTITY_RANGE("quantity.range", 400, 900275, "The quantity has to be a whole number from {0} to {1}."),
    ORDER_NEEDS_AGREEMENT(
            "agreement.awaiting", 403, 13605, "Nothing can be ordered before the customer accepts the agreement."),
    SANDBOX_FULL("sandbox.full", 400, 800018, "A sandbox account holds at most 75 customers."),
    PARTNER_AGREEMENT_MISSING(
            "partner.agreementMissing", 403, 900124, "The partner has not accepted the partner agreement."),
    NOT_GLOBAL_ADMIN(
            "relationship.notGlobalAdmin",
            403,
            900150,
            "Only a global admin of the customer decides about its partners."),
    PROFILE_INCOMPLETE("relationship.profileIncomplete", 400, 3000, "The company profile has to be completed first."),
    SERVED_BY_PROVIDER("relationship.servedByProvider", 409, 1003, "{0} serves the customer already."),
    SUBSCRIPTIONS_ACTIVE("leaving.subscriptions", 400, 900141, "Active subscriptions: {1}."),
    RESERVATIONS_HELD("leaving.reservations", 400, 900141, "Reservations that are not cancelled: {1}."),
    SOFTWARE_HELD("leaving.software", 400, 900141, "Software purchases that are not cancelled: {1}."),
    ORDERS_IN_PROGRESS("leaving.orders", 400, 900141, "Orders in progress: {1}."),
    NOTHING_TO_CHANGE(
            "patch.nothing",
            400,
            3000,
            "The request changes nothing: set relationshipToPartner to none or allowDelegatedAccess to false."),
    NOT_GRANTED_HERE("patch.notGranted", 400, 3000, "It can be taken away here, but not given."),
    NOT_A_SANDBOX("deleting.notSandbox", 400, 900127, "Only a sandbox account can delete customers."),
    ADDRESS_NEVER_VALIDATED("deleting.address", 400, 900141, "The customer's address was never validated."),
    DRAFT_UNKNOWN("draft.unknown", 404, 1000, "There is no such draft."),
    DRAFT_CHANGED("draft.changed", 409, 800060, "The draft was changed in another window.");

    private final Wording wording;

    OnboardingRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
