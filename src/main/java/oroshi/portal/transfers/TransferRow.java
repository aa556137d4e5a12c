package oroshi.portal.transfers;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oroshi.basics.PartnerId;
import oroshi.portal.Tone;
import oroshi.transfers.Asked;
import oroshi.transfers.ProductKind;
import oroshi.transfers.Transfer;
import oroshi.transfers.TransferStatus;

/**
 * One transfer as the visitor's partner sees it.
 *
 * @param here the visitor's partner
 * @param otherName name of the other one
 */
public record TransferRow(Transfer transfer, PartnerId here, String otherName, String path) {
    /** Whether the visitor's partner gives the subscriptions away. */
    public boolean isGiving() {
        return transfer.sourceId().equals(here);
    }

    /** Key of what it is to the visitor: whoever began it, and in which direction. */
    public String key() {
        return "transfers.is." + (transfer.asked().isPresent() ? "ASKED" : "OFFERED")
                + (isGiving() ? "_GIVING" : "_TAKING");
    }

    public boolean mayDecide() {
        return transfer.waitsFor(here);
    }

    /** Only what the gaining partner asked for is cancelled; what the losing one offered is withdrawn. */
    public boolean mayCancel() {
        return transfer.mayBeTakenBackBy(here) && transfer.asked().isPresent();
    }

    public boolean mayWithdraw() {
        return transfer.mayBeTakenBackBy(here) && transfer.asked().isEmpty();
    }

    public boolean mayTryAgain() {
        return transfer.mayBeTriedAgainBy(here);
    }

    /** The kinds that were asked for, in their order; nothing means everything. */
    public List<ProductKind> kinds() {
        return transfer.asked().map(Asked::kinds).orElse(Set.of()).stream()
                .sorted()
                .toList();
    }

    /** When a request expires that nobody answers. */
    public @Nullable Instant expiresAt() {
        return transfer.status() == TransferStatus.PENDING
                ? transfer.timing().dueAt().orElse(null)
                : null;
    }

    public Tone tone() {
        return switch (transfer.status()) {
            case ACTIVE, PENDING, IN_PROGRESS -> Tone.INFO;
            case COMPLETE -> Tone.SUCCESS;
            case PARTIALLY_COMPLETE -> Tone.WARNING;
            case REJECT, CANCEL, EXPIRED -> Tone.NEUTRAL;
        };
    }
}
