package oroshi.orders;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.database.Jobs;
import oroshi.relationships.Relationships;

/**
 * Purchase orders and tenders that belong to orders. An order that waits for them goes on once they are there; they can
 * be handed in with every other order as well.
 */
@Service
public class Papers {
    private static final int MOST_FILES = 50;

    private final AttachmentTable table;
    private final OrderTable orders;
    private final Relationships relationships;
    private final Jobs jobs;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    Papers(
            AttachmentTable table,
            OrderTable orders,
            Relationships relationships,
            Jobs jobs,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.table = table;
        this.orders = orders;
        this.relationships = relationships;
        this.jobs = jobs;
        this.clocks = clocks;
        this.events = events;
    }

    /** Whether the roles of the person let it read and hand in papers. */
    public static boolean areFor(Caller caller) {
        return caller.isApplicationAlone()
                || caller.roles().stream().anyMatch(Set.of(Role.GLOBAL_ADMIN, Role.ADMIN_AGENT)::contains);
    }

    /** Hands papers in; the review of an order that waited for them begins. */
    @Transactional
    public List<Attachment> add(Caller caller, CustomerId customerId, String orderName, NewPapers papers) {
        relationships.viewpoint(caller.partnerId(), customerId);
        var order = orders.await(caller.partnerId(), customerId, orderName).orElseThrow(() -> unknown(orderName));
        var before = table.list(order).size();
        if (before + papers.files().size() > MOST_FILES) {
            throw Refusal.because(OrderRefusal.INPUT_INVALID, "an order has at most " + MOST_FILES + " files");
        }
        var at = clocks.of(caller.partnerId()).instant();
        var added = table.insert(order, papers, caller.name(), at);
        var reviewed = order.inReview();
        orders.update(reviewed, at);
        jobs.add(Fulfilment.JOB, order.partnerId(), List.of(order.id().value()));
        events.publishEvent(OrderChanged.withPapers(order, reviewed, before, before + added.size()));
        return added;
    }

    /** Everything that was handed in with the order, the earliest first. */
    @Transactional(readOnly = true)
    public List<Attachment> list(PartnerId partnerId, CustomerId customerId, String orderName) {
        return table.list(order(partnerId, customerId, orderName));
    }

    /** One paper with its content; refuses what the order does not have. */
    @Transactional(readOnly = true)
    public Attachment.Content get(PartnerId partnerId, CustomerId customerId, String orderName, String id) {
        var order = order(partnerId, customerId, orderName);
        Optional<UUID> given = Ids.parse(id);
        return given.flatMap(paper -> table.find(order, paper))
                .orElseThrow(() -> Refusal.because(OrderRefusal.ATTACHMENT_UNKNOWN, id));
    }

    /** Refuses as everything else does when there is no such order. */
    @Transactional(readOnly = true)
    Order order(PartnerId partnerId, CustomerId customerId, String orderName) {
        relationships.viewpoint(partnerId, customerId);
        return orders.find(partnerId, customerId, orderName).orElseThrow(() -> unknown(orderName));
    }

    private static Refusal unknown(String orderName) {
        return Refusal.because(OrderRefusal.ORDER_UNKNOWN, orderName);
    }
}
