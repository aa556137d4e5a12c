package oroshi.subscriptions;

import oroshi.basics.Reason;

/** Why something cannot be done with a subscription. */
public enum SubscriptionRefusal implements Reason {
    SUBSCRIPTION_UNKNOWN("subscription.unknown", 404, 20003, "There is no subscription {0}."),
    ORDER_UNKNOWN("order.unknown", 404, 20000, "There is no order {0}."),
    NO_AZURE_SUBSCRIPTION("offer.noAzureSubscription", 400, 800011, "The subscription {0} is not for Azure."),
    AZURE_NOT_ACTIVE("offer.anchorNotActive", 400, 800012, "The subscription {0} is not active."),
    RESELLER_UNKNOWN("reseller.unknown", 404, 800015, "No partner has the id {0}."),
    RESELLER_IS_PROVIDER("reseller.isProvider", 404, 2072, "A provider's own id {0} is not a reseller of record."),
    RESELLER_NOT_VALID("reseller.unknown", 400, 800016, "{0} is not the id of an indirect reseller of the caller."),
    RESELLER_NOT_TAKEN(
            "subscription.resellerNotTaken", 400, 800098, "Only an indirect provider names a reseller of record."),
    NICKNAME_TOO_LONG("subscription.nicknameTooLong", 400, 800002, "A nickname can have at most {0} characters."),
    CHANGED_MEANWHILE("record.changed", 409, 800082, "The subscription was changed meanwhile."),
    ONLY_FAILED("subscription.onlyFailed", 400, 800040, "Only a set-up that failed can be tried again."),
    NOT_ALLOWED("subscription.notAllowed", 403, 900150, "Only the partner that sold the subscription changes it."),
    BEING_SET_UP("subscription.beingSetUp", 409, 800082, "The subscription is still being set up; try again later."),
    NOT_ACTIVATED("subscription.notActivated", 400, 800081, "The subscription must be activated before it is changed."),
    DEPARTED(
            "subscription.departed",
            400,
            900280,
            "The subscription is migrating or being transferred, or was, and cannot be changed."),
    ACTIVATED_BEFORE("subscription.activatedBefore", 400, 800041, "The subscription was activated before."),
    ONLY_IN_SANDBOX("subscription.onlyInSandbox", 400, 900127, "Only a sandbox partner activates for its customers."),
    ENTITLEMENT_UNKNOWN("subscription.entitlementUnknown", 404, 800111, "There is no Azure subscription {0}."),
    ENTITLEMENT_STATE(
            "subscription.entitlementState", 400, 900337, "The Azure subscription {0} cannot be reactivated now."),
    ENTITLEMENT_NOT_ALLOWED("access.roleMissing", 403, 900335, "Who reactivates is both global admin and admin agent."),
    CANCELLATION_REASON(
            "subscription.cancellationReason", 400, 900307, "{0} is no reason to shut down; compromise is."),
    OVERAGE_NOT_ALLOWED(
            "subscription.overageNotAllowed", 403, 800114, "The customer owns nothing that is used beyond licenses."),
    OVERAGE_NOT_MANAGED(
            "subscription.overageNotManaged",
            403,
            800114,
            "Only a partner with delegated administration manages what the customer uses beyond licenses."),
    OVERAGE_OF_ANOTHER(
            "subscription.overageOfAnother", 403, 800115, "What the customer uses is charged through another partner."),
    OVERAGE_WITH_CLASSIC(
            "subscription.overageWithClassic", 403, 800112, "The customer still owns classic Azure subscriptions."),
    ENDED("subscription.ended", 400, 900279, "The subscription has ended and accepts no more changes."),
    ENDING("subscription.ending", 400, 900277, "The term is over and the subscription is being expired."),
    RENEWING("subscription.renewing", 409, 900278, "The subscription is being renewed; try again later."),
    IN_RENEWAL("subscription.renewing", 409, 800082, "The subscription is being renewed; try again in two minutes."),
    DELETED("subscription.deleted", 400, 2011, "A deleted subscription cannot be changed."),
    UPDATES_USED_UP("subscription.updatesUsedUp", 400, 900311, "The subscription accepts no more than {0} updates."),
    QUANTITY_WITH_STATUS(
            "subscription.quantityWithStatus", 400, 2001, "Quantity and status are not changed in one request."),
    QUANTITY_WHILE_SUSPENDED(
            "subscription.whileSuspended",
            400,
            2001,
            "The quantity cannot change while the subscription is suspended."),
    WHILE_SUSPENDED("subscription.whileSuspended", 400, 800091, "A suspended subscription cannot be changed."),
    QUANTITY_FIXED("subscription.quantityFixed", 400, 800095, "The seats of this subscription cannot be changed."),
    QUANTITY_OF_ITEM(
            "subscription.quantityFixed", 403, 800027, "The seats of this item can neither become more nor fewer."),
    QUANTITY_UNDER_ASSURANCE(
            "subscription.quantityUnderAssurance",
            400,
            800092,
            "Software under Software Assurance gets no more seats."),
    TERM_NOT_SOLD("subscription.termNotSold", 403, 800028, "The term of the subscription is no longer sold."),
    QUANTITY_RANGE("quantity.range", 400, 2002, "The quantity has to be a whole number from {0} to {1}."),
    BELOW_ASSIGNED("subscription.belowAssigned", 400, 2002, "{0} seats are assigned to users."),
    BELOW_ADD_ON("subscription.belowAddOn", 400, 2002, "An add-on of the subscription has {0} seats."),
    SEATS_EXHAUSTED("subscription.seatsExhausted", 403, 800088, "The customer can buy {0} more seats of the product."),
    REDUCTION_CLOSED("subscription.reductionClosed", 400, 800090, "The number of seats can no longer be lowered."),
    REDUCTION_TOO_LARGE(
            "subscription.reductionTooLarge",
            400,
            900257,
            "Only {0} seats can be taken off: the {1}-day window of the others has closed."),
    REDUCTION_CLOSED_HOURS(
            "subscription.reductionClosedHours",
            400,
            900214,
            "The number of seats can no longer be lowered: the {0}-hour window for it has closed."),
    REDUCTION_CLOSED_DAYS(
            "subscription.reductionClosedDays",
            400,
            900257,
            "The number of seats can no longer be lowered: the {0}-day window for it has closed."),
    STATUS_NOT_POSSIBLE(
            "subscription.statusNotPossible", 400, 800040, "The status cannot change so from the current one."),
    STATUS_FIXED("subscription.statusFixed", 400, 800096, "The status of this subscription cannot be changed."),
    BENEFIT_FIXED(
            "subscription.statusFixed", 403, 900321, "Reservations and savings plans cannot be managed this way here."),
    AZURE_IN_USE(
            "subscription.azureInUse",
            403,
            900115,
            "An Azure plan is not suspended while an Azure subscription or a reservation is active under it."),
    BASE_NOT_ACTIVE(
            "subscription.baseNotActive", 409, 27009, "An add-on cannot be enabled while its parent is not active."),
    CANCELLATION_CLOSED("subscription.cancellationClosed", 400, 900117, "The {0}-day cancellation window has closed."),
    CANCELLATION_CLOSED_HOURS(
            "subscription.cancellationClosedHours", 400, 900213, "The {0}-hour cancellation window has closed."),
    RENEWAL_FIXED("subscription.renewalFixed", 400, 800093, "Auto-renew cannot be enabled for this subscription."),
    CYCLE_ON_ORDER("subscription.cycleOnOrder", 400, 2054, "The billing cycle is changed on the order."),
    CYCLE_FIXED("subscription.cycleFixed", 400, 800097, "The billing cycle of this subscription cannot be changed."),
    CYCLE_UNKNOWN("subscription.cycleUnknown", 400, 900269, "{0} is no billing cycle."),
    CYCLE_TOO_LONG("subscription.cycleTooLong", 400, 900270, "The billing cycle is longer than the term."),
    INPUT_INVALID("field.invalid", 400, 800002, "{0}"),
    SCHEDULE_NEEDS_RENEWAL(
            "subscription.scheduleNeedsRenewal",
            400,
            800093,
            "Only an active subscription that renews itself has changes scheduled; send autoRenewEnabled true with them."),
    NEXT_ITEM_NOT_SOLD("subscription.nextItemNotSold", 400, 3000, "{0} is not sold on the day of the renewal."),
    NEXT_ITEM_NOT_REACHABLE(
            "subscription.nextItemNotReachable", 400, 2006, "The subscription cannot be renewed as {0}."),
    END_DATE_PRODUCT(
            "subscription.endDateProduct",
            400,
            900244,
            "customTermEndDate works only for online-service licenses that are no trials."),
    END_DATE_INVALID(
            "subscription.endDateInvalid",
            400,
            900245,
            "The first term after the renewal cannot end on {0}: it lies outside of it, or too near to the end of a month."),
    END_DATE_UNALIGNED(
            "subscription.endDateUnaligned",
            400,
            900246,
            "{0} is neither the end of a month nor that of an active, paid license subscription."),
    PROMOTION_INVALID("subscription.promotionInvalid", 400, 27007, "The promotion {0} is not valid here."),
    TERM_OF_TRIAL("subscription.termOfTrial", 400, 800107, "Trials do not support term changes."),
    TERM_UNKNOWN("subscription.termUnknown", 400, 800121, "{0} is no term."),
    TERM_SHORTER("subscription.termShorter", 400, 800122, "The new term may not be shorter than the current one."),
    NOT_SUPPORTED("subscription.notSupported", 400, 800042, "{0} is not supported here yet.");

    private final Wording wording;

    SubscriptionRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
