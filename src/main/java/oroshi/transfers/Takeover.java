package oroshi.transfers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.basics.Problem;
import oroshi.basics.Reason;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.database.PartnerSwitch;
import oroshi.database.Writes;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Order;
import oroshi.orders.OrderRefusal;
import oroshi.orders.Successors;
import oroshi.subscriptions.Departures;
import oroshi.subscriptions.ResellerOfRecord;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionRefusal;
import oroshi.subscriptions.Subscriptions;

/**
 * Takes one group of a transfer over: it ends with the one partner and begins with the other, or nothing of it happens,
 * whatever becomes of the other groups in the same transaction.
 */
@Component
class Takeover {
    private static final String GROUP = "transfer_group";
    private static final Set<Reason> UNSOLD = Set.of(
            OrderRefusal.OFFER_UNKNOWN,
            OrderRefusal.OFFER_GONE,
            OrderRefusal.OFFER_COUNTRY,
            OrderRefusal.OFFER_SEGMENT,
            OrderRefusal.OFFER_QUALIFICATION,
            OrderRefusal.OFFER_CYCLE);

    private final Subscriptions subscriptions;
    private final Transferability transferability;
    private final AzureRules azure;
    private final Departures departures;
    private final Successors successors;
    private final ResellerOfRecord resellers;
    private final PartnerSwitch partnerSwitch;
    private final Writes writes;

    Takeover(
            Subscriptions subscriptions,
            Transferability transferability,
            AzureRules azure,
            Departures departures,
            Successors successors,
            ResellerOfRecord resellers,
            PartnerSwitch partnerSwitch,
            Writes writes) {
        this.subscriptions = subscriptions;
        this.transferability = transferability;
        this.azure = azure;
        this.departures = departures;
        this.successors = successors;
        this.resellers = resellers;
        this.partnerSwitch = partnerSwitch;
        this.writes = writes;
    }

    /**
     * What became of a group.
     *
     * @param problem why it stayed where it was
     */
    public record Outcome(TransferLine line, List<Order> orders, Optional<Problem> problem) {
        static Outcome failed(TransferLine line, Problem problem) {
            return new Outcome(line.failed(problem.description()), List.of(), Optional.of(problem));
        }
    }

    /** How all groups together ended. */
    record Result(List<TransferLine> lines, List<Outcome> outcomes) {
        boolean isNothing() {
            return outcomes.stream().allMatch(outcome -> outcome.problem().isPresent());
        }
    }

    /** Takes over what has not been yet, group by group, for the gaining partner in scope. */
    Result takeAll(Transfer transfer, String by) {
        partnerSwitch.run(transfer.sourceId(), () -> hold(transfer));
        var lines = new ArrayList<TransferLine>();
        var outcomes = new ArrayList<Outcome>();
        for (var line : transfer.lines()) {
            if (line.isDone()) {
                lines.add(line);
                continue;
            }
            var outcome = take(transfer, line, lines, by);
            outcomes.add(outcome);
            lines.add(outcome.line());
        }
        return new Result(lines, outcomes);
    }

    /** What may leave, all at once and in the order of everybody who holds several: renewals are on their way too. */
    private void hold(Transfer transfer) {
        var wanted = transfer.lines().stream()
                .filter(line -> !line.isDone())
                .map(line -> SubscriptionId.of(line.subscriptionId()))
                .flatMap(id -> subscriptions.find(transfer.sourceId(), transfer.customerId(), id).stream())
                .flatMap(base -> withAddOns(transfer, base).stream())
                .map(Subscription::id)
                .toList();
        departures.hold(transfer.sourceId(), transfer.customerId(), wanted);
    }

    private Outcome take(Transfer transfer, TransferLine line, List<TransferLine> before, String by) {
        writes.savepoint(GROUP);
        writes.flush();
        try {
            var outcome = carryOut(transfer, line, before, by);
            writes.flush();
            return outcome;
        } catch (Refusal refusal) {
            writes.rollBackTo(GROUP);
            return Outcome.failed(line, problem(refusal, line));
        }
    }

    private static Problem problem(Refusal refusal, TransferLine line) {
        if (refusal.is(OrderRefusal.SUCCESSOR_NOT_SET_UP)) {
            return problem(TransferRefusal.ORDER_FAILED, line.friendlyName());
        }
        return new Problem("lineItems", refusal.reason(), refusal.arguments());
    }

    private Outcome carryOut(Transfer transfer, TransferLine line, List<TransferLine> before, String by) {
        successors.requireOpen(transfer.targetId(), transfer.customerId());
        var leaving = leaving(transfer, line);
        if (leaving.isEmpty()) {
            throw Refusal.because(TransferRefusal.NOT_TRANSFERABLE, line.subscriptionId());
        }
        azure.requireTaken(transfer, leaving);
        requireReseller(transfer.targetId(), leaving.getFirst(), line);
        var lines = Successor.lines(
                leaving, Optional.ofNullable(line.reseller()), plan -> successor(transfer, before, plan));
        requireSold(transfer, lines, leaving);
        if (!partnerSwitch.call(transfer.sourceId(), () -> end(leaving))) {
            throw Refusal.because(TransferRefusal.NOT_TRANSFERABLE, line.subscriptionId());
        }
        var placed = successors.place(transfer.targetId(), transfer.customerId(), lines, by);
        partnerSwitch.run(transfer.sourceId(), () -> arrive(transfer.sourceId(), leaving, placed));
        return taken(line, leaving, placed);
    }

    /** What the Azure plan became that came along, or the one that the gaining partner has already. */
    private String successor(Transfer transfer, List<TransferLine> before, String plan) {
        return before.stream()
                .filter(line -> line.subscriptionId().equals(plan) && line.successorId() != null)
                .map(TransferLine::successorId)
                .findFirst()
                .or(() -> subscriptions.list(transfer.targetId(), transfer.customerId()).stream()
                        .filter(one -> one.isAzurePlan() && one.isUsable())
                        .map(one -> one.id().toString())
                        .findFirst())
                .orElseThrow(() -> Refusal.because(TransferRefusal.AZURE_PLAN_MISSING));
    }

    /** The base with its add-ons, as the losing partner has them now; empty when they can't go any more. */
    private List<Subscription> leaving(Transfer transfer, TransferLine line) {
        return partnerSwitch.call(transfer.sourceId(), () -> subscriptions
                .find(transfer.sourceId(), transfer.customerId(), SubscriptionId.of(line.subscriptionId()))
                .filter(base -> transferability.obstacle(base, transfer).isEmpty())
                .map(base -> withAddOns(transfer, base))
                .orElse(List.of()));
    }

    private List<Subscription> withAddOns(Transfer transfer, Subscription base) {
        var all = new ArrayList<Subscription>();
        all.add(base);
        all.addAll(transferability.addOns(transfer.sourceId(), transfer.customerId(), base));
        return all;
    }

    private void requireReseller(PartnerId target, Subscription base, TransferLine line) {
        if (line.reseller() != null) {
            requireReseller(resellers, target, line.reseller(), base.country());
        }
    }

    /** Refuses a number that is nobody's, or not that of a reseller of the gaining partner. */
    static void requireReseller(ResellerOfRecord resellers, PartnerId target, String mpnId, String country) {
        try {
            resellers.require(target, mpnId, country);
        } catch (Refusal refusal) {
            var isUnknown = refusal.is(SubscriptionRefusal.RESELLER_UNKNOWN);
            throw Refusal.because(
                    isUnknown ? TransferRefusal.PARTNER_UNKNOWN : TransferRefusal.RESELLER_NOT_VALID, mpnId);
        }
    }

    private void requireSold(Transfer transfer, List<NewOrderLine> lines, List<Subscription> leaving) {
        var foreseen = successors.foresee(transfer.targetId(), transfer.customerId(), lines);
        for (var position = 0; position < foreseen.size(); position++) {
            var name = leaving.get(position).friendlyName();
            foreseen.get(position).obstacle().ifPresent(obstacle -> {
                throw Refusal.because(
                        UNSOLD.contains(obstacle.reason())
                                ? TransferRefusal.OFFER_NOT_SOLD
                                : TransferRefusal.ORDER_REFUSED,
                        name);
            });
        }
    }

    /** Add-ons first: no base goes while something hangs on it. */
    private boolean end(List<Subscription> leaving) {
        return leaving.reversed().stream().allMatch(departures::end);
    }

    private void arrive(PartnerId source, List<Subscription> leaving, List<Successors.Succession> placed) {
        for (var position = 0; position < leaving.size(); position++) {
            departures.arrive(
                    source, leaving.get(position).id(), placed.get(position).subscriptionId());
        }
    }

    private static Outcome taken(TransferLine line, List<Subscription> leaving, List<Successors.Succession> placed) {
        var addOns = new ArrayList<TransferLine>();
        for (var position = 1; position < leaving.size(); position++) {
            var known = Lines.of(leaving.get(position), line.number(), line.reseller(), List.of());
            addOns.add(become(known, placed.get(position), List.of()));
        }
        var orders =
                placed.stream().map(Successors.Succession::order).distinct().toList();
        return new Outcome(become(line, placed.getFirst(), addOns), orders, Optional.empty());
    }

    private static TransferLine become(TransferLine line, Successors.Succession placed, List<TransferLine> addOns) {
        return line.become(placed.subscriptionId().toString(), placed.order().number(), addOns);
    }

    private static Problem problem(Reason reason, String argument) {
        return Problem.of("lineItems", reason, argument);
    }
}
