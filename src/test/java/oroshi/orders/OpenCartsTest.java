package oroshi.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;

@OroshiTest
class OpenCartsTest {
    @Autowired
    private OpenCarts carts;

    @Autowired
    private Offerings offerings;

    @Autowired
    private Orders orders;

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Clocks clocks;

    private Person person;
    private Caller caller;
    private CustomerId customer;

    @BeforeEach
    void setUp() {
        person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        caller = caller(person);
        customer = counter.customer(person);
    }

    @Test
    @DisplayName("J5-02 more of the same offer and cycle makes the line longer; another cycle is another line")
    void growsALine() {
        add("ENT-3", 5, BillingCycle.ANNUAL);
        add("ENT-3", 3, BillingCycle.ANNUAL);
        var cart = add("ENT-3", 2, BillingCycle.MONTHLY);
        assertThat(cart.lines())
                .extracting(line -> line.asked().quantity() + " "
                        + line.asked().billingCycle().orElseThrow())
                .containsExactly("8 ANNUAL", "2 MONTHLY");
        assertThat(cart.totals())
                .contains(new OpenCart.Total(BillingCycle.MONTHLY, Money.parse("JPY 4360"))); // 2 * 2180
        assertThat(as(() -> carts.find(caller, customer)).orElseThrow()).isEqualTo(cart);
    }

    @Test
    @DisplayName("J5-01 a cart is its user's own, and of two that open it at once one is made")
    void isOnesOwn() throws Exception {
        Together.run(4, () -> add("ENT-3", 1, BillingCycle.MONTHLY));
        assertThat(as(() -> carts.find(caller, customer)).orElseThrow().lines())
                .singleElement()
                .extracting(line -> line.asked().quantity())
                .isEqualTo(4);
        var other = caller(callers.aPersonOf(person.partnerId(), Role.SALES_AGENT));
        assertThat(as(() -> carts.find(other, customer))).isEmpty();
    }

    @Test
    @DisplayName("J5-A7 after seven days the cart is gone, and a new one begins")
    void livesForSevenDays() {
        var cart = add("ENT-3", 1, BillingCycle.MONTHLY);
        clocks.stopAt(person.partnerId(), Shop.EXAMPLES.plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(as(() -> carts.find(caller, customer))).isPresent();
        clocks.stopAt(person.partnerId(), Shop.EXAMPLES.plus(Duration.ofDays(7)));
        assertThat(as(() -> carts.find(caller, customer))).isEmpty();
        assertThatThrownBy(() -> as(() -> carts.get(caller, customer, cart.id())))
                .hasMessageContaining("no cart");
        assertThat(add("BIZ-PREM", 1, BillingCycle.MONTHLY).id()).isNotEqualTo(cart.id());
    }

    @Test
    @DisplayName("J5-A9 when two buy the same cart at once, one order is placed, and both see it afterwards")
    void isBoughtOnce() throws Exception {
        var cart = add("ENT-3", 5, BillingCycle.ANNUAL);
        var other = caller(callers.aPersonOf(person.partnerId(), Role.ADMIN_AGENT));
        Together.run(4, () -> {
            try {
                return as(() -> carts.buy(other, customer, cart.id(), false));
            } catch (Refusal busy) {
                assertThat(busy.reason()).isEqualTo(OrderRefusal.CART_BUSY);
                return List.of();
            }
        });
        var placed = as(() -> orders.list(person.partnerId(), customer));
        assertThat(placed).hasSize(1);
        assertThat(as(() -> carts.buy(caller, customer, cart.id(), false)))
                .extracting(Order::id)
                .containsExactly(placed.getFirst().id());
        assertThat(as(() -> carts.get(caller, customer, cart.id())).isOrdered()).isTrue();
        assertThat(as(() -> carts.find(caller, customer))).isEmpty();
    }

    @Test
    @DisplayName("J5-A5 a trial is of 25, once in a customer's life, and not for who owns the offer")
    void startsATrialOnce() {
        add("TRIAL-ENT3", 25, BillingCycle.NONE);
        var cart = add("TRIAL-ENT3", 25, BillingCycle.NONE);
        assertThat(cart.lines())
                .singleElement()
                .extracting(line -> line.asked().quantity())
                .isEqualTo(25);
        as(() -> carts.buy(caller, customer, cart.id(), false));
        assertThatThrownBy(() -> add("TRIAL-ENT3", 25, BillingCycle.NONE)).satisfies(this::isOnePerCustomer);
        assertThat(offering("TRIAL-ENT3").obstacle()).isPresent();

        customer = counter.customer(person);
        var paid = add("ENT-3", 1, BillingCycle.MONTHLY);
        as(() -> carts.buy(caller, customer, paid.id(), false));
        assertThat(offering("TRIAL-ENT3").obstacle().orElseThrow().reason()).isEqualTo(OrderRefusal.TRIAL_OF_OWNED);
    }

    private void isOnePerCustomer(Throwable refused) {
        assertThat(((Refusal) refused).problems().getFirst().reason()).isEqualTo(OrderRefusal.ONE_PER_CUSTOMER);
    }

    @Test
    @DisplayName(
            "J5-A8 a reservation without a usage plan names what is missing; with one in the cart it can be bought")
    void needsAPlanForAReservation() {
        var reservation = offering("RES-VM-1Y");
        assertThat(reservation.lacksPrerequisite()).isTrue();
        assertThat(reservation.needed()).extracting(item -> item.code()).contains("CLOUD-PAYG");
        assertThatThrownBy(() -> add("RES-VM-1Y", 1, BillingCycle.ONE_TIME)).isInstanceOf(Refusal.class);
        add("CLOUD-PAYG", 1, BillingCycle.MONTHLY);
        assertThat(offering("RES-VM-1Y").isAvailable()).isTrue();
    }

    @Test
    @DisplayName("J5-A3 an offer that isn't sold to the customer has its reason, one that is sold has none")
    void saysWhyAnOfferIsNotThere() {
        var reason = as(() -> offerings.whyNot(person.partnerId(), customer, "gcc-3"))
                .orElseThrow();
        assertThat(Set.of(OrderRefusal.OFFER_COUNTRY, OrderRefusal.OFFER_SEGMENT))
                .contains((OrderRefusal) reason.reason());
        assertThat(as(() -> offerings.whyNot(person.partnerId(), customer, "ent-3")))
                .isEmpty();
        assertThat(as(() -> offerings.whyNot(person.partnerId(), customer, "nothing")))
                .isEmpty();
    }

    @Test
    void changesOnlyTheCartThatWasSeen() {
        var cart = add("ENT-3", 5, BillingCycle.ANNUAL);
        var more = cart.asked().stream().map(line -> line.withQuantity(7)).toList();
        var preview = as(() -> carts.preview(caller, customer, cart.id(), more));
        var changed = as(() -> carts.change(caller, customer, cart.id(), cart.version(), more));
        assertThat(changed.version()).isEqualTo(preview.version()).isNotEqualTo(cart.version());
        assertThatThrownBy(() -> as(() -> carts.change(caller, customer, cart.id(), cart.version(), more)))
                .hasMessageContaining("changed meanwhile");
        as(() -> {
            carts.cancel(caller, customer, cart.id());
            return true;
        });
        assertThat(as(() -> carts.find(caller, customer))).isEmpty();
    }

    @Test
    void keepsAnAddOnOnItsBase() {
        add("BIZ-PREM", 1, BillingCycle.MONTHLY);
        add("ENT-3", 5, BillingCycle.ANNUAL);
        assertThatThrownBy(() -> add("ADD-PHONE", 6, BillingCycle.MONTHLY)).isInstanceOf(Refusal.class);
        var cart = add("ADD-PHONE", 5, BillingCycle.MONTHLY);
        assertThat(cart.lines()).hasSize(3);
        assertThat(cart.lines().getLast().isAddOn()).isTrue();
        assertThat(cart.lines().getLast().asked().billingCycle()).contains(BillingCycle.ANNUAL);
        assertThat(cart.without(1)).hasSize(1);
        assertThat(cart.without(0))
                .extracting(NewOrderLine::baseLine)
                .containsExactly(Optional.empty(), Optional.of(0));
        as(() -> carts.buy(caller, customer, cart.id(), false));
        assertThat(as(() -> carts.orders(caller, customer, cart.id()))).hasSize(2);
    }

    private OpenCart add(String code, int quantity, BillingCycle cycle) {
        var line = NewOrderLine.of(offering(code).item().id(), quantity, cycle);
        return as(() -> carts.add(caller, customer, line, ""));
    }

    private Offering offering(String code) {
        return as(() -> {
                    var inCart =
                            carts.find(caller, customer).map(OpenCart::asked).orElse(List.of());
                    return offerings.list(person.partnerId(), customer, inCart, Locale.ENGLISH);
                })
                .stream()
                .filter(each -> each.item().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private <T> T as(Supplier<T> work) {
        return PartnerScope.call(person.partnerId(), work);
    }

    private static Caller caller(Person person) {
        return new Caller(
                person.partnerId(),
                PartnerType.DIRECT_BILL,
                Cloud.PUBLIC,
                Optional.of(person.userId()),
                Optional.empty(),
                person.signInName(),
                Set.of(Role.values()),
                false);
    }
}
