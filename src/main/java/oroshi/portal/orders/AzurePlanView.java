package oroshi.portal.orders;

import java.util.Optional;
import oroshi.migrations.ProductUpgrade;
import oroshi.migrations.ProductUpgradeStatus;
import oroshi.portal.Message;
import oroshi.portal.Tone;
import oroshi.portal.customers.RecordHead;

/**
 * The move of a customer to the Azure plan as its page shows it.
 *
 * @param latest the move that was begun, if any
 * @param obstacle what stands against beginning one
 */
public record AzurePlanView(RecordHead head, Optional<ProductUpgrade> latest, Optional<Message> obstacle) {
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
