package oroshi.orders;

import java.util.Optional;
import java.util.UUID;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;

/** Whether a customer is on its way to the Azure plan, so that nothing can be bought for its Azure meanwhile. */
public interface AzureHold {
    /** The move that is not over, or failed; empty when nothing stands against a purchase. */
    Optional<Move> find(PartnerId partnerId, CustomerId customerId);

    /** How far a move is. */
    enum Stage {
        PENDING,
        RUNNING,
        FAILED
    }

    /** A move that stands against purchases. */
    record Move(UUID id, Stage stage) {
        /** Only a checkout has a word for each stage. */
        Refusal refusal(boolean isCheckout) {
            return Refusal.because(isCheckout ? reason() : OrderRefusal.AZURE_MOVE_PENDING, id);
        }

        private OrderRefusal reason() {
            return switch (stage) {
                case PENDING -> OrderRefusal.AZURE_MOVE_PENDING;
                case RUNNING -> OrderRefusal.AZURE_MOVE_RUNNING;
                case FAILED -> OrderRefusal.AZURE_MOVE_FAILED;
            };
        }
    }
}
