package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import oroshi.OroshiTest;
import oroshi.access.TestCallers.Person;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.NewPriceList;
import oroshi.catalog.PriceLists;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;

/** What a new price list changes, in years that no other test lives in. */
@OroshiTest
class PromisedPriceTest {
    private static final NewOrderLine LINE =
            NewOrderLine.of("CFQ7TTC0LH18:0001", 12, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR);
    private static final Money OLD = Money.parse("JPY 900");
    private static final Money NEW = Money.parse("JPY 1200");

    @Autowired
    private Counter counter;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private PriceLists priceLists;

    @Autowired
    private Clocks clocks;

    @BeforeEach
    void loadAList() throws IOException {
        var list = new NewPriceList(Cloud.PUBLIC, "February 2061", Instant.parse("2061-02-01T00:00:00Z"));
        priceLists.loadOnce(list, dearer());
    }

    @Test
    @DisplayName(
            "J9-11 a new month's list leaves the price of a running term alone; new orders and the renewal take it")
    void keepsWhatWasPromised() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Instant.parse("2061-01-15T00:00:00Z"));
        var customer = counter.customer(person);
        var running = counter.sold(person, customer, LINE);
        assertThat(running.unitPrice()).isEqualTo(OLD);

        clocks.stopAt(person.partnerId(), Instant.parse("2061-02-20T00:00:00Z"));
        assertThat(counter.sold(person, customer, LINE).unitPrice()).isEqualTo(NEW);
        assertThat(change(person, customer, running).unitPrice()).isEqualTo(OLD);

        clocks.stopAt(person.partnerId(), Instant.parse("2061-12-20T00:00:00Z"));
        assertThat(read(person, customer, running).unitPrice()).isEqualTo(OLD);

        clocks.stopAt(person.partnerId(), Instant.parse("2062-01-15T00:00:00Z"));
        var renewed = eventually(
                person, customer, running, one -> one.dueOn().equals(Optional.of(LocalDate.of(2063, 1, 15))));
        assertThat(renewed.unitPrice()).isEqualTo(NEW);
    }

    private Subscription change(Person person, CustomerId customer, Subscription subscription) {
        var more = SubscriptionChange.none().withQuantity(20);
        return PartnerScope.call(
                person.partnerId(), () -> subscriptions.update(person.partnerId(), customer, subscription.id(), more));
    }

    private Subscription read(Person person, CustomerId customer, Subscription subscription) {
        return PartnerScope.call(
                person.partnerId(), () -> subscriptions.get(person.partnerId(), customer, subscription.id()));
    }

    private Subscription eventually(
            Person person, CustomerId customer, Subscription subscription, Predicate<Subscription> wanted) {
        var seen = read(person, customer, subscription);
        for (var look = 0; look < 100 && !wanted.test(seen); look++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            seen = read(person, customer, subscription);
        }
        assertThat(wanted.test(seen)).as(seen.toString()).isTrue();
        return seen;
    }

    /** The demo's list, but for what the line costs in Japan. */
    private static List<Resource> dearer() throws IOException {
        var files = new ArrayList<Resource>();
        for (var file :
                new PathMatchingResourcePatternResolver().getResources("classpath:/demo/catalog/public/*.csv")) {
            var text = file.getContentAsString(StandardCharsets.UTF_8);
            var dearer = text.replace(
                    "\"P1Y\",\"Monthly\",\"JP\",\"JPY\",\"10800\"", "\"P1Y\",\"Monthly\",\"JP\",\"JPY\",\"14400\"");
            files.add(new ByteArrayResource(dearer.getBytes(StandardCharsets.UTF_8)) {
                @Override
                public String getFilename() {
                    return Objects.requireNonNull(file.getFilename());
                }
            });
        }
        return files;
    }
}
