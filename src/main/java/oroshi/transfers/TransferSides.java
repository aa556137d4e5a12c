package oroshi.transfers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.database.PartnerSwitch;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;

/**
 * The two sides of a transfer. Whoever changes one holds the losing partner's row, so that of two at once one wins, and
 * writes both rows in one transaction.
 */
@Component
class TransferSides {
    private final TransferTable table;
    private final Relationships relationships;
    private final Partners partners;
    private final PartnerSwitch partnerSwitch;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    TransferSides(
            TransferTable table,
            Relationships relationships,
            Partners partners,
            PartnerSwitch partnerSwitch,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.table = table;
        this.relationships = relationships;
        this.partners = partners;
        this.partnerSwitch = partnerSwitch;
        this.clocks = clocks;
        this.events = events;
    }

    /** The transfer; refuses one that doesn't concern the partner. */
    Transfer get(PartnerId partnerId, CustomerId customerId, String id) {
        relationships.get(partnerId, customerId);
        var known = Ids.parse(id)
                .orElseThrow(() -> Refusal.because(TransferRefusal.INPUT_INVALID, "transferId " + id + " is no GUID"));
        return table.find(partnerId, customerId, known)
                .orElseThrow(() -> Refusal.because(TransferRefusal.TRANSFER_UNKNOWN, id));
    }

    /**
     * The losing partner's row, which nobody else changes until the transaction is over; refuses while the transfer is
     * being carried out.
     */
    Transfer hold(PartnerId partnerId, CustomerId customerId, String id) {
        relationships.hold(partnerId, customerId);
        var known = get(partnerId, customerId, id);
        var held = partnerSwitch
                .call(known.sourceId(), () -> table.findAndHold(known.sourceId(), customerId, known.id()))
                .orElseThrow(() -> Refusal.because(TransferRefusal.BUSY));
        if (held.status() == TransferStatus.IN_PROGRESS) {
            throw Refusal.because(TransferRefusal.IN_PROGRESS, held.id());
        }
        return held;
    }

    /** Refuses unless it waits for the partner, and has not expired by the losing partner's clock. */
    void requireDecidable(Transfer transfer, PartnerId partnerId) {
        require(transfer.waitsFor(partnerId) && !isOver(transfer));
    }

    /** Refuses unless the partner began it and nobody has decided yet. */
    void requireTakenBackBy(Transfer transfer, PartnerId partnerId) {
        require(transfer.mayBeTakenBackBy(partnerId) && !isOver(transfer));
    }

    static void require(boolean allowed) {
        if (!allowed) {
            throw Refusal.because(TransferRefusal.STATUS_NOT_POSSIBLE);
        }
    }

    private boolean isOver(Transfer transfer) {
        return transfer.timing()
                .dueAt()
                .filter(due -> !due.isAfter(now(transfer.sourceId())))
                .isPresent();
    }

    /** Refuses a pair of partners that may not hand anything over. */
    void requirePair(PartnerId sourceId, PartnerId targetId) {
        if (sourceId.equals(targetId)) {
            throw Refusal.because(TransferRefusal.SAME_PARTNER);
        }
        List.of(find(sourceId), find(targetId)).forEach(TransferSides::requireEnabled);
    }

    private Partner find(PartnerId id) {
        return partners.find(id).orElseThrow(() -> Refusal.because(TransferRefusal.PARTNER_UNKNOWN, id));
    }

    /** Who only tries things has nothing to hand over, and whoever may not sell cannot take over. */
    private static void requireEnabled(Partner partner) {
        if (!partner.cloud().isPublic()) {
            throw Refusal.because(TransferRefusal.OTHER_CLOUD);
        }
        if (partner.sandbox() || !partner.type().buys() || !partner.status().mayOrder()) {
            throw Refusal.because(TransferRefusal.NOT_ENABLED);
        }
    }

    /** Nothing of it is taken any more, and it may be asked for again. */
    void release(Transfer transfer) {
        partnerSwitch.run(transfer.sourceId(), () -> table.release(transfer.sourceId(), transfer.id()));
    }

    void insert(Transfer transfer, PartnerId by) {
        onBothSides(transfer, side -> table.insert(side, transfer), TransferChanged.begun(transfer, by));
    }

    /** Stores it on both sides and tells both, but nobody of what it did itself. */
    void update(Transfer transfer, String operation, Optional<PartnerId> by) {
        onBothSides(transfer, side -> table.update(side, transfer), TransferChanged.of(transfer, operation, by));
    }

    /** Stores on both sides what nobody has to hear of. */
    void store(Transfer transfer) {
        sides(transfer).forEach(side -> partnerSwitch.run(side, () -> table.update(side, transfer)));
    }

    void delete(Transfer transfer, PartnerId by) {
        onBothSides(
                transfer,
                side -> table.delete(side, transfer.id()),
                TransferChanged.of(transfer, "withdraw_transfer", Optional.of(by)));
    }

    private void onBothSides(Transfer transfer, Consumer<PartnerId> work, TransferChanged event) {
        for (var side : sides(transfer)) {
            partnerSwitch.run(side, () -> {
                work.accept(side);
                events.publishEvent(event);
            });
        }
    }

    /** The losing side first, on every way, so that two ways never wait for each other. */
    private static List<PartnerId> sides(Transfer transfer) {
        return List.of(transfer.sourceId(), transfer.targetId());
    }

    /** What time it is for the partner, whichever's rows are in scope. */
    Instant now(PartnerId partnerId) {
        return partnerSwitch.call(
                partnerId, () -> clocks.of(partnerId).instant().truncatedTo(ChronoUnit.MICROS));
    }
}
