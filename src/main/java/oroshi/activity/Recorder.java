package oroshi.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import oroshi.access.Caller;
import oroshi.access.CustomerCaller;
import oroshi.access.Operator;
import oroshi.basics.BusinessEvent;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.database.PartnerSwitch;
import oroshi.database.TransactionCargo;
import oroshi.rest.RequestIds;

/** Writes down every business event with who caused it, in one statement at the end of the event's own transaction. */
@Component
class Recorder {
    private static final String NOBODY = "system";

    private final ActivityTable table;
    private final Clocks clocks;
    private final PartnerSwitch partnerSwitch;

    Recorder(ActivityTable table, Clocks clocks, PartnerSwitch partnerSwitch) {
        this.table = table;
        this.clocks = clocks;
        this.partnerSwitch = partnerSwitch;
    }

    @EventListener
    void on(BusinessEvent event) {
        collector().records.add(recordOf(event));
    }

    private ActivityRecord recordOf(BusinessEvent event) {
        var partnerId = PartnerScope.current()
                .orElseThrow(
                        () -> new IllegalStateException(event.operation() + " happened outside a partner's scope"));
        var caller = Caller.current();
        return new ActivityRecord(
                partnerId,
                Ids.next(),
                clocks.of(partnerId).instant(),
                event.customerId(),
                event.operation(),
                event.resourceType(),
                event.resourceId(),
                ActivityStatus.SUCCEEDED,
                caller.flatMap(Caller::userId),
                name(caller),
                caller.flatMap(Caller::applicationId),
                RequestIds.current().map(RequestIds::correlationId),
                event.oldValues(),
                event.newValues(),
                event.details(),
                event.webhook());
    }

    private static String name(Optional<Caller> caller) {
        return caller.map(Caller::name)
                .or(() -> CustomerCaller.current().map(CustomerCaller::name))
                .or(() -> Operator.current().map(Operator::signature))
                .orElse(NOBODY);
    }

    /** A fact with two sides is recorded on both. */
    private void store(PartnerId partnerId, List<ActivityRecord> records) {
        partnerSwitch.call(partnerId, () -> {
            table.insert(records);
            return records.size();
        });
    }

    private Collector collector() {
        return TransactionCargo.get(
                Collector.class,
                Collector::new,
                "A business event is published inside the transaction that does the business");
    }

    /** The records of one transaction, stored just before it commits. */
    private final class Collector implements TransactionSynchronization {
        private final List<ActivityRecord> records = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            records.stream()
                    .collect(Collectors.groupingBy(ActivityRecord::partnerId))
                    .forEach(Recorder.this::store);
            records.clear();
        }

        @Override
        public void savepointRollback(Object savepoint) {
            records.clear();
        }
    }
}
