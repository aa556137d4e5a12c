package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.access.TestCallers.Person;
import oroshi.agreements.AgreementRefusal;
import oroshi.agreements.Agreements;
import oroshi.agreements.Gate;
import oroshi.agreements.Templates;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Reason;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.customers.Customers;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Particulars;
import oroshi.orders.Shop;
import oroshi.partners.Partners;
import oroshi.relationships.Invitation;
import oroshi.relationships.Invitations;
import oroshi.relationships.Partnerships;

@OroshiTest
@Isolated("what it publishes of agreements holds for every partner whose clock has reached the day")
class SubscriptionMovesTest {
    /** A licence of new commerce: 900 yen for a month, of which the first has 31 days. */
    private static final NewOrderLine NEW =
            NewOrderLine.of("CFQ7TTC0LH18:0001", 12, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR);

    private static final NewOrderLine CLASSIC = NewOrderLine.of("ENT-3", 10, BillingCycle.MONTHLY);

    @Autowired
    private Counter counter;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private RenewalRun renewals;

    @Autowired
    private Partners partners;

    @Autowired
    private Partnerships partnerships;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Customers customers;

    @Autowired
    private Agreements agreements;

    @Autowired
    private Templates templates;

    @Autowired
    private Clocks clocks;

    @Test
    @DisplayName("J2-A2 without the agreement licences cannot change, but suspending and renaming can")
    void asksForTheAgreementOnlyForLicences() {
        var sold = sold(CLASSIC, Shop.EXAMPLES, false);
        assertThat(reason(() -> sold.change(SubscriptionChange.none().withQuantity(12))))
                .isEqualTo(AgreementRefusal.MISSING);
        assertThat(reason(() -> sold.change(SubscriptionChange.none().withQuantity(8))))
                .isEqualTo(AgreementRefusal.MISSING);
        sold.change(SubscriptionChange.none().withFriendlyName("Dispatch"));
        assertThat(sold.change(SubscriptionChange.none().withStatus(SubscriptionStatus.SUSPENDED))
                        .status())
                .isEqualTo(SubscriptionStatus.SUSPENDED);
        assertThat(sold.read().quantity()).isEqualTo(10);
    }

    @Test
    @DisplayName("J2-A3 a subscription renews without the agreement, at the price of that day")
    void renewsWithoutTheAgreement() {
        var sold = sold(CLASSIC, Shop.EXAMPLES, false);
        sold.at("2020-04-23T23:59:00Z");
        sold.pause();
        assertThat(sold.read().commitment().nextTermOn()).contains(LocalDate.of(2020, 4, 24));
        sold.at("2020-04-24T00:00:00Z");
        var renewed = sold.eventually(one -> one.dueOn().equals(Optional.of(LocalDate.of(2021, 4, 24))));
        assertThat(renewed.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(renewed.commitment().startsOn()).isEqualTo("2020-04-24");
        assertThat(sold.charges())
                .extracting(ChargeFact::reason)
                .hasSize(13)
                .startsWith(ChargeReason.NEW, ChargeReason.CYCLE)
                .endsWith(ChargeReason.CYCLE, ChargeReason.RENEW);
    }

    @Test
    void catchesUpWithAClockThatWasMovedFarOnceAndInOrder() throws Exception {
        var sold = sold(
                NewOrderLine.of("CFQ7TTC0LH18:0001", 3, BillingCycle.MONTHLY).withTerm(Term.ONE_MONTH),
                Shop.LATER,
                true);
        sold.at("2026-07-20T00:00:00Z");
        try (var runs = Executors.newFixedThreadPool(3)) {
            for (var run : runs.invokeAll(Collections.nCopies(3, Executors.callable(renewals::run)))) {
                assertThat(run.get()).isNull();
            }
        }
        sold.eventually(one -> one.dueOn().equals(Optional.of(LocalDate.of(2026, 8, 15))));
        assertThat(sold.charges())
                .extracting(ChargeFact::from)
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2026-01-15",
                        "2026-02-15",
                        "2026-03-15",
                        "2026-04-15",
                        "2026-05-15",
                        "2026-06-15",
                        "2026-07-15");
        renewals.run();
        assertThat(sold.charges()).hasSize(7);
    }

    @Test
    void endsStepByStepWhenItDoesNotRenew() {
        var sold = sold(NEW, Shop.LATER, true);
        assertThat(sold.change(SubscriptionChange.none().withRenewal(false)).renewsItself())
                .isFalse();
        sold.at("2027-01-15T00:00:00Z");
        sold.eventually(one -> one.status() == SubscriptionStatus.EXPIRED);
        assertThat(reason(() -> sold.change(SubscriptionChange.none().withFriendlyName("Late"))))
                .isEqualTo(SubscriptionRefusal.ENDED);
        sold.at("2027-02-13T23:00:00Z");
        sold.pause();
        assertThat(sold.read().status()).isEqualTo(SubscriptionStatus.EXPIRED);
        sold.at("2027-02-14T00:00:00Z");
        sold.eventually(one -> one.status() == SubscriptionStatus.DISABLED);
        sold.at("2027-05-15T00:00:00Z");
        sold.eventually(one -> one.status() == SubscriptionStatus.DELETED);
        assertThat(reason(() -> sold.change(SubscriptionChange.none().withQuantity(13))))
                .isEqualTo(SubscriptionRefusal.DELETED);
    }

    @Test
    @DisplayName("J2-A7 a licence change on a subscription whose term began under the accepted version passes")
    void passesUnderTheVersionOfItsTerm() {
        var sold = sold(CLASSIC, Shop.EXAMPLES, true);
        var type = agreements.requiredType(Cloud.PUBLIC, Shop.EXAMPLES).orElseThrow();
        templates.publish(type, List.of("JP"), LocalDate.of(2019, 5, 1));
        sold.at("2019-05-02T01:00:00Z");
        assertThat(sold.gate().isOpen()).isFalse();
        assertThat(sold.change(SubscriptionChange.none().withQuantity(12)).quantity())
                .isEqualTo(12);
    }

    @Test
    @DisplayName("J3-A6 charges carry the reseller of their time, and -1 after it was removed")
    void chargesCarryTheResellerOfTheirTime() {
        var provider = counter.partner(PartnerType.INDIRECT_PROVIDER, Shop.EXAMPLES);
        var reseller = counter.partner(PartnerType.INDIRECT_RESELLER, Shop.EXAMPLES);
        var customer = counter.customer(provider);
        var sold = new Sold(
                provider, customer, counter.sold(provider, customer, CLASSIC).id());
        var mpnId = partners.get(reseller.partnerId()).mpnId();
        assertThat(reason(() -> sold.change(SubscriptionChange.none().withReseller(mpnId)))
                        .code())
                .isEqualTo(800016);
        assertThat(knows(reseller, customer)).isFalse();
        connect(provider, reseller);

        sold.change(SubscriptionChange.none().withReseller(mpnId));
        sold.change(SubscriptionChange.none().withQuantity(11));
        sold.change(SubscriptionChange.none().withReseller(""));
        sold.change(SubscriptionChange.none().withQuantity(12));
        assertThat(sold.charges())
                .extracting(ChargeFact::quantity, ChargeFact::reseller)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(10, ""),
                        org.assertj.core.groups.Tuple.tuple(-10, mpnId),
                        org.assertj.core.groups.Tuple.tuple(11, mpnId),
                        org.assertj.core.groups.Tuple.tuple(-11, "-1"),
                        org.assertj.core.groups.Tuple.tuple(12, "-1"));
        assertThat(knows(reseller, customer)).isTrue();
    }

    @Test
    @DisplayName("J7-A1 licences cannot become fewer than are assigned, nor more than the offer has")
    void keepsAssignedLicences() {
        var sold = sold(
                NewOrderLine.of("BIZ-PREM", 25, BillingCycle.MONTHLY).withFriendlyName("20 assigned"),
                Shop.EXAMPLES,
                true);
        var refusal = refusal(() -> sold.change(SubscriptionChange.none().withQuantity(18)));
        assertThat(refusal.reason()).isEqualTo(SubscriptionRefusal.BELOW_ASSIGNED);
        assertThat(refusal.arguments()).containsExactly(20);
        assertThat(sold.change(SubscriptionChange.none().withQuantity(20)).quantity())
                .isEqualTo(20);
        var tooMany = refusal(() -> sold.change(SubscriptionChange.none().withQuantity(301)));
        assertThat(tooMany.reason()).isEqualTo(SubscriptionRefusal.QUANTITY_RANGE);
        assertThat(tooMany.arguments()).containsExactly(1, 300);
    }

    @Test
    @DisplayName("J7-A2 a suspended classic subscription is kept for 90 days and then deleted")
    void keepsASuspendedSubscriptionForAWhile() {
        var sold = sold(CLASSIC, Shop.EXAMPLES, true);
        var other = new Sold(
                sold.person(),
                sold.customer(),
                counter.sold(sold.person(), sold.customer(), CLASSIC).id());
        var suspend = SubscriptionChange.none().withStatus(SubscriptionStatus.SUSPENDED);
        assertThat(sold.change(suspend).deletedAfter()).contains(LocalDate.of(2019, 7, 23));
        other.change(suspend);
        assertThat(reason(() -> sold.change(SubscriptionChange.none().withQuantity(12))))
                .isEqualTo(SubscriptionRefusal.QUANTITY_WHILE_SUSPENDED);
        assertThat(sold.change(suspend).version()).isEqualTo(sold.read().version());

        sold.at("2019-07-23T12:00:00Z");
        var back = sold.change(SubscriptionChange.none().withStatus(SubscriptionStatus.ACTIVE));
        assertThat(back.commitment().nextTermOn()).contains(LocalDate.of(2020, 4, 24));
        sold.at("2019-07-24T00:00:00Z");
        other.eventually(one -> one.status() == SubscriptionStatus.DELETED);
        assertThat(sold.read().status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(sold.charged()).isEqualTo(10);
    }

    @Test
    void givesBackOnlyLicencesOfTheLastWeek() {
        var sold = sold(NEW, Shop.LATER, true);
        sold.after(Duration.ofDays(2));
        sold.change(SubscriptionChange.none().withQuantity(15));
        sold.after(Duration.ofDays(4));
        sold.change(SubscriptionChange.none().withQuantity(13));
        assertThat(sold.read().batches().all())
                .extracting(SeatBatches.Batch::quantity)
                .containsExactly(10, 3);
        assertThat(sold.charges())
                .extracting(fact -> fact.quantity() + " " + fact.from() + " " + fact.amount())
                .containsExactly(
                        "12 2026-01-15 JPY 10800",
                        "-12 2026-01-17 JPY -10103", // 900 / 31 * 29 * 12
                        "15 2026-01-17 JPY 12629",
                        "-15 2026-01-19 JPY -11758", // 900 / 31 * 27 * 15
                        "13 2026-01-19 JPY 10190");
        sold.after(Duration.ofDays(7).plusMillis(1));
        var refusal = refusal(() -> sold.change(SubscriptionChange.none().withQuantity(9)));
        assertThat(refusal.reason()).isEqualTo(SubscriptionRefusal.REDUCTION_TOO_LARGE);
        assertThat(refusal.arguments()).containsExactly(3, 7);
        sold.change(SubscriptionChange.none().withQuantity(10));
        assertThat(reason(() -> sold.change(SubscriptionChange.none().withQuantity(9))))
                .isEqualTo(SubscriptionRefusal.REDUCTION_CLOSED);
    }

    @ParameterizedTest
    @CsvSource({"PT10H, -10800, 2026-01-15", "P3D, -9754, 2026-01-18"})
    void givesTheMoneyBackOnCancelling(Duration after, int amount, LocalDate from) {
        var sold = sold(NEW, Shop.LATER, true);
        sold.after(after);
        var cancelled = sold.change(SubscriptionChange.none().withStatus(SubscriptionStatus.DELETED));
        assertThat(cancelled.status()).isEqualTo(SubscriptionStatus.DELETED);
        var last = sold.charges().getLast();
        assertThat(last.reason()).isEqualTo(ChargeReason.CANCEL);
        assertThat(last.amount().getAmountMajorInt()).isEqualTo(amount); // 900 / 31 * 28 * 12
        assertThat(last.from()).isEqualTo(from);
    }

    @Test
    @DisplayName("on the first day everything goes back to the last yen, what came and went meanwhile too")
    void givesBackAllThatWasCharged() {
        var sold = sold(NEW, Shop.LATER, true);
        sold.after(Duration.ofHours(16)); // the next day
        sold.change(SubscriptionChange.none().withQuantity(15));
        sold.change(SubscriptionChange.none().withQuantity(13));
        sold.change(SubscriptionChange.none().withStatus(SubscriptionStatus.DELETED));
        assertThat(sold.charges().stream()
                        .mapToInt(fact -> fact.amount().getAmountMajorInt())
                        .sum())
                .isZero();
        assertThat(sold.charges())
                .filteredOn(fact -> fact.reason() == ChargeReason.CANCEL)
                .extracting(fact -> fact.quantity() + " " + fact.from() + " " + fact.amount())
                .containsExactly("-12 2026-01-15 JPY -10800", "-1 2026-01-16 JPY -871"); // 11322 - 10451
    }

    @Test
    @DisplayName("a subscription that was cancelled can't be cancelled again (400/2011)")
    void cancelsOnce() {
        var sold = sold(NEW, Shop.LATER, true);
        var cancel = SubscriptionChange.none().withStatus(SubscriptionStatus.DELETED);
        sold.change(cancel);
        assertThat(reason(() -> sold.change(cancel))).isEqualTo(SubscriptionRefusal.DELETED);
    }

    @Test
    @DisplayName("a short term that is over can't be cancelled, though its window is open")
    void doesNotCancelWhatIsOver() {
        var begin = Instant.parse("2026-01-30T10:00:00Z");
        var last =
                new Particulars(Optional.of(LocalDate.of(2026, 1, 31)), Map.of(), Optional.empty(), Optional.empty());
        var sold = sold(NEW.withParticulars(last), begin, true);
        sold.change(SubscriptionChange.none().withStatus(SubscriptionStatus.SUSPENDED));
        clocks.passTo(sold.person().partnerId(), Instant.parse("2026-02-02T10:00:00Z"));
        assertThat(reason(() -> sold.change(SubscriptionChange.none().withStatus(SubscriptionStatus.DELETED))))
                .isEqualTo(SubscriptionRefusal.STATUS_NOT_POSSIBLE);
        assertThat(sold.charges()).hasSize(1);
    }

    @Test
    void foretellsNothingForAChangeThatChangesNothing() {
        var sold = sold(NEW, Shop.LATER, true);
        clocks.passTo(sold.person().partnerId(), Instant.parse("2026-02-16T10:00:00Z"));
        var forecast = PartnerScope.call(
                sold.person().partnerId(),
                () -> subscriptions.preview(
                        sold.person().partnerId(), sold.customer(), sold.id, SubscriptionChange.none()));
        assertThat(forecast.now()).isEmpty();
        assertThat(forecast.rest()).first().extracting(ChargeFact::from).isEqualTo(LocalDate.of(2026, 2, 15));
    }

    @Test
    void closesTheWindowOfCancellingToTheSecond() {
        var sold = sold(NEW, Shop.LATER, true);
        sold.after(Duration.ofDays(7).plusMillis(1));
        assertThat(reason(() -> sold.change(SubscriptionChange.none().withStatus(SubscriptionStatus.DELETED))))
                .isEqualTo(SubscriptionRefusal.CANCELLATION_CLOSED);
        var classic = sold(CLASSIC, Shop.EXAMPLES, true);
        assertThat(reason(() -> classic.change(SubscriptionChange.none().withStatus(SubscriptionStatus.DELETED))))
                .isEqualTo(SubscriptionRefusal.STATUS_NOT_POSSIBLE);
    }

    @Test
    void leavesTheLicencesAloneWhileTheRenewalIsQueued() {
        var sold = sold(NEW, Shop.LATER, true);
        clocks.passTo(sold.person().partnerId(), Instant.parse("2027-01-15T00:00:30Z"));
        var refusal = refusal(() -> sold.change(SubscriptionChange.none().withQuantity(13)));
        assertThat(refusal.reason()).isEqualTo(SubscriptionRefusal.IN_RENEWAL);
        assertThat(refusal.reason().code()).isEqualTo(800082);
    }

    @Test
    void freesTheRoomOfAPooledProduct() {
        var sold = sold(NEW, Shop.LATER, true);
        sold.change(SubscriptionChange.none().withQuantity(300));
        var more = counter.sold(sold.person(), sold.customer(), NewOrderLine.of("ENT-3", 1, BillingCycle.MONTHLY));
        assertThat(more.quantity()).isEqualTo(1);
        assertThat(reason(() -> sold.change(SubscriptionChange.none().withQuantity(301))))
                .isEqualTo(SubscriptionRefusal.QUANTITY_RANGE);
        sold.change(SubscriptionChange.none().withQuantity(200));
        var second = counter.sold(
                sold.person(),
                sold.customer(),
                NewOrderLine.of("CFQ7TTC0LH18:0001", 100, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR));
        var refusal = refusal(() -> sold.change(SubscriptionChange.none().withQuantity(201)));
        assertThat(refusal.reason()).isEqualTo(SubscriptionRefusal.SEATS_EXHAUSTED);
        assertThat(refusal.arguments()).containsExactly(0);
        new Sold(sold.person(), sold.customer(), second.id())
                .change(SubscriptionChange.none().withStatus(SubscriptionStatus.DELETED));
        assertThat(sold.change(SubscriptionChange.none().withQuantity(300)).quantity())
                .isEqualTo(300);
    }

    private Sold sold(NewOrderLine line, Instant at, boolean attested) {
        var person = counter.partner(PartnerType.DIRECT_BILL, at);
        var customer = counter.customer(person, Optional.empty(), attested);
        return new Sold(person, customer, counter.sold(person, customer, line).id());
    }

    private void connect(Person provider, Person reseller) {
        var token = PartnerScope.call(
                        provider.partnerId(), () -> invitations.get(provider.partnerId(), Invitation.Kind.PARTNERSHIP))
                .token();
        PartnerScope.call(
                reseller.partnerId(),
                () -> partnerships.accept(reseller.partnerId(), provider.partnerId(), token, true));
    }

    private boolean knows(Person person, CustomerId customer) {
        return PartnerScope.call(
                person.partnerId(),
                () -> customers.find(person.partnerId(), customer).isPresent());
    }

    private static Reason reason(Runnable work) {
        return refusal(work).reason();
    }

    private static Refusal refusal(Runnable work) {
        var refusal = catchThrowableOfType(Refusal.class, work::run);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    /** A subscription in the hands of somebody who changes it. */
    private final class Sold {
        private final Person person;
        private final CustomerId customer;
        private final oroshi.basics.SubscriptionId id;

        private Sold(Person person, CustomerId customer, oroshi.basics.SubscriptionId id) {
            this.person = person;
            this.customer = customer;
            this.id = id;
        }

        Person person() {
            return person;
        }

        CustomerId customer() {
            return customer;
        }

        Subscription change(SubscriptionChange change) {
            return PartnerScope.call(
                    person.partnerId(), () -> subscriptions.update(person.partnerId(), customer, id, change));
        }

        Subscription read() {
            return PartnerScope.call(person.partnerId(), () -> subscriptions.get(person.partnerId(), customer, id));
        }

        List<ChargeFact> charges() {
            return PartnerScope.call(person.partnerId(), () -> subscriptions.charges(person.partnerId(), id));
        }

        Gate gate() {
            return PartnerScope.call(person.partnerId(), () -> agreements.gate(person.partnerId(), customer));
        }

        int charged() {
            var term = read().commitment().startsOn();
            return charges().stream()
                    .filter(fact -> fact.termStartsOn().equals(term) && fact.reason() != ChargeReason.CYCLE)
                    .mapToInt(ChargeFact::quantity)
                    .sum();
        }

        void at(String instant) {
            clocks.stopAt(person.partnerId(), Instant.parse(instant));
        }

        /** So long after the moment that the clock of later examples shows. */
        void after(Duration time) {
            clocks.stopAt(person.partnerId(), Shop.LATER.plus(time));
        }

        /** Gives the background time to do what it should not do. */
        void pause() {
            LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
        }

        Subscription eventually(Predicate<Subscription> wanted) {
            var seen = read();
            for (var look = 0; look < 500 && !wanted.test(seen); look++) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                seen = read();
            }
            assertThat(wanted.test(seen)).as(seen.toString()).isTrue();
            return seen;
        }
    }
}
