package oroshi.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.basics.Problem;
import oroshi.basics.Reason;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.partners.CreditStanding;
import oroshi.partners.Partner;
import oroshi.partners.PartnerCredit;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.subscriptions.Subscriptions;
import oroshi.subscriptions.SwitchablePlatform;

@OroshiTest
class OrdersTest {
    @Autowired
    private Orders orders;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private PartnerCredit credit;

    @Autowired
    private SwitchablePlatform platform;

    @Autowired
    private Shop shop;

    @Test
    void placesOneOrderForLinesOfOneCycle() {
        var partner = shop.partner("JP", "JPY", Shop.EXAMPLES);
        var placed = place(partner, shop.buyer("JP"), monthly("BIZ-PREM", 25), monthly("ENT-3", 2));
        assertThat(placed).singleElement().satisfies(order -> {
            assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
            assertThat(order.charge()).isEqualTo(Money.parse("JPY 38360")); // 25 * 1360 + 2 * 2180
            assertThat(order.lines()).hasSize(2).allSatisfy(line -> assertThat(line.subscriptionId())
                    .isPresent());
        });
    }

    @Test
    @DisplayName("J5-A1 lines of different order groups become orders of their own in one step")
    void placesAnOrderForEachGroup() {
        var partner = shop.partner("JP", "JPY", Shop.EXAMPLES);
        var placed = place(partner, shop.buyer("JP"), monthly("ISV-KINTAI", 10), annual("ENT-3", 5));
        assertThat(placed).extracting(Order::billingCycle).containsExactly(BillingCycle.MONTHLY, BillingCycle.ANNUAL);
        assertThat(placed).extracting(Order::number).doesNotHaveDuplicates();
    }

    @Test
    void setsUpInTheBackgroundWhatWasBought() {
        var partner = shop.partner("US", "USD", Shop.EXAMPLES);
        var buyer = shop.buyer("US");
        var order = place(partner, buyer, annual("BIZ-ESS", 8)).getFirst();
        var done = eventually(() -> order(partner, buyer, order), found -> found.status() == OrderStatus.COMPLETED);
        assertThat(done.lines()).extracting(OrderLine::state).containsExactly(LineState.FULFILLED);
        assertThat(owned(partner, buyer)).singleElement().satisfies(subscription -> {
            assertThat(subscription.status()).isEqualTo(SubscriptionStatus.ACTIVE);
            assertThat(subscription.orderNumber()).isEqualTo(order.number());
            assertThat(subscription.commitment().nextTermOn()).contains(LocalDate.of(2020, 4, 24));
        });
    }

    @Test
    void keepsASetUpThatFailedUntilItIsTriedAgain() {
        var partner = shop.partner("US", "USD", Shop.EXAMPLES);
        var buyer = shop.buyer("US");
        var order = place(
                        partner,
                        buyer,
                        annual("BIZ-ESS", 8),
                        annual("ENT-1", 1).withFriendlyName(SwitchablePlatform.BREAKS))
                .getFirst();
        eventually(() -> order(partner, buyer, order), found -> found.status() == OrderStatus.PARTIAL_SUCCESS);
        var failed = owned(partner, buyer).stream()
                .filter(one -> one.status() == SubscriptionStatus.SET_UP_FAILED)
                .findFirst()
                .orElseThrow();
        assertThat(failed.failure()).contains("the platform has no room");
        platform.repair(failed.id());
        shop.as(partner, () -> orders.retry(partner.id(), buyer.id(), failed.id()));
        eventually(() -> order(partner, buyer, order), found -> found.status() == OrderStatus.COMPLETED);
    }

    @Test
    @DisplayName("J1-A13 an order up to the credit limit is accepted, one beyond it names the missing amount")
    void keepsTheCreditLimit() {
        var partner = shop.partner("US", "USD", Shop.EXAMPLES);
        shop.as(partner, () -> {
            credit.set(partner.id(), CreditStanding.of("10000", "9000", "600", "0"));
            return true;
        });
        var buyer = shop.buyer("US");
        var refusal = refusal(() -> place(partner, buyer, monthly("ENT-3", 21))); // 420.00 of 400.00
        assertThat(refusal.reason()).isEqualTo(OrderRefusal.CREDIT_LIMIT);
        assertThat(refusal.arguments()).containsExactly(Money.of(CurrencyUnit.USD, 20));
        assertThat(owned(partner, buyer)).isEmpty();
        assertThat(place(partner, buyer, monthly("ENT-3", 20))).hasSize(1);
        assertThat(reason(() -> place(partner, buyer, monthly("ENT-3", 1)))).isEqualTo(OrderRefusal.CREDIT_LIMIT);
    }

    @Test
    void namesEveryLineThatCannotBeBought() {
        var partner = shop.partner("DE", "EUR", Shop.EXAMPLES);
        var problems = shop.as(
                partner,
                () -> orders.check(
                        partner.id(),
                        shop.buyer("DE"),
                        List.of(
                                monthly("NO-SUCH", 1),
                                monthly("ISV-KINTAI", 1),
                                monthly("EDU-A", 1),
                                monthly("BIZ-ESS", 301),
                                monthly("ENT-3", 5).withShownPrice(Money.parse("EUR 18.00")),
                                monthly("ENT-1", 1))));
        assertThat(problems)
                .extracting(Problem::field, Problem::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("lines[0]", OrderRefusal.OFFER_UNKNOWN),
                        org.assertj.core.groups.Tuple.tuple("lines[1]", OrderRefusal.OFFER_COUNTRY),
                        org.assertj.core.groups.Tuple.tuple("lines[2]", OrderRefusal.OFFER_SEGMENT),
                        org.assertj.core.groups.Tuple.tuple("lines[3].quantity", OrderRefusal.QUANTITY_RANGE),
                        org.assertj.core.groups.Tuple.tuple("lines[4]", OrderRefusal.PRICE_CHANGED));
    }

    @Test
    @DisplayName("J1-14 an offer limited per customer cannot be bought twice, be it in one order or in two")
    void keepsTheLimitPerCustomer() {
        var partner = shop.partner("US", "USD", Shop.EXAMPLES);
        var buyer = shop.buyer("US");
        assertThat(reason(() -> place(partner, buyer, monthly("DIR-P1", 1), monthly("DIR-P1", 1))))
                .isEqualTo(OrderRefusal.ONE_PER_CUSTOMER);
        place(partner, buyer, monthly("DIR-P1", 1));
        assertThat(reason(() -> place(partner, buyer, monthly("DIR-P1", 1)))).isEqualTo(OrderRefusal.ONE_PER_CUSTOMER);
    }

    @Test
    void letsOneOfManyHaveTheLastOne() throws Exception {
        var partner = shop.partner("US", "USD", Shop.EXAMPLES);
        var buyer = shop.buyer("US");
        var outcomes = Together.run(8, () -> {
            try {
                place(partner, buyer, monthly("DIR-P1", 1));
                return "bought";
            } catch (Refusal refusal) {
                return refusal.reason().toString();
            }
        });
        assertThat(outcomes)
                .containsOnlyOnce("bought")
                .filteredOn("ONE_PER_CUSTOMER"::equals)
                .hasSize(7);
        assertThat(owned(partner, buyer)).hasSize(1);
    }

    @Test
    @DisplayName("J5-A5 a trial is 25 licences, once, and not for who owns what it is the trial of")
    void keepsTheRulesOfTrials() {
        var partner = shop.partner("JP", "JPY", Shop.EXAMPLES);
        var buyer = shop.buyer("JP");
        assertThat(reason(() -> place(partner, buyer, trial(5)))).isEqualTo(OrderRefusal.QUANTITY_RANGE);
        place(partner, buyer, trial(25));
        assertThat(reason(() -> place(partner, buyer, trial(25)))).isEqualTo(OrderRefusal.ONE_PER_CUSTOMER);
        var owner = shop.buyer("JP");
        place(partner, owner, monthly("ENT-3", 1));
        assertThat(reason(() -> place(partner, owner, trial(25)))).isEqualTo(OrderRefusal.TRIAL_OF_OWNED);
    }

    @Test
    void putsAnAddOnBeneathItsBase() {
        var partner = shop.partner("US", "USD", Shop.EXAMPLES);
        var buyer = shop.buyer("US");
        assertThat(reason(() -> place(partner, buyer, monthly("ADD-PHONE", 1))))
                .isEqualTo(OrderRefusal.PREREQUISITE_MISSING);
        assertThat(reason(() -> place(partner, buyer, monthly("ENT-3", 5), monthly("ADD-PHONE", 6))))
                .isEqualTo(OrderRefusal.ADD_ON_EXCEEDS_BASE);
        place(partner, buyer, monthly("ENT-3", 5), monthly("ADD-PHONE", 5).withBaseLine(0));
        place(partner, buyer, monthly("ADD-PHONE", 2));
        var base = owned(partner, buyer).stream()
                .filter(one -> !one.item().isAddOn())
                .findFirst()
                .orElseThrow();
        assertThat(owned(partner, buyer))
                .filteredOn(one -> one.item().isAddOn())
                .hasSize(2)
                .allSatisfy(addOn -> assertThat(addOn.parent()).contains(base.id()));
    }

    @Test
    @DisplayName("J5-A2 a government community customer may buy nothing else")
    void keepsTheSegment() {
        var partner = shop.partner("US", "USD", Shop.EXAMPLES);
        var buyer = new Buyer(
                shop.buyer("US").id(), "US", java.util.Set.of("GovernmentCommunityCloud"), java.util.Optional.empty());
        assertThat(reason(() -> place(partner, buyer, monthly("ENT-3", 1)))).isEqualTo(OrderRefusal.OFFER_SEGMENT);
    }

    @Test
    void showsNobodyElsesOrders() {
        var partner = shop.partner("US", "USD", Shop.EXAMPLES);
        var other = shop.partner("US", "USD", Shop.EXAMPLES);
        var buyer = shop.buyer("US");
        var order = place(partner, buyer, monthly("ENT-3", 1)).getFirst();
        assertThat(shop.as(other, () -> orders.list(other.id(), buyer.id()))).isEmpty();
        assertThat(reason(() -> shop.as(other, () -> orders.get(other.id(), buyer.id(), order.id()))))
                .isEqualTo(OrderRefusal.ORDER_UNKNOWN);
        assertThat(shop.as(other, () -> orders.list(partner.id(), buyer.id())))
                .as("a statement for a foreign partner, with the own partner in scope")
                .isEmpty();
    }

    @Test
    void storesNothingOfAnOrderThatIsRefused() {
        var partner = shop.partner("US", "USD", Shop.EXAMPLES);
        var buyer = shop.buyer("US");
        refusal(() -> place(partner, buyer, monthly("ENT-3", 1), monthly("NO-SUCH", 1)));
        assertThat(owned(partner, buyer)).isEmpty();
        assertThat(shop.as(partner, () -> orders.list(partner.id(), buyer.id())))
                .isEmpty();
    }

    private static NewOrderLine monthly(String code, int quantity) {
        return NewOrderLine.of(code, quantity, BillingCycle.MONTHLY);
    }

    private static NewOrderLine annual(String code, int quantity) {
        return NewOrderLine.of(code, quantity, BillingCycle.ANNUAL);
    }

    private static NewOrderLine trial(int quantity) {
        return NewOrderLine.anyOf("TRIAL-ENT3").withQuantity(quantity);
    }

    private List<Order> place(Partner partner, Buyer buyer, NewOrderLine... lines) {
        return shop.as(partner, () -> orders.place(partner.id(), buyer, NewOrder.of(List.of(lines), "Ben Cole")));
    }

    private Order order(Partner partner, Buyer buyer, Order placed) {
        return shop.as(partner, () -> orders.get(partner.id(), buyer.id(), placed.number()));
    }

    private List<Subscription> owned(Partner partner, Buyer buyer) {
        return shop.as(partner, () -> subscriptions.list(partner.id(), buyer.id()));
    }

    private static Reason reason(Supplier<?> attempt) {
        return refusal(attempt).reason();
    }

    private static Refusal refusal(Supplier<?> attempt) {
        return java.util.Objects.requireNonNull(catchThrowableOfType(Refusal.class, attempt::get));
    }

    private static <T> T eventually(Supplier<T> look, java.util.function.Predicate<T> good) {
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        var seen = look.get();
        while (!good.test(seen) && Instant.now().isBefore(deadline)) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            seen = look.get();
        }
        assertThat(seen).matches(good);
        return seen;
    }
}
