package oroshi.transfers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.database.PartnerSwitch;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;
import oroshi.subscriptions.ResellerOfRecord;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.subscriptions.Subscriptions;

/**
 * Transfers of new commerce, which the gaining partner asks for. The losing one chooses what goes, rejects, or lets the
 * request expire; the gaining one may cancel until then. What was accepted is carried out in the background.
 */
@Service
public class TransferRequests {
    /** How long the losing partner has to decide. */
    private static final Duration PATIENCE = Duration.ofDays(30);
    /** How long, and how often, what could not be taken over is tried again. */
    private static final Duration RETRIED_FOR = Duration.ofDays(3);

    private static final Duration PAUSE = Duration.ofHours(1);

    private final TransferTable table;
    private final TransferSides sides;
    private final TransferCalendar calendar;
    private final Transferability transferability;
    private final AzureRules azure;
    private final Takeover takeover;
    private final Subscriptions subscriptions;
    private final ResellerOfRecord resellers;
    private final Relationships relationships;
    private final Partners partners;
    private final PartnerSwitch partnerSwitch;

    TransferRequests(
            TransferTable table,
            TransferSides sides,
            TransferCalendar calendar,
            Transferability transferability,
            AzureRules azure,
            Takeover takeover,
            Subscriptions subscriptions,
            ResellerOfRecord resellers,
            Relationships relationships,
            Partners partners,
            PartnerSwitch partnerSwitch) {
        this.table = table;
        this.sides = sides;
        this.calendar = calendar;
        this.transferability = transferability;
        this.azure = azure;
        this.takeover = takeover;
        this.subscriptions = subscriptions;
        this.resellers = resellers;
        this.relationships = relationships;
        this.partners = partners;
        this.partnerSwitch = partnerSwitch;
    }

    /**
     * What a gaining partner asks a losing one for.
     *
     * @param customerName what the partner calls the customer
     */
    public record NewRequest(PartnerId sourceId, String customerName, Asked asked) {}

    /** Asks the losing partner; refuses what it can't give, or was asked for already. */
    @Transactional
    public Transfer ask(PartnerId partnerId, CustomerId customerId, NewRequest request, String by) {
        relationships.hold(partnerId, customerId);
        sides.requirePair(request.sourceId(), partnerId);
        requireOwnDomain(partnerId, request.asked());
        var owned = owned(request.sourceId(), customerId);
        if (owned.isEmpty()) {
            throw Refusal.because(TransferRefusal.NOTHING_FOUND, request.sourceId());
        }
        azure.requireStartable(partnerId, customerId, request.asked(), owned);
        requireSomething(request, owned);
        var country = owned.getFirst().country();
        request.asked().reseller().ifPresent(mpnId -> Takeover.requireReseller(resellers, partnerId, mpnId, country));
        var now = sides.now(partnerId);
        var due = sides.now(request.sourceId()).plus(PATIENCE);
        var transfer = new Transfer(
                Ids.next(),
                customerId,
                request.sourceId(),
                partnerId,
                request.customerName(),
                Optional.of(request.asked()),
                TransferStatus.PENDING,
                List.of(),
                now,
                now,
                Optional.empty(),
                Transfer.Timing.dueAt(due),
                by);
        partnerSwitch.run(transfer.sourceId(), () -> plan(transfer));
        sides.insert(transfer, partnerId);
        return transfer;
    }

    private void requireOwnDomain(PartnerId partnerId, Asked asked) {
        asked.targetEmail()
                .map(address -> address.substring(address.indexOf('@') + 1))
                .ifPresent(domain -> {
                    if (!partners.get(partnerId).owns(domain)) {
                        throw Refusal.because(TransferRefusal.DOMAIN_FOREIGN, domain);
                    }
                });
    }

    /** What the losing partner has sold to the customer and that has not ended; nothing when it does not serve it. */
    private List<Subscription> owned(PartnerId sourceId, CustomerId customerId) {
        return partnerSwitch.call(sourceId, () -> relationships
                .find(sourceId, customerId)
                .map(served -> subscriptions.list(sourceId, customerId).stream()
                        .filter(one -> one.status() != SubscriptionStatus.DELETED)
                        .toList())
                .orElse(List.of()));
    }

    private void requireSomething(NewRequest request, List<Subscription> owned) {
        var isSomething = partnerSwitch.call(request.sourceId(), () -> owned.stream()
                .anyMatch(one ->
                        transferability.obstacle(one, request.asked().wanted()).isEmpty()));
        if (!isSomething) {
            throw Refusal.because(TransferRefusal.NOTHING_FOUND, request.sourceId());
        }
    }

    private void plan(Transfer transfer) {
        for (var kind :
                transfer.asked().orElseThrow().wanted().stream().sorted().toList()) {
            if (!table.ask(transfer.sourceId(), transfer, kind)) {
                throw Refusal.because(TransferRefusal.ASKED_ALREADY, kind.wire());
            }
        }
        calendar.planAt(transfer.sourceId(), transfer.timing().dueAt());
    }

    /** The gaining partner does not want it any more. */
    @Transactional
    public Transfer cancel(PartnerId partnerId, CustomerId customerId, String id, String by) {
        var held = sides.hold(partnerId, customerId, id);
        TransferSides.require(held.status() == TransferStatus.PENDING);
        sides.requireTakenBackBy(held, partnerId);
        var cancelled = held.at(TransferStatus.CANCEL, held.lines(), sides.now(partnerId), by);
        sides.release(held);
        sides.update(cancelled, "update_transfer", Optional.of(partnerId));
        return cancelled;
    }

    /** What the losing partner may choose from, each with what stands against it. */
    @Transactional(readOnly = true)
    public List<Transfers.Eligibility> choices(PartnerId partnerId, CustomerId customerId, String id) {
        var transfer = sides.get(partnerId, customerId, id);
        var wanted = transfer.asked().map(Asked::wanted).orElseThrow();
        return subscriptions.list(partnerId, customerId).stream()
                .filter(one -> ProductKind.of(one).filter(wanted::contains).isPresent())
                .filter(one -> one.status() != SubscriptionStatus.DELETED)
                .map(one -> new Transfers.Eligibility(one, transferability.obstacle(one, wanted)))
                .toList();
    }

    /** The losing partner accepts with what it chooses; refuses what can't go or goes elsewhere already. */
    @Transactional
    public Transfer accept(
            PartnerId partnerId, CustomerId customerId, String id, List<SubscriptionId> chosen, String by) {
        var held = sides.hold(partnerId, customerId, id);
        TransferSides.require(held.status() == TransferStatus.PENDING);
        sides.requireDecidable(held, partnerId);
        var leaving = leaving(held, chosen);
        partnerSwitch.run(
                held.targetId(),
                () -> azure.requireAcceptable(held, leaving, owned(held.sourceId(), held.customerId())));
        for (var one : leaving) {
            if (!table.offer(partnerId, one.id(), held.id())) {
                throw Refusal.because(TransferRefusal.OFFERED_ALREADY, one.id());
            }
        }
        var accepted = held.accepted(lines(held, leaving), sides.now(partnerId), by);
        calendar.planNow(partnerId);
        sides.update(accepted, "accept_transfer", Optional.of(partnerId));
        return accepted;
    }

    /** The chosen ones, plans before what counts for them. */
    private List<Subscription> leaving(Transfer held, List<SubscriptionId> chosen) {
        if (chosen.isEmpty()) {
            throw Refusal.because(TransferRefusal.INPUT_INVALID, "lineItems name no subscription");
        }
        var wanted = held.asked().map(Asked::wanted).orElseThrow();
        var named = new HashSet<SubscriptionId>();
        var leaving = new ArrayList<Subscription>();
        for (var id : chosen) {
            if (!named.add(id)) {
                throw Refusal.because(TransferRefusal.INPUT_INVALID, "a subscription is named twice");
            }
            leaving.add(subscriptions
                    .find(held.sourceId(), held.customerId(), id)
                    .filter(one -> transferability.obstacle(one, wanted).isEmpty())
                    .orElseThrow(() -> Refusal.because(
                            TransferRefusal.INPUT_INVALID, "the subscription " + id + " cannot be transferred")));
        }
        leaving.sort(Comparator.comparing(one -> !one.isAzurePlan()));
        return leaving;
    }

    private static List<TransferLine> lines(Transfer held, List<Subscription> leaving) {
        var reseller = held.asked().flatMap(Asked::reseller).orElse(null);
        var lines = new ArrayList<TransferLine>();
        leaving.forEach(one -> lines.add(Lines.of(one, lines.size(), reseller, List.of())));
        return lines;
    }

    /** Does what is due earliest of what the partner loses; false when nothing is. */
    @Transactional
    boolean runNext(PartnerId sourceId, Instant now) {
        calendar.take(sourceId);
        var due = table.findDue(sourceId, now);
        due.ifPresent(transfer -> {
            if (transfer.status() == TransferStatus.PENDING) {
                expire(transfer, now);
            } else {
                carryOut(transfer, now);
            }
        });
        calendar.planAt(sourceId, table.findNextDue(sourceId));
        return due.isPresent();
    }

    private void expire(Transfer transfer, Instant now) {
        sides.release(transfer);
        sides.update(
                transfer.at(TransferStatus.EXPIRED, transfer.lines(), now, transfer.modifiedBy()),
                "expire_transfer",
                Optional.empty());
    }

    private void carryOut(Transfer transfer, Instant now) {
        var result = partnerSwitch.call(transfer.targetId(), () -> takeover.takeAll(transfer, transfer.modifiedBy()));
        end(transfer, result.lines(), now);
    }

    private void end(Transfer transfer, List<TransferLine> lines, Instant now) {
        var isWhole = lines.stream().allMatch(TransferLine::isDone);
        var isLate = !now.isBefore(transfer.timing().acceptedAt().orElse(now).plus(RETRIED_FOR));
        if (!isWhole && !isLate) {
            sides.store(transfer.again(lines, now, now.plus(PAUSE)));
            return;
        }
        if (isWhole) {
            sides.release(transfer);
        }
        var next = isWhole ? TransferStatus.COMPLETE : TransferStatus.PARTIALLY_COMPLETE;
        sides.update(transfer.at(next, lines, now, transfer.modifiedBy()), "complete_transfer", Optional.empty());
    }

    /** Puts off what broke when it was tried; false when it can't be. */
    @Transactional
    boolean putOff(PartnerId sourceId, Instant now) {
        var broken = table.findDue(sourceId, now).filter(transfer -> transfer.status() == TransferStatus.IN_PROGRESS);
        broken.ifPresent(transfer -> end(transfer, transfer.lines(), now));
        calendar.planAt(sourceId, table.findNextDue(sourceId));
        return broken.isPresent();
    }
}
