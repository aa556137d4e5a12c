package oroshi.transfers;

import oroshi.basics.Reason;

/** Why subscriptions cannot go to another partner. */
public enum TransferRefusal implements Reason {
    INPUT_INVALID("transfer.input", 400, 800002, "The request input is not valid: {0}."),
    NOT_TRANSFERABLE("transfer.notTransferable", 400, 800078, "The subscription {0} cannot be transferred."),
    OFFER_NOT_SOLD("transfer.offerNotSold", 400, 800004, "{0} is not sold to the customer by the receiving partner."),
    PARTNER_UNKNOWN("transfer.partnerUnknown", 404, 800015, "No partner has the id {0}."),
    RESELLER_NOT_VALID("transfer.reseller", 400, 800016, "{0} is not the id of an indirect reseller of the caller."),
    TRANSFER_UNKNOWN("transfer.unknown", 404, 900100, "There is no transfer {0}."),
    OFFERED_ALREADY("transfer.offered", 409, 900101, "The subscription {0} is being transferred already."),
    STATUS_NOT_POSSIBLE("transfer.status", 400, 900102, "The status of the transfer does not allow this."),
    BUSY("transfer.busy", 409, 900104, "Another request is working on the transfer."),
    NOT_ENABLED("transfer.notEnabled", 403, 900137, "A partner is not enabled for transfers."),
    OTHER_CLOUD("transfer.otherCloud", 403, 900138, "The cloud of a partner is not supported."),
    TYPE_UNKNOWN("transfer.type", 400, 900141, "Only directtoindirect is supported, not {0}."),
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
