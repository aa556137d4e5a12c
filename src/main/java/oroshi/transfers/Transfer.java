package oroshi.transfers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/**
 * Subscriptions of a customer that go from one partner to another: offered by the one, or asked for by the other.
 *
 * @param sourceId the losing partner
 * @param targetId the gaining partner
 * @param asked what the gaining partner asked for; empty when the losing one offers
 * @param lines what goes; nothing while the losing partner has not chosen
 */
public record Transfer(
        UUID id,
        CustomerId customerId,
        PartnerId sourceId,
        PartnerId targetId,
        String customerName,
        Optional<Asked> asked,
        TransferStatus status,
        List<TransferLine> lines,
        Instant createdAt,
        Instant modifiedAt,
        Optional<Instant> completedAt,
        Timing timing,
        String modifiedBy) {
    public Transfer {
        lines = List.copyOf(lines);
    }

    /**
     * When something happens to it by itself, by the clock of the losing partner.
     *
     * @param acceptedAt when the losing partner accepted
     * @param dueAt when it expires, or is tried again
     */
    public record Timing(Optional<Instant> acceptedAt, Optional<Instant> dueAt) {
        static final Timing NONE = new Timing(Optional.empty(), Optional.empty());

        static Timing dueAt(Instant moment) {
            return new Timing(Optional.empty(), Optional.of(moment));
        }
    }

    /** Whether the partner has to decide about it now. */
    public boolean waitsFor(PartnerId partnerId) {
        return status == TransferStatus.ACTIVE && partnerId.equals(targetId)
                || status == TransferStatus.PENDING && partnerId.equals(sourceId);
    }

    /** Whether the partner may take back what it began. */
    public boolean mayBeTakenBackBy(PartnerId partnerId) {
        return status.isOpen() && !waitsFor(partnerId);
    }

    /** Whether the partner may have the groups tried again that stayed where they were. */
    public boolean mayBeTriedAgainBy(PartnerId partnerId) {
        return status == TransferStatus.PARTIALLY_COMPLETE && partnerId.equals(targetId);
    }

    /** The other of the two. */
    public PartnerId otherThan(PartnerId partnerId) {
        return partnerId.equals(sourceId) ? targetId : sourceId;
    }

    boolean isWhole() {
        return lines.stream().allMatch(TransferLine::isDone);
    }

    /** Another status; nothing happens by itself any more. */
    Transfer at(TransferStatus next, List<TransferLine> others, Instant now, String by) {
        return with(next, others, now, by, Timing.NONE);
    }

    /** Accepted by the losing partner with what it chose. */
    Transfer accepted(List<TransferLine> chosen, Instant now, String by) {
        return with(TransferStatus.IN_PROGRESS, chosen, now, by, new Timing(Optional.of(now), Optional.of(now)));
    }

    /** The same while what failed is tried again later. */
    Transfer again(List<TransferLine> others, Instant now, Instant later) {
        return with(status, others, now, modifiedBy, new Timing(timing.acceptedAt(), Optional.of(later)));
    }

    private Transfer with(TransferStatus next, List<TransferLine> others, Instant now, String by, Timing times) {
        return new Transfer(
                id,
                customerId,
                sourceId,
                targetId,
                customerName,
                asked,
                next,
                others,
                createdAt,
                now,
                next == TransferStatus.COMPLETE ? Optional.of(now) : Optional.empty(),
                times,
                by);
    }
}
