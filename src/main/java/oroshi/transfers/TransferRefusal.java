package oroshi.transfers;

import oroshi.basics.Reason;

/** Why subscriptions cannot go to another partner. */
public enum TransferRefusal implements Reason {
    INPUT_INVALID("transfer.input", 400, 800002, "The request input is not valid: {0}."),
    NOT_TRANSFERABLE("transfer.notTransferable", 400, 800078, "The subscription {0} cannot be transferred."),
    OFFER_NOT_SOLD("transfer.offerNotSold", 400, 800004, "{0} is not sold to the customer by the receiving partner."),
    ORDER_REFUSED("transfer.orderRefused", 500, 800005, "{0} could not be ordered for the customer."),
    PARTNER_UNKNOWN("transfer.partnerUnknown", 404, 800015, "No partner has the id {0}."),
    RESELLER_NOT_VALID("transfer.reseller", 400, 800016, "{0} is not the id of an indirect reseller of the caller."),
    TRANSFER_UNKNOWN("transfer.unknown", 404, 900100, "There is no transfer {0}."),
    OFFERED_ALREADY("transfer.offered", 409, 900101, "The subscription {0} is being transferred already."),
    ASKED_ALREADY("transfer.asked", 409, 900101, "An earlier transfer of {0} of this customer is running already."),
    IN_PROGRESS("transfer.inProgress", 409, 900101, "The transfer {0} is being carried out."),
    STATUS_NOT_POSSIBLE("transfer.status", 400, 900102, "The status of the transfer does not allow this."),
    ORDER_FAILED("transfer.orderFailed", 500, 900103, "What was ordered for {0} could not be set up."),
    BUSY("transfer.busy", 409, 900104, "Another request is working on the transfer."),
    LEGACY_AZURE("transfer.legacyAzure", 400, 900131, "The customer owns legacy Azure subscriptions."),
    AZURE_PLAN_INACTIVE("transfer.azurePlanInactive", 400, 900132, "The customer's Azure plan is not active."),
    AZURE_PLAN_MISSING("transfer.azurePlanMissing", 400, 900133, "The customer has no Azure plan."),
    AZURE_PLAN_NOT_SOLD("transfer.azurePlanNotSold", 400, 900134, "The Azure plan cannot be bought."),
    SOURCE_MISSING("transfer.sourceMissing", 400, 900136, "The e-mail or domain of the source partner is missing."),
    NOT_ENABLED("transfer.notEnabled", 403, 900137, "A partner is not enabled for transfers."),
    OTHER_CLOUD("transfer.otherCloud", 403, 900138, "The cloud of a partner is not supported."),
    AZURE_NOT_TAKEN(
            "transfer.azureNotTaken",
            403,
            900139,
            "The transfer cannot be accepted with Azure subscriptions; ask for one without them."),
    NOTHING_FOUND(
            "transfer.nothingFound",
            404,
            900140,
            "The source partner {0} has no subscriptions of this customer that could be transferred."),
    TYPE_UNKNOWN("transfer.type", 400, 900141, "Only directtoindirect is supported, not {0}."),
    RESERVATIONS_ATTACHED("transfer.reservations", 400, 900145, "Reservations block the transfer."),
    MARKETPLACE_ITEMS(
            "transfer.marketplace", 400, 900146, "Items of third parties in the marketplace block the transfer."),
    DOMAIN_FOREIGN("transfer.domain", 400, 900147, "The domain {0} does not belong to the current partner."),
    SAME_PARTNER("transfer.samePartner", 400, 900148, "Both partners of a transfer are the same."),
    ENROLMENT_NOT_ACTIVE("transfer.enrolment", 403, 900149, "The receiving partner's enrolment is not active.");

    private final Wording wording;

    TransferRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
