package oroshi.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;
import static oroshi.orders.Stand.assertError;
import static oroshi.orders.Stand.error;
import static oroshi.orders.Stand.id;
import static oroshi.orders.Stand.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.basics.PartnerType;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.clock.Clocks;
import oroshi.partners.CreditStanding;
import oroshi.partners.Partner;
import oroshi.partners.PartnerCredit;
import oroshi.subscriptions.SetUp;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/** In which currency something is bought: the partner's, or that of the customer's market when the line names it. */
@OroshiTest
class CurrencyTest {
    private static final String BASIC = "CFQ7TTC0LH18:0001";

    @Autowired
    private Shop shop;

    @Autowired
    private Counter counter;

    @Autowired
    private Orders orders;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private SetUp setUp;

    @Autowired
    private PartnerCredit credit;

    @Autowired
    private Clocks clocks;

    private Partner rheinland;
    private Buyer london;

    @BeforeEach
    void aGermanSellerToLondon() {
        rheinland = shop.partner("DE", "EUR", Shop.LATER);
        london = shop.buyer("GB");
    }

    @Test
    void pricesEachLineInItsCurrencyAndOrdersThemApart() {
        var placed = place(line("EUR"), line("gbp"), line(null));
        assertThat(placed)
                .extracting(Order::currency)
                .extracting(Object::toString)
                .containsExactly("EUR", "GBP");
        assertThat(placed.getFirst().total()).isEqualTo(Money.parse("EUR 133.92")); // 2 * 5.58 * 12 months
        assertThat(placed.getLast().charge()).isEqualTo(Money.parse("GBP 4.92"));
    }

    @Test
    void refusesEveryOtherCurrency() {
        var refusal = catchThrowableOfType(Refusal.class, () -> place(line("EUR"), line("USD"), line("XXX")));
        assertThat(refusal.problems())
                .extracting(Problem::field)
                .containsExactly("lines[1].currencyCode", "lines[2].currencyCode");
        assertThat(refusal.problems()).extracting(Problem::reason).containsOnly(OrderRefusal.CURRENCY_FOREIGN);
    }

    @Test
    void countsTheCreditInThePartnersCurrency() {
        shop.as(rheinland, () -> {
            credit.set(rheinland.id(), CreditStanding.of("5.57", "0", "0", "0"));
            return true;
        });
        var refusal = catchThrowableOfType(Refusal.class, () -> place(line("GBP")));
        assertThat(refusal.is(OrderRefusal.CREDIT_LIMIT)).isTrue();
        assertThat(refusal.arguments()).containsExactly(Money.parse("EUR 0.01")); // 5.58 a month in euro
        shop.as(rheinland, () -> {
            credit.set(rheinland.id(), CreditStanding.of("5.58", "0", "0", "0"));
            return true;
        });
        assertThat(place(line("GBP"))).hasSize(1);
    }

    @Test
    void renewsInTheCurrencyOfTheOrder() {
        var id = place(line("GBP"))
                .getFirst()
                .lines()
                .getFirst()
                .subscriptionId()
                .orElseThrow();
        shop.as(rheinland, () -> setUp.run(rheinland.id(), List.of(id)));
        clocks.stopAt(rheinland.id(), Instant.parse("2027-01-15T03:00:00Z"));
        var renewed = LocalDate.parse("2027-01-15");
        var seen = subscription(id);
        for (var look = 0; look < 750 && !seen.commitment().startsOn().equals(renewed); look++) {
            LockSupport.parkNanos(20_000_000);
            seen = subscription(id);
        }
        assertThat(seen.commitment().startsOn()).isEqualTo(renewed);
        assertThat(seen.unitPrice()).isEqualTo(Money.parse("GBP 4.92"));
    }

    @Test
    void sellsInTheCurrencyOfTheCustomersMarket() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var stand = new Stand(counter, person, counter.american(person));
        var cart = stand.cart(inCart(",\"currencyCode\":\"USD\""));
        var places = stand.places(cart);
        places.put("item", BASIC);
        assertSame(
                "market-currency-cart", places, stand.get("/carts/" + id(cart)).body());
        var order = json(stand.checkout(cart)).path("orders").path(0);
        assertThat(order.path("currencyCode").asString()).isEqualTo("USD");
        assertThat(order.path("currencySymbol").asString()).isEqualTo("$");
        assertThat(order.path("totalPrice").decimalValue()).isEqualByComparingTo("216"); // 3 * 6.00 * 12 months

        var foreign = stand.cart(inCart(",\"currencyCode\":\"GBP\""));
        assertThat(error(foreign)).isEqualTo(10000);
        assertError(stand.post("/carts/" + id(foreign) + "/checkout", ""), 400, 900169);
        assertThat(stand.put("/carts/" + id(foreign), "{\"lineItems\":[" + inCart(",\"currencyCode\":\"usd\"") + "]}")
                        .body())
                .doesNotContain("errorCode");
        var direct =
                "{\"billingCycle\":\"monthly\",\"currencyCode\":\"%s\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"%s\",\"termDuration\":\"P1Y\",\"quantity\":1}]}";
        assertError(stand.post("/orders", direct.formatted("EUR", BASIC)), 400, 900169);
        assertThat(json(stand.post("/orders", direct.formatted("USD", BASIC)))
                        .path("currencyCode")
                        .asString())
                .isEqualTo("USD");
    }

    private static NewOrderLine line(@Nullable String currency) {
        return NewOrderLine.of(BASIC, 1, BillingCycle.MONTHLY).withCurrency(Optional.ofNullable(currency));
    }

    private static String inCart(String more) {
        return "{\"catalogItemId\":\"%s\",\"quantity\":3,\"billingCycle\":\"monthly\",\"termDuration\":\"P1Y\"%s}"
                .formatted(BASIC, more);
    }

    private List<Order> place(NewOrderLine... lines) {
        return shop.as(rheinland, () -> orders.place(rheinland.id(), london, NewOrder.of(List.of(lines), "Ben Cole")));
    }

    private Subscription subscription(SubscriptionId id) {
        return shop.as(rheinland, () -> subscriptions.get(rheinland.id(), london.id(), id));
    }

    private static void assertSame(String golden, Map<String, String> places, String body) throws Exception {
        assertEquals(Counter.golden("orders/" + golden + ".response.json", places), body, JSONCompareMode.STRICT);
    }
}
