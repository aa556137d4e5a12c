package oroshi.portal.orders;

import java.util.List;
import oroshi.portal.Choice;
import oroshi.portal.customers.RecordHead;

/**
 * A subscription as its page shows it.
 *
 * @param addOns what hangs on it
 * @param resellers those that the visitor may put on record
 * @param differences what somebody else saved while the visitor was typing
 */
public record SubscriptionView(
        RecordHead head,
        SubscriptionRow row,
        List<SubscriptionRow> addOns,
        SubscriptionRights rights,
        List<Choice> resellers,
        List<SubscriptionForm.Difference> differences) {
    public SubscriptionView {
        addOns = List.copyOf(addOns);
        resellers = List.copyOf(resellers);
        differences = List.copyOf(differences);
    }

    public String path() {
        return head.path() + "/subscriptions/" + row.subscription().id();
    }

    SubscriptionView with(List<SubscriptionForm.Difference> others) {
        return new SubscriptionView(head, row, addOns, rights, resellers, others);
    }
}
