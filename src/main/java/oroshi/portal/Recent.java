package oroshi.portal;

import oroshi.activity.ActivityRecord;

/**
 * One of the last activities.
 *
 * @param customer name of the customer whom it concerns; empty when there is none
 */
public record Recent(ActivityRecord activity, String customer) {
    /** What was done; the operation's own name when there is no word for it. */
    public Message action() {
        return Message.of("activity.operation." + activity.operation());
    }

    /** Address of the customer's record. */
    public String customerPath() {
        return activity.customerId().map(id -> "/customers/" + id).orElse("");
    }
}
