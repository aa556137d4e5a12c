package oroshi.transfers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.database.PartnerSwitch;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Order;
import oroshi.orders.Particulars;
import oroshi.orders.Successors;
import oroshi.subscriptions.Departures;
import oroshi.subscriptions.ResellerOfRecord;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionRefusal;
import oroshi.subscriptions.Subscriptions;

/** Takes one group of a transfer over: it ends with the one partner and begins with the other, in one transaction. */
@Component
class Takeover {
    private final Subscriptions subscriptions;
    private final Transferability transferability;
    private final Departures departures;
    private final Successors successors;
    private final ResellerOfRecord resellers;
    private final PartnerSwitch partnerSwitch;

    Takeover(
            Subscriptions subscriptions,
            Transferability transferability,
            Departures departures,
            Successors successors,
            ResellerOfRecord resellers,
            PartnerSwitch partnerSwitch) {
        this.subscriptions = subscriptions;
        this.transferability = transferability;
        this.departures = departures;
        this.successors = successors;
        this.resellers = resellers;
        this.partnerSwitch = partnerSwitch;
    }

    /**
     * What became of a group.
     *
     * @param problem why it stayed where it was
     */
    record Outcome(TransferLine line, List<Order> orders, Optional<Problem> problem) {
        static Outcome failed(TransferLine line, Problem problem) {
            return new Outcome(line.failed(problem.description()), List.of(), Optional.of(problem));
        }
    }

    /** Takes the group over, or says why it stays where it is. */
    Outcome take(Transfer transfer, TransferLine line, String by) {
        var leaving = leaving(transfer, line);
        if (leaving.isEmpty()) {
            return Outcome.failed(line, problem(TransferRefusal.NOT_TRANSFERABLE, line.subscriptionId()));
        }
        var lines = lines(leaving, line);
        var obstacle = unknownReseller(transfer.targetId(), leaving.getFirst(), line)
                .or(() -> unsold(transfer, lines, leaving));
        if (obstacle.isPresent()) {
            return Outcome.failed(line, obstacle.get());
        }
        if (!partnerSwitch.call(transfer.sourceId(), () -> end(leaving))) {
            return Outcome.failed(line, problem(TransferRefusal.NOT_TRANSFERABLE, line.subscriptionId()));
        }
        var placed = successors.place(transfer.targetId(), transfer.customerId(), lines, by);
        partnerSwitch.run(transfer.sourceId(), () -> arrive(transfer.sourceId(), leaving, placed));
        return taken(line, leaving, placed);
    }

    /** The base with its add-ons, as the losing partner has them now; empty when they can't go any more. */
    private List<Subscription> leaving(Transfer transfer, TransferLine line) {
        return partnerSwitch.call(transfer.sourceId(), () -> subscriptions
                .find(transfer.sourceId(), transfer.customerId(), SubscriptionId.of(line.subscriptionId()))
                .filter(base -> transferability.obstacle(base).isEmpty())
                .map(base -> withAddOns(transfer, base))
                .orElse(List.of()));
    }

    private List<Subscription> withAddOns(Transfer transfer, Subscription base) {
        var all = new ArrayList<Subscription>();
        all.add(base);
        all.addAll(transferability.addOns(transfer.sourceId(), transfer.customerId(), base));
        return all;
    }

    private static List<NewOrderLine> lines(List<Subscription> leaving, TransferLine line) {
        return leaving.stream()
                .map(one -> one.equals(leaving.getFirst())
                        ? line(one, line)
                        : line(one, line).withBaseLine(0))
                .toList();
    }

    /** The same for the rest of the term. */
    private static NewOrderLine line(Subscription subscription, TransferLine line) {
        var title = subscription.item().title().english();
        var end = subscription.commitment().lastDay();
        return NewOrderLine.of(
                        subscription.item().key(),
                        subscription.quantity(),
                        subscription.commitment().billingCycle())
                .withNickname(Optional.of(subscription.friendlyName()).filter(name -> !name.equals(title)))
                .withResellerOrNone(Optional.ofNullable(line.reseller()))
                .withAttestation()
                .withParticulars(particulars(end));
    }

    private static Particulars particulars(Optional<LocalDate> end) {
        return new Particulars(end, Map.of(), Optional.empty(), Optional.empty());
    }

    private Optional<Problem> unknownReseller(PartnerId target, Subscription base, TransferLine line) {
        if (line.reseller() == null) {
            return Optional.empty();
        }
        try {
            resellers.require(target, line.reseller(), base.country());
            return Optional.empty();
        } catch (Refusal refusal) {
            var reason = refusal.is(SubscriptionRefusal.RESELLER_UNKNOWN)
                    ? TransferRefusal.PARTNER_UNKNOWN
                    : TransferRefusal.RESELLER_NOT_VALID;
            return Optional.of(problem(reason, line.reseller()));
        }
    }

    private Optional<Problem> unsold(Transfer transfer, List<NewOrderLine> lines, List<Subscription> leaving) {
        var foreseen = successors.foresee(transfer.targetId(), transfer.customerId(), lines);
        for (var position = 0; position < foreseen.size(); position++) {
            if (foreseen.get(position).obstacle().isPresent()) {
                return Optional.of(problem(
                        TransferRefusal.OFFER_NOT_SOLD, leaving.get(position).friendlyName()));
            }
        }
        return Optional.empty();
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

    private static Problem problem(TransferRefusal reason, String argument) {
        return Problem.of("lineItems", reason, argument);
    }
}
