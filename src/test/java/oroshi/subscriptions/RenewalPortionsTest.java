package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.OroshiTest;
import oroshi.basics.PartnerType;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;

@OroshiTest
class RenewalPortionsTest {
    private static final NewOrderLine LINE =
            NewOrderLine.of("CFQ7TTC0LH18:0001", 3, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR);
    private static final LocalDate TODAY = LocalDate.parse("2027-01-20");

    @Autowired
    private Counter counter;

    @Autowired
    private SubscriptionTable table;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("portions of a day follow one another by id, the days by date, and none is met twice")
    void walksThroughTheDaysInOrder() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Instant.parse("2026-01-15T00:00:00Z"));
        var customer = counter.customer(person);
        var partnerId = person.partnerId();
        var ids = Stream.generate(() -> counter.sold(person, customer, LINE).id())
                .limit(4)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
        PartnerScope.run(
                partnerId,
                () -> transactions.executeWithoutResult(together -> {
                    jdbc.sql("update subscriptions.subscription set cycle_on = '2026-02-14'"
                                    + " where partner_id = :partnerId and subscription_id = :id")
                            .param("partnerId", partnerId.value())
                            .param("id", ids.getLast().value())
                            .update();
                    var earliest = table.listDue(partnerId, TODAY, 2);
                    assertThat(earliest).extracting(Subscription::id).containsExactly(ids.getLast());
                    assertThat(table.listDueBehind(earliest.getLast(), TODAY, 2))
                            .isEmpty();

                    table.updateAll(List.of(earliest.getLast()
                            .with(earliest.getLast().standing().at(SubscriptionStatus.DELETED, Optional.empty()))));
                    var first = table.listDue(partnerId, TODAY, 2);
                    assertThat(first).extracting(Subscription::id).containsExactlyElementsOf(ids.subList(0, 2));
                    assertThat(table.listDueBehind(first.getLast(), TODAY, 2))
                            .extracting(Subscription::id)
                            .containsExactly(ids.get(2));
                    assertThat(table.listDueBehind(first.getLast(), LocalDate.parse("2026-01-31"), 2))
                            .isEmpty();
                    together.setRollbackOnly();
                }));
    }
}
