package oroshi.portal.orders;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import oroshi.basics.Localized;
import oroshi.migrations.ProductUpgrade;
import oroshi.migrations.ProductUpgradeStatus;
import oroshi.migrations.UpgradedProduct;
import oroshi.portal.Message;
import oroshi.portal.Tone;
import oroshi.portal.customers.RecordHead;
import oroshi.subscriptions.Subscription;

/**
 * The move of a customer to the Azure plan as its page shows it.
 *
 * @param latest the move that was begun, if any
 * @param failure why it failed
 * @param rows what it takes along
 * @param obstacle what stands against beginning one
 */
public record AzurePlanView(
        RecordHead head,
        Optional<ProductUpgrade> latest,
        Optional<Message> failure,
        List<Row> rows,
        Optional<Message> obstacle) {
    public AzurePlanView {
        rows = List.copyOf(rows);
    }

    /**
     * A classic subscription and the plan that it becomes part of.
     *
     * @param title of the plan, as the catalog has it
     */
    public record Row(UpgradedProduct product, Optional<Subscription> leaving, Optional<? extends Localized> title) {
        public String name(Locale locale) {
            return leaving.map(subscription -> subscription.name(locale)).orElse(product.name());
        }

        public String planName(Locale locale) {
            return title.map(plan -> plan.in(locale)).orElse(product.planName());
        }
    }

    /** Whether a move can be begun. */
    public boolean isPossible() {
        return obstacle.isEmpty()
                && latest.map(ProductUpgrade::status)
                        .map(status -> status == ProductUpgradeStatus.FAILED)
                        .orElse(true);
    }

    /** How good the state of the move is. */
    public static Tone tone(ProductUpgradeStatus status) {
        return switch (status) {
            case PENDING, IN_PROGRESS -> Tone.INFO;
            case COMPLETED -> Tone.SUCCESS;
            case FAILED -> Tone.DANGER;
        };
    }

    public String path() {
        return head.path() + "/azure-plan";
    }
}
