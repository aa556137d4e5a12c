package oroshi.orders;

import oroshi.basics.Reason;

/** Why an order, a cart or one of their lines is refused. */
public enum OrderRefusal implements Reason {
    /** A request without a line, or without a member that it needs. */
    INPUT_INVALID("order.input", 400, 800002, "The request input is not valid: {0}."),
    PARTNER_SUSPENDED("partner.suspended", 403, 800039, "The partner's enrolment is not active."),
    PARTNER_AGREEMENT_MISSING(
            "partner.agreementMissing", 403, 900124, "The partner has not accepted the partner agreement."),
    ORDERING_NOT_ALLOWED("order.notAllowed", 403, 800020, "Partners of this type do not order."),
    RESELLER_NOT_TAKEN("order.resellerNotTaken", 400, 2071, "Only indirect providers name a reseller."),
    RESELLER_STATEMENT_MISSING(
            "reseller.statementMissing",
            400,
            900206,
            "Confirm in partnerOnRecordAttestationAccepted that you act for the resellers you name."),
    OFFER_UNKNOWN("offer.unknown", 400, 800004, "There is no offer {0}."),
    OFFER_GONE("offer.gone", 403, 2091, "{0} is not on sale."),
    /** Its sale has not begun. */
    OFFER_NOT_YET("offer.gone", 403, 2085, "{0} is not on sale yet."),
    PARTNER_COUNTRY_CLOSED("offer.country", 403, 2030, "{0} is not sold in {1}, where the partner is."),
    SKU_MISSING("offer.unknown", 400, 900144, "{0} names no SKU of the product."),
    AVAILABILITIES_UNREADABLE("offer.unknown", 400, 900143, "{0} is sold, but has no such availability."),
    TAG_MISSING("offer.segment", 400, 800086, "The customer lacks the qualification that {0} requires."),
    CYCLE_NOT_SOLD("offer.cycle", 400, 800002, "{0} is not sold with this term and billing cycle."),
    PREREQUISITE_OF_ORDER(
            "offer.prerequisite", 403, 800020, "{0} needs {1}, which the customer neither owns nor buys."),
    AZURE_PLAN_FIRST("offer.prerequisite", 400, 900128, "{0} is metered and needs {1} first."),
    AZURE_PLAN_OF_RESERVATION("offer.azurePlanUnknown", 400, 900129, "The customer has no Azure plan {0}."),
    ANCHOR_NOT_VALID("offer.azurePlanUnknown", 400, 800021, "The customer has no subscription {0}."),
    QUANTITY_FIXED("quantity.range", 400, 800017, "It is sold {0} at a time."),
    SEATS_ABOVE_MAXIMUM("quantity.range", 403, 800067, "A subscription has from {0} to {1} seats."),
    OFFERS_PER_CUSTOMER("offer.onePerCustomer", 403, 800066, "A customer can have only {1} of {0}."),
    OFFER_USED_UP("offer.onePerCustomer", 400, 27006, "A customer can ever have {1} of {0}."),
    PRODUCT_GONE("offer.unknown", 404, 400013, "There is no product {0} any more."),
    SKU_GONE("offer.unknown", 404, 400018, "The product has no SKU {0} any more."),
    AVAILABILITY_GONE("offer.gone", 404, 400019, "{0} is not on sale any more; read the availabilities again."),
    ITEM_NOT_FOR_CUSTOMER("offer.segment", 403, 800020, "{0} cannot be sold to the customer any more."),
    NOT_IN_SANDBOX("offer.notInSandbox", 403, 900322, "{0} cannot be bought in a sandbox."),
    SANDBOX_QUOTA("offer.sandboxQuota", 400, 800018, "A sandbox buys at most {0} units at once."),
    QUANTITY_IN_SANDBOX("offer.sandboxQuota", 400, 900275, "A sandbox buys at most {0} units at once."),
    SANDBOX_PLANS("offer.sandboxPlans", 400, 900116, "A sandbox has at most {0} Azure plans."),
    AZURE_SUBSCRIPTIONS("offer.azureSubscriptions", 403, 800068, "A partner has at most {0} Azure subscriptions."),
    ENROLMENT_INACTIVE("partner.suspended", 403, 900149, "The enrolment in the programme {0} is not active."),
    CREDIT_LINE("credit.limit", 403, 800023, "The whole credit line is too low for the order by {0}."),
    RISK_REJECTED("order.rehearsed", 403, 800069, "The risk check rejected the order."),
    CHECK_PENDING("order.rehearsed", 400, 800022, "The order is refused until somebody has checked it."),
    TRANSACTION_REFUSED("order.rehearsed", 400, 800024, "The order was refused."),
    OUT_OF_STOCK("order.rehearsed", 400, 800010, "What was ordered is out of stock."),
    QUANTITY_OF_ORDER("order.quantity", 403, 800027, "The quantity of {0} is not changed on the order."),
    TERM_GONE("order.termGone", 403, 800028, "{0} is not sold any more for the term it was bought for."),
    NOTHING_PROVISIONED("order.nothingProvisioned", 404, 800007, "Order {0} says nothing about its set-up."),
    OFFER_COUNTRY("offer.country", 400, 800070, "{0} is not sold in {1}."),
    OFFER_SEGMENT("offer.segment", 403, 800020, "{0} cannot be sold to the customer's segment."),
    OFFER_QUALIFICATION("offer.qualification", 403, 2006, "{0} needs a qualification that the partner does not hold."),
    OFFER_CYCLE("offer.cycle", 400, 900269, "{0} is not sold with this term and billing cycle."),
    ONE_PER_CUSTOMER("offer.onePerCustomer", 403, 800089, "A customer can have only {1} of {0}."),
    SEATS_EXHAUSTED("offer.seats", 403, 800088, "{0} seats of {1} were asked for, {2} are left."),
    ATTESTATION_MISSING("offer.attestation", 400, 900203, "{0} needs attestationAccepted to be true."),
    END_DATE_PRODUCT("offer.endDateProduct", 400, 900242, "{0} cannot end before its term does."),
    END_DATE_INVALID("offer.endDate", 400, 900242, "{0} may not end on {1}."),
    END_DATE_UNALIGNED(
            "offer.endDateUnaligned",
            400,
            900242,
            "{1} is neither the end of a month nor that of an active, paid license subscription."),
    SCOPE_UNKNOWN(
            "offer.scope", 400, 900312, "The scope {0} of the provisioning context is neither shared nor single."),
    ENTITLEMENT_MISSING(
            "offer.entitlementMissing", 400, 900313, "The provisioning context needs the id of an Azure subscription."),
    AZURE_PLAN_MISSING(
            "offer.azurePlanMissing", 400, 900317, "The provisioning context needs the id of the Azure plan."),
    AZURE_MOVE_PENDING(
            "offer.azureMovePending", 409, 900112, "Nothing is bought for Azure while the upgrade {0} is pending."),
    AZURE_MOVE_RUNNING(
            "offer.azureMoveRunning", 409, 900113, "Nothing is bought for Azure while the upgrade {0} is running."),
    AZURE_MOVE_FAILED(
            "offer.azureMoveFailed",
            409,
            900114,
            "Nothing is bought for Azure because the upgrade {0} failed; begin it again first."),
    AZURE_PLAN_UNKNOWN("offer.azurePlanUnknown", 400, 900318, "The customer has no subscription {0}."),
    NO_AZURE_SUBSCRIPTION("offer.noAzureSubscription", 400, 800011, "The subscription {0} is not for Azure."),
    ANCHOR_NOT_ACTIVE("offer.anchorNotActive", 400, 800012, "The subscription {0} is not active."),
    ANCHOR_UNFIT("offer.anchorUnfit", 400, 800013, "The subscription {0} may not carry the reservation."),
    NOT_REGISTERED("offer.notRegistered", 400, 800030, "The subscription {0} has not been registered yet."),
    CURRENCY_FOREIGN("order.currency", 400, 900169, "Prices are in {0}, not in {1}."),
    RENEWAL_NOT_OFFERED("offer.renewal", 400, 800002, "{0} does not renew into a term of {1}."),
    COMMITMENT_NOT_TAKEN("offer.commitment", 400, 800002, "{0} takes no purchase commitment."),
    COMMITMENT_MISSING("offer.commitmentMissing", 400, 800002, "{0} needs a purchaseCommitment."),
    COMMITMENT_GRAIN("offer.commitmentGrain", 400, 800002, "A purchase commitment is hourly, not {0}."),
    COMMITMENT_AMOUNT("offer.commitmentAmount", 400, 800002, "A purchase commitment is {0} an hour or more."),
    ENTITLEMENT_NOT_ACTIVE(
            "offer.entitlementNotActive", 400, 900314, "The customer has no active Azure subscription {0}."),
    ENTITLEMENT_UNFIT("offer.anchorUnfit", 400, 900315, "{1} cannot be bought for the Azure subscription {0}."),
    RESELLER_INHERITED(
            "offer.resellerInherited", 403, 900323, "A savings plan has the reseller of its Azure plan, not {0}."),
    USER_MISSING("offer.userMissing", 403, 900329, "{0} is bought by somebody who is signed in."),
    RESELLERS_TOO_MANY("order.resellers", 400, 800002, "At most {0} further resellers can be named."),
    RESELLERS_ELSEWHERE(
            "order.resellersElsewhere",
            400,
            800002,
            "Further resellers are named only for customers in the EU and EFTA, not in {0}."),
    PROMOTION_INVALID("offer.promotion", 400, 27007, "The promotion {0} is not valid here."),
    TRIAL_OF_OWNED("offer.trialOfOwned", 403, 800089, "The customer already owns what {0} is the trial of."),
    PREREQUISITE_MISSING("offer.prerequisite", 400, 400041, "{0} needs {1}, which the customer neither owns nor buys."),
    BASE_NOT_FOUND("offer.base", 400, 800029, "{0} does not belong to the named base."),
    ADD_ON_EXCEEDS_BASE("offer.addOnQuantity", 400, 900275, "{0} can have at most the {1} licenses of its base."),
    PRICE_CHANGED("offer.priceChanged", 400, 800024, "The price of {0} changed from {1} to {2}."),
    QUANTITY_RANGE("quantity.range", 400, 900275, "The quantity has to be a whole number from {0} to {1}."),
    CREDIT_LIMIT("credit.limit", 403, 900121, "The order exceeds the credit limit by {0}."),
    SUCCESSOR_NOT_SET_UP("order.successorNotSetUp", 500, 800005, "What was ordered could not be set up."),
    ORDER_UNKNOWN("order.unknown", 404, 20000, "There is no order {0}."),
    PRICES_NOT_ALLOWED("order.pricesNotAllowed", 403, 800043, "The caller may not see prices."),
    ORDER_BUSY("order.busy", 409, 800014, "Order {0} is being set up or changed; try again later."),
    NOT_CANCELLABLE("order.notCancellable", 400, 800061, "Order {0} cannot be cancelled."),
    ONLY_SOFTWARE("order.onlySoftware", 403, 800019, "Outside the sandbox only orders of software are cancelled."),
    CANCELLED_BY_SUBSCRIPTION(
            "order.bySubscription", 400, 800063, "{0} is not cancelled on the order; work on its subscription."),
    LICENSES_BY_SUBSCRIPTION(
            "order.bySubscription", 403, 800077, "{0} is cancelled on the subscription, not on the order."),
    CANCELLATION_CLOSED("order.cancellationClosed", 400, 900117, "The {0}-day cancellation window has closed."),
    UPDATE_NOT_OFFERED("order.updateNotOffered", 400, 2006, "{0} does not allow this update."),
    CYCLE_OF_INACTIVE("order.cycleOfInactive", 400, 6000, "The order holds {0}, which is not active."),
    CYCLE_NOT_OFFERED("order.cycleNotOffered", 400, 6001, "{0} is not offered with the billing cycle {1}."),
    CYCLE_WHILE_BUSY(
            "order.busy", 400, 800072, "The billing cycle cannot change while order {0} is still being set up."),
    CYCLES_DISAGREE("order.cyclesDisagree", 400, 800085, "The billing cycle of {0} is not that of its order."),
    ADD_ON_UNFIT("offer.base", 400, 800029, "{0} does not belong to the named base."),
    ATTACHMENT_UNKNOWN("order.attachmentUnknown", 404, 20000, "The order has no file {0}."),
    PURCHASE_ORDER_MISSING("order.purchaseOrderMissing", 400, 900252, "A file with the purchase order is needed."),
    TENDER_MISSING("order.tenderMissing", 400, 900253, "A tender needs a tenderLink or a file of its own."),
    METADATA_INCOMPLETE("order.metadataIncomplete", 400, 900254, "The metadata needs customerPrice and currency."),
    LINE_NUMBER("order.lineNumber", 400, 800071, "The line number {0} is outside 0 to {1}, or used twice."),
    ITEM_MISSING("order.itemMissing", 400, 900142, "A line names no offer."),
    SEVERAL_ORDERS("order.several", 400, 4018, "The lines belong to several orders; use a cart."),
    CART_UNKNOWN("cart.unknown", 404, 800008, "There is no cart {0}."),
    CART_LINES_BAD("cart.lines", 400, 800009, "One or more lines of the cart are in error."),
    CART_BUSY("cart.busy", 409, 800064, "Another request is working on cart {0}."),
    /** Only pages send the state of the cart that their reader saw. */
    CART_CHANGED("cart.changed", 409, 800064, "Cart {0} was changed meanwhile."),
    CART_ORDERED("cart.ordered", 400, 800065, "Cart {0} was checked out before.");

    private final Wording wording;

    OrderRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
