package oroshi.transfers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.orders.OrderRefusal;
import oroshi.orders.Successors;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/**
 * Transfers between two partners of a customer: what both read, and those that the losing partner begins. The gaining one
 * accepts or rejects, the losing one may withdraw until then.
 */
@Service
public class Transfers {
    private final TransferTable table;
    private final TransferSides sides;
    private final Transferability transferability;
    private final Takeover takeover;
    private final Subscriptions subscriptions;
    private final Successors successors;
    private final Relationships relationships;
    private final Partners partners;

    Transfers(
            TransferTable table,
            TransferSides sides,
            Transferability transferability,
            Takeover takeover,
            Subscriptions subscriptions,
            Successors successors,
            Relationships relationships,
            Partners partners) {
        this.table = table;
        this.sides = sides;
        this.transferability = transferability;
        this.takeover = takeover;
        this.subscriptions = subscriptions;
        this.successors = successors;
        this.relationships = relationships;
        this.partners = partners;
    }

    /** A subscription of the partner and what stands against handing it over. */
    public record Eligibility(Subscription subscription, Optional<String> obstacle) {}

    /**
     * What a losing partner offers.
     *
     * @param customerName what the partner calls the customer
     */
    public record Offer(PartnerId sourceId, PartnerId targetId, String customerName, List<OfferedLine> lines) {
        public Offer {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A subscription that is offered.
     *
     * @param reseller number of the reseller that is to be on record
     */
    public record OfferedLine(SubscriptionId subscriptionId, Optional<String> reseller) {}

    /** How an acceptance went: what was ordered, and the groups that stayed where they were. */
    public record Accepted(Transfer transfer, List<Takeover.Outcome> outcomes) {
        public Accepted {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Each subscription of the partner for the customer. */
    @Transactional(readOnly = true)
    public List<Eligibility> eligibility(PartnerId partnerId, CustomerId customerId) {
        relationships.get(partnerId, customerId);
        return subscriptions.list(partnerId, customerId).stream()
                .map(subscription -> new Eligibility(subscription, transferability.obstacle(subscription)))
                .toList();
    }

    /** Those of the customer that concern the partner, the earliest first. */
    @Transactional(readOnly = true)
    public List<Transfer> list(PartnerId partnerId, CustomerId customerId) {
        relationships.get(partnerId, customerId);
        return table.list(partnerId, customerId);
    }

    /** The transfer; refuses one that doesn't concern the partner. */
    @Transactional(readOnly = true)
    public Transfer get(PartnerId partnerId, CustomerId customerId, String id) {
        return sides.get(partnerId, customerId, id);
    }

    /** Offers subscriptions to the other partner; refuses what can't go, or is on offer already. */
    @Transactional
    public Transfer create(PartnerId partnerId, CustomerId customerId, Offer offer, String by) {
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
        var now = sides.now(partnerId);
        var transfer = new Transfer(
                id,
                customerId,
                partnerId,
                offer.targetId(),
                offer.customerName(),
                Optional.empty(),
                TransferStatus.ACTIVE,
                lines,
                now,
                now,
                Optional.empty(),
                Transfer.Timing.NONE,
                by);
        sides.insert(transfer, partnerId);
        return transfer;
    }

    private void requirePair(PartnerId partnerId, Offer offer) {
        if (!offer.targetId().equals(offer.sourceId()) && !offer.sourceId().equals(partnerId)) {
            throw Refusal.because(
                    TransferRefusal.INPUT_INVALID, "sourcePartnerTenantId is not the caller, which offers lineItems");
        }
        sides.requirePair(offer.sourceId(), offer.targetId());
    }

    private TransferLine offered(
            PartnerId partnerId, CustomerId customerId, UUID transferId, OfferedLine line, int number) {
        var id = line.subscriptionId();
        var base = subscriptions
                .find(partnerId, customerId, id)
                .filter(found -> transferability.obstacle(found).isEmpty())
                .orElseThrow(() -> Refusal.because(TransferRefusal.NOT_TRANSFERABLE, id));
        line.reseller().ifPresent(mpnId -> requireReseller(partnerId, mpnId));
        if (!table.offer(partnerId, id, transferId)) {
            throw Refusal.because(TransferRefusal.OFFERED_ALREADY, id);
        }
        var reseller = line.reseller().orElse(null);
        var addOns = transferability.addOns(partnerId, customerId, base).stream()
                .map(addOn -> Lines.of(addOn, number, reseller, List.of()))
                .toList();
        return Lines.of(base, number, reseller, addOns);
    }

    /** Whether it is a reseller of the gaining partner, only that one may know: it is asked for at the acceptance. */
    private void requireReseller(PartnerId partnerId, String mpnId) {
        var cloud = partners.get(partnerId).cloud();
        var reseller = partners.findByMpnId(cloud, mpnId)
                .orElseThrow(() -> Refusal.because(TransferRefusal.PARTNER_UNKNOWN, mpnId));
        if (reseller.type().buys()) {
            throw Refusal.because(TransferRefusal.RESELLER_NOT_VALID, mpnId);
        }
    }

    /** Whoever has to decide declines. */
    @Transactional
    public Transfer reject(PartnerId partnerId, CustomerId customerId, String id, String by) {
        var held = sides.hold(partnerId, customerId, id);
        sides.requireDecidable(held, partnerId);
        var rejected = held.at(TransferStatus.REJECT, held.lines(), sides.now(partnerId), by);
        sides.release(held);
        sides.update(rejected, "update_transfer", Optional.of(partnerId));
        return rejected;
    }

    /** The losing partner withdraws what nobody has accepted yet. */
    @Transactional
    public void withdraw(PartnerId partnerId, CustomerId customerId, String id) {
        var held = sides.hold(partnerId, customerId, id);
        TransferSides.require(held.status() == TransferStatus.ACTIVE && held.mayBeTakenBackBy(partnerId));
        sides.release(held);
        sides.delete(held, partnerId);
    }

    /**
     * The gaining partner takes the subscriptions over, group by group; those that can't be stay where they are and may
     * be tried again. Refuses when none can be taken over.
     */
    @Transactional
    public Accepted accept(PartnerId partnerId, CustomerId customerId, String id, String by) {
        var held = sides.hold(partnerId, customerId, id);
        TransferSides.require(held.targetId().equals(partnerId) && held.status().mayBeAccepted());
        requireOpen(partnerId, customerId);
        var result = takeover.takeAll(held, by);
        if (result.isNothing()) {
            var first = result.outcomes().getFirst().problem().orElseThrow();
            throw Refusal.because(first.reason(), first.arguments().toArray());
        }
        var isWhole = result.lines().stream().allMatch(TransferLine::isDone);
        var next = isWhole ? TransferStatus.COMPLETE : TransferStatus.PARTIALLY_COMPLETE;
        var accepted = held.at(next, result.lines(), sides.now(partnerId), by);
        if (isWhole) {
            sides.release(held);
        }
        sides.update(accepted, "accept_transfer", Optional.of(partnerId));
        return new Accepted(accepted, result.outcomes());
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
}
