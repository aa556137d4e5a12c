package oroshi.customers;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;

/**
 * The reviews of customers' accounts. The operator begins and decides them; meanwhile nothing can be bought for the
 * customer. All partners that share the customer see the same.
 */
@Service
public class AccountReviews {
    private final AccountReviewTable table;
    private final Customers customers;
    private final ApplicationEventPublisher events;

    AccountReviews(AccountReviewTable table, Customers customers, ApplicationEventPublisher events) {
        this.table = table;
        this.customers = customers;
        this.events = events;
    }

    /** How the review stands; empty for a customer whose account nobody reviews. */
    @Transactional(readOnly = true)
    public Optional<AccountReview> find(PartnerId partnerId, CustomerId customerId) {
        return table.find(partnerId, customerId);
    }

    /** Refuses while the review keeps anybody from buying for the customer. */
    @Transactional(readOnly = true)
    public void requireOpen(PartnerId partnerId, CustomerId customerId) {
        find(partnerId, customerId).flatMap(AccountReview::obstacle).ifPresent(why -> {
            throw Refusal.because(why);
        });
    }

    /** Begins a review or says what it came to; nothing changes when it stands so already. */
    @Transactional
    public AccountReview set(PartnerId partnerId, CustomerId customerId, AccountStatus status) {
        var customer = customers.get(partnerId, customerId);
        var before = table.find(partnerId, customerId);
        if (before.filter(review -> review.status() == status).isPresent()) {
            return before.get();
        }
        var after = new AccountReview(status, customers.now(partnerId));
        customers.inEveryRow(customer, row -> table.set(row, customerId, after));
        events.publishEvent(new AccountReviewed(customerId, before, after));
        return after;
    }

    @Transactional(readOnly = true)
    List<AccountReviewTable.Open> open(PartnerId partnerId) {
        return table.listOpen(partnerId);
    }
}
