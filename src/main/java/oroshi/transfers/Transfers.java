package oroshi.transfers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.clock.Clocks;
import oroshi.database.PartnerSwitch;
import oroshi.orders.OrderRefusal;
import oroshi.orders.Successors;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/**
 * Transfers between two partners of a customer. The losing partner offers; the gaining one accepts or rejects, the losing
 * one may withdraw until then. Whoever changes a transfer holds the losing partner's row, so that one of two wins.
 */
@Service
public class Transfers {
    private final TransferTable table;
    private final Transferability transferability;
    private final Takeover takeover;
    private final Subscriptions subscriptions;
    private final Successors successors;
    private final Relationships relationships;
    private final Partners partners;
    private final PartnerSwitch partnerSwitch;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    Transfers(
            TransferTable table,
            Transferability transferability,
            Takeover takeover,
            Subscriptions subscriptions,
            Successors successors,
            Relationships relationships,
            Partners partners,
            PartnerSwitch partnerSwitch,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.table = table;
        this.transferability = transferability;
        this.takeover = takeover;
        this.subscriptions = subscriptions;
        this.successors = successors;
        this.relationships = relationships;
        this.partners = partners;
        this.partnerSwitch = partnerSwitch;
        this.clocks = clocks;
        this.events = events;
    }

    /** A subscription of the partner and what stands against handing it over. */
    record Eligibility(Subscription subscription, Optional<String> obstacle) {}

    /**
     * What a losing partner offers.
     *
     * @param customerName what the partner calls the customer
     */
    record Offer(PartnerId sourceId, PartnerId targetId, String customerName, List<OfferedLine> lines) {}

    /**
     * A subscription that is offered.
     *
     * @param reseller number of the reseller that is to be on record
     */
    record OfferedLine(SubscriptionId subscriptionId, Optional<String> reseller) {}

    /** How an acceptance went: what was ordered, and the groups that stayed where they were. */
    record Accepted(Transfer transfer, List<Takeover.Outcome> outcomes) {}

    /** Each subscription of the partner for the customer. */
    @Transactional(readOnly = true)
    List<Eligibility> eligibility(PartnerId partnerId, CustomerId customerId) {
        relationships.get(partnerId, customerId);
        return subscriptions.list(partnerId, customerId).stream()
                .map(subscription -> new Eligibility(subscription, transferability.obstacle(subscription)))
                .toList();
    }

    @Transactional(readOnly = true)
    List<Transfer> list(PartnerId partnerId, CustomerId customerId) {
        relationships.get(partnerId, customerId);
        return table.list(partnerId, customerId);
    }

    /** The transfer; refuses one that doesn't concern the partner. */
    @Transactional(readOnly = true)
    Transfer get(PartnerId partnerId, CustomerId customerId, String id) {
        relationships.get(partnerId, customerId);
        return Ids.parse(id)
                .flatMap(known -> table.find(partnerId, customerId, known))
                .orElseThrow(() -> Refusal.because(TransferRefusal.TRANSFER_UNKNOWN, id));
    }

    /** Offers subscriptions to the other partner; refuses what can't go, or is on offer already. */
    @Transactional
    Transfer create(PartnerId partnerId, CustomerId customerId, Offer offer, String by) {
        relationships.hold(partnerId, customerId);
        requirePair(partnerId, offer);
        var id = Ids.next();
        var lines = new ArrayList<TransferLine>();
        var named = new HashSet<SubscriptionId>();
        for (var line : offer.lines()) {
            if (!named.add(line.subscriptionId())) {
                throw Refusal.because(TransferRefusal.INPUT_INVALID, "a subscription is named twice");
            }
            lines.add(offered(partnerId, customerId, id, line, lines.size()));
        }
        var now = now(partnerId);
        var transfer = new Transfer(
                id,
                customerId,
                partnerId,
                offer.targetId(),
                offer.customerName(),
                TransferStatus.ACTIVE,
                lines,
                now,
                now,
                Optional.empty(),
                by);
        onBothSides(transfer, side -> table.insert(side, transfer), "create_transfer");
        return transfer;
    }

    private void requirePair(PartnerId partnerId, Offer offer) {
        if (offer.targetId().equals(offer.sourceId())) {
            throw Refusal.because(TransferRefusal.SAME_PARTNER);
        }
        if (!offer.sourceId().equals(partnerId)) {
            throw Refusal.because(
                    TransferRefusal.INPUT_INVALID, "sourcePartnerTenantId is not the caller, which offers lineItems");
        }
        var target = partners.find(offer.targetId())
                .orElseThrow(() -> Refusal.because(TransferRefusal.PARTNER_UNKNOWN, offer.targetId()));
        for (var partner : List.of(partners.get(partnerId), target)) {
            requireEnabled(partner);
        }
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

    private TransferLine offered(
            PartnerId partnerId, CustomerId customerId, UUID transferId, OfferedLine line, int number) {
        var id = line.subscriptionId();
        var base = subscriptions
                .find(partnerId, customerId, id)
                .filter(found -> transferability.obstacle(found).isEmpty())
                .orElseThrow(() -> Refusal.because(TransferRefusal.NOT_TRANSFERABLE, id));
        var cloud = partners.get(partnerId).cloud();
        line.reseller()
                .filter(mpnId -> partners.findByMpnId(cloud, mpnId).isEmpty())
                .ifPresent(mpnId -> {
                    throw Refusal.because(TransferRefusal.PARTNER_UNKNOWN, mpnId);
                });
        if (!table.offer(partnerId, id, transferId)) {
            throw Refusal.because(TransferRefusal.OFFERED_ALREADY, id);
        }
        var reseller = line.reseller().orElse(null);
        var addOns = transferability.addOns(partnerId, customerId, base).stream()
                .map(addOn -> Lines.of(addOn, number, reseller, List.of()))
                .toList();
        return Lines.of(base, number, reseller, addOns);
    }

    /** The gaining partner declines. */
    @Transactional
    Transfer reject(PartnerId partnerId, CustomerId customerId, String id, String by) {
        var held = hold(partnerId, customerId, id);
        requireStatus(held.targetId().equals(partnerId) && held.status() == TransferStatus.ACTIVE);
        var rejected = held.at(TransferStatus.REJECT, held.lines(), now(partnerId), by);
        release(held);
        onBothSides(rejected, side -> table.update(side, rejected), "update_transfer");
        return rejected;
    }

    /** The losing partner withdraws what nobody has accepted yet. */
    @Transactional
    void withdraw(PartnerId partnerId, CustomerId customerId, String id) {
        var held = hold(partnerId, customerId, id);
        requireStatus(held.sourceId().equals(partnerId) && held.status() == TransferStatus.ACTIVE);
        release(held);
        onBothSides(held, side -> table.delete(side, held.id()), "withdraw_transfer");
    }

    /**
     * The gaining partner takes the subscriptions over, group by group; those that can't be stay where they are and may
     * be tried again. Refuses when none can be taken over.
     */
    @Transactional
    Accepted accept(PartnerId partnerId, CustomerId customerId, String id, String by) {
        var held = hold(partnerId, customerId, id);
        requireStatus(held.targetId().equals(partnerId) && held.status().mayBeAccepted());
        requireOpen(partnerId, customerId);
        var lines = new ArrayList<TransferLine>();
        var outcomes = new ArrayList<Takeover.Outcome>();
        for (var line : held.lines()) {
            if (line.isDone()) {
                lines.add(line);
                continue;
            }
            var outcome = takeover.take(held, line, by);
            outcomes.add(outcome);
            lines.add(outcome.line());
        }
        requireAny(outcomes);
        var isWhole = lines.stream().allMatch(TransferLine::isDone);
        var next = isWhole ? TransferStatus.COMPLETE : TransferStatus.PARTIALLY_COMPLETE;
        var accepted = held.at(next, lines, now(partnerId), by);
        if (isWhole) {
            release(held);
        }
        onBothSides(accepted, side -> table.update(side, accepted), "accept_transfer");
        return new Accepted(accepted, outcomes);
    }

    private void requireOpen(PartnerId partnerId, CustomerId customerId) {
        try {
            successors.requireOpen(partnerId, customerId);
        } catch (Refusal refusal) {
            throw refusal.is(OrderRefusal.PARTNER_SUSPENDED) || refusal.is(OrderRefusal.PARTNER_AGREEMENT_MISSING)
                    ? Refusal.because(TransferRefusal.ENROLMENT_NOT_ACTIVE)
                    : refusal;
        }
    }

    private static void requireAny(List<Takeover.Outcome> outcomes) {
        if (outcomes.stream().allMatch(outcome -> outcome.problem().isPresent())) {
            var first = outcomes.getFirst().problem().orElseThrow();
            throw Refusal.because(first.reason(), first.arguments().toArray());
        }
    }

    /** The losing partner's row, which nobody else changes until the transaction is over. */
    private Transfer hold(PartnerId partnerId, CustomerId customerId, String id) {
        relationships.hold(partnerId, customerId);
        var known = get(partnerId, customerId, id);
        return partnerSwitch
                .call(known.sourceId(), () -> table.findAndHold(known.sourceId(), customerId, known.id()))
                .orElseThrow(() -> Refusal.because(TransferRefusal.BUSY));
    }

    private static void requireStatus(boolean allowed) {
        if (!allowed) {
            throw Refusal.because(TransferRefusal.STATUS_NOT_POSSIBLE);
        }
    }

    private void release(Transfer transfer) {
        partnerSwitch.run(transfer.sourceId(), () -> table.release(transfer.sourceId(), transfer.id()));
    }

    /** Does it on the losing side first, on every way, so that two ways never wait for each other. */
    private void onBothSides(Transfer transfer, Consumer<PartnerId> work, String operation) {
        for (var side : List.of(transfer.sourceId(), transfer.targetId())) {
            partnerSwitch.run(side, () -> {
                work.accept(side);
                events.publishEvent(TransferChanged.of(transfer, operation));
            });
        }
    }

    private Instant now(PartnerId partnerId) {
        return clocks.of(partnerId).instant().truncatedTo(ChronoUnit.MICROS);
    }
}
