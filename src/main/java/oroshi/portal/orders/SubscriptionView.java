package oroshi.portal.orders;

import java.util.List;
import java.util.Optional;
import oroshi.catalog.LocalizedText;
import oroshi.partners.Partner;
import oroshi.portal.Choice;
import oroshi.portal.customers.RecordHead;
import oroshi.subscriptions.NextTerm;

/**
 * A subscription as its page shows it.
 *
 * @param addOns what hangs on it
 * @param resellers those that the visitor may put on record
 * @param support who supports it
 * @param renewal what is scheduled for its renewal
 * @param upgrades whether there is a product above it, and the visitor may upgrade to it
 * @param registers whether the visitor may register it, so that it can carry reservations
 * @param differences what somebody else saved while the visitor was typing
 */
public record SubscriptionView(
        RecordHead head,
        SubscriptionRow row,
        List<SubscriptionRow> addOns,
        SubscriptionRights rights,
        List<Choice> resellers,
        Support support,
        Renewal renewal,
        boolean upgrades,
        boolean registers,
        List<SubscriptionForm.Difference> differences) {
    /**
     * Who supports a subscription.
     *
     * @param choices whom the visitor may name; empty when it may not
     */
    public record Support(Partner contact, List<Choice> choices) {
        public Support {
            choices = List.copyOf(choices);
        }
    }

    /**
     * What a subscription becomes at its renewal.
     *
     * @param title of the product that it becomes
     * @param isScheduled whether a partner scheduled it, who can take it back; a trial becomes another by itself
     */
    public record Renewal(Optional<NextTerm> next, Optional<LocalizedText> title, boolean isScheduled) {}

    public SubscriptionView {
        addOns = List.copyOf(addOns);
        resellers = List.copyOf(resellers);
        differences = List.copyOf(differences);
    }

    public String path() {
        return head.path() + "/subscriptions/" + row.subscription().id();
    }

    SubscriptionView with(List<SubscriptionForm.Difference> others) {
        return new SubscriptionView(
                head, row, addOns, rights, resellers, support, renewal, upgrades, registers, others);
    }
}
