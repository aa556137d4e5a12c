package oroshi.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.Browserless;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.agreements.Agreements;
import oroshi.agreements.DirectAcceptances;
import oroshi.agreements.Templates;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.SubscriptionId;
import oroshi.basics.UserId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Catalog;
import oroshi.catalog.Market;
import oroshi.catalog.Sale;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.directory.Directory;
import oroshi.directory.NewTenant;
import oroshi.directory.NewUser;
import oroshi.directory.TemporaryPassword;
import oroshi.directory.Users;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.OpenCart;
import oroshi.orders.OpenCarts;
import oroshi.orders.Orders;
import oroshi.orders.Shop;
import oroshi.partners.PartnerStatus;
import oroshi.partners.Partners;
import oroshi.subscriptions.SubscriptionChange;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.subscriptions.Subscriptions;

@OroshiTest
@Isolated("what it publishes of agreements holds for every partner whose clock has reached the day")
class BuyingPagesTest {
    private static final String PASSWORD = "a password for pages";
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Users users;

    @Autowired
    private Directory directory;

    @Autowired
    private Partners partners;

    @Autowired
    private Catalog catalog;

    @Autowired
    private OpenCarts carts;

    @Autowired
    private Orders orders;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private Agreements agreements;

    @Autowired
    private DirectAcceptances directAcceptances;

    @Autowired
    private Templates templates;

    @Autowired
    private Clocks clocks;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("J5-05 Buy once more, or a reload of it, shows the same result and orders nothing")
    void showsTheSameResultAgain() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var browser = signedIn(person);
        var cart = put(browser, customer, "ENT-3", 5);
        var fields = fields(browser.get(cart).body(), 5);
        var bought = browser.post(cart, with(fields, "action", "buy"));
        assertThat(Browserless.location(bought)).isEqualTo(cart + "/confirmed");
        assertThat(Browserless.location(browser.post(cart, with(fields, "action", "buy"))))
                .isEqualTo(cart + "/confirmed");
        assertThat(Browserless.location(browser.get(cart))).isEqualTo(cart + "/confirmed");
        var other = signedIn(callers.aPersonOf(person.partnerId(), Role.SALES_AGENT));
        assertThat(Browserless.location(other.get(cart))).isEqualTo(cart + "/confirmed");
        var number = orders(person, customer).getFirst();
        assertThat(orders(person, customer)).hasSize(1);
        assertThat(browser.get(cart + "/confirmed").body()).contains(number, "Your order was received");
        assertThat(Browserless.location(browser.get("/customers/" + customer + "/cart")))
                .isEqualTo("/customers/" + customer + "/products");
    }

    @Test
    @DisplayName("what was typed but not seen in the totals is shown before it is bought")
    void showsNewTotalsFirst() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var browser = signedIn(person);
        var cart = put(browser, customer, "ENT-3", 5);
        var fields = fields(browser.get(cart).body(), 50);
        assertThat(Browserless.location(browser.post(cart, with(fields, "action", "buy"))))
                .isEqualTo(cart);
        assertThat(orders(person, customer)).isEmpty();
        assertThat(browser.get(cart).body()).contains("Check the new totals", "109,000 JPY"); // 50 * 2180
        var wrong = browser.post(cart, with(fields(browser.get(cart).body(), 0), "action", "buy"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Enter a whole number from 1 to 1,000,000");
        var stale = browser.post(cart, with(fields, "action", "save"));
        assertThat(Browserless.location(stale)).isEqualTo(cart);
        assertThat(browser.get(cart).body()).contains("This cart was changed meanwhile");
        var line = with(fields(browser.get(cart).body(), 50), "action", "remove.0");
        assertThat(Browserless.location(browser.post(cart, line))).isEqualTo("/customers/" + customer + "/products");
    }

    @Test
    @DisplayName("J1-18 a changed price is marked, and Buy works only after the reader went on with it")
    void marksANewPrice() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var browser = signedIn(person);
        var line = NewOrderLine.of(item("ENT-3"), 2, BillingCycle.MONTHLY).withShownPrice(Money.parse("JPY 2000"));
        var cart = address(
                customer, PartnerScope.call(person.partnerId(), () -> carts.add(caller(person), customer, line, "")));
        var page = browser.get(cart).body();
        assertThat(page).contains("changed from 2,000 JPY to 2,180 JPY");
        assertThat(browser.post(cart, with(fields(page, 2), "action", "buy")).statusCode())
                .isEqualTo(422);
        assertThat(orders(person, customer)).isEmpty();
        var agreed = with(fields(browser.get(cart).body(), 2), "action", "acknowledge", "price.0", "JPY 2180");
        assertThat(Browserless.location(browser.post(cart, agreed))).isEqualTo(cart);
        buy(browser, cart, 2);
        assertThat(orders(person, customer)).hasSize(1);
    }

    @Test
    @DisplayName("J1-A15 an order is refused until the customer accepts; J2-A8 then it works without a form")
    void waitsForTheCustomer() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person, Optional.empty(), false);
        PartnerScope.run(person.partnerId(), () -> agreements.ask(person.partnerId(), customer));
        var agent = signedIn(callers.aPersonOf(person.partnerId(), Role.SALES_AGENT));
        assertThat(agent.get("/customers/" + customer + "/products").body()).contains("accepted the agreement yet");
        var cart = put(agent, customer, "ENT-3", 5);
        assertThat(agent.get(cart).body()).contains("accepted the agreement yet");
        var refused = agent.post(cart, with(fields(agent.get(cart).body(), 5), "action", "buy"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("accepted the agreement yet", "Save and continue");
        assertThat(orders(person, customer)).isEmpty();

        var admin = new DirectAcceptances.Person(UserId.next(), "緑川", true);
        directory.create(
                new NewTenant(
                        customer.tenantId(),
                        Cloud.PUBLIC,
                        directory.prefix(
                                Cloud.PUBLIC,
                                "m" + customer.toString().replace("-", "").substring(12)),
                        "株式会社みどり運輸",
                        "JP",
                        "ja-JP"),
                NewUser.admin("翠", "緑川", "ja-JP", TemporaryPassword.generate()));
        directAcceptances.accept(customer.tenantId(), admin, "ja", "192.0.2.7");
        assertThat(agent.get(cart).body()).doesNotContain("Save and continue");
        buy(agent, cart, 5);
        assertThat(orders(person, customer)).hasSize(1);
    }

    @Test
    @DisplayName("J2-A5 another partner's confirmation opens nothing; who may not confirm sees who can")
    void needsItsOwnConfirmation() {
        var other = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(other);
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        counter.add(person.partnerId(), customer, Optional.empty());
        var admin = callers.aPersonOf(person.partnerId(), Role.GLOBAL_ADMIN);
        var browser = signedIn(admin);
        var cart = put(browser, customer, "ENT-3", 5);
        var name = PartnerScope.call(person.partnerId(), () -> users.get(
                        person.partnerId().tenantId(),
                        callers.aPersonOf(person.partnerId(), Role.SALES_AGENT).userId())
                .displayName());
        assertThat(browser.get(cart).body())
                .contains("Before ordering, confirm", "Only admin agents and sales agents", name)
                .doesNotContain("Save and continue");
        var refused = browser.post(cart, with(fields(browser.get(cart).body(), 5), "action", "buy"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(browser.get(cart).body()).contains("Enterprise 3");
    }

    @Test
    @DisplayName("J2-A7 after a new version an order asks for a new confirmation, and goes on where it stopped")
    void asksAgainForANewVersion() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var agent = signedIn(callers.aPersonOf(person.partnerId(), Role.ADMIN_AGENT));
        var type = agreements.requiredType(Cloud.PUBLIC, Shop.EXAMPLES).orElseThrow();
        templates.publish(type, List.of("JP"), LocalDate.of(2019, 5, 1));
        clocks.stopAt(person.partnerId(), Instant.parse("2019-05-02T01:00:00Z"));
        var cart = put(agent, customer, "ENT-3", 5);
        assertThat(agent.get(cart).body()).contains("A new version of the agreement was published");
        var form = "/customers/" + customer + "/agreement";
        var signer = Map.of(
                "firstName", "直子",
                "lastName", "山本",
                "email", "naoko.yamamoto@sakura-seisakusho.example",
                "date", "2019-05-02",
                "language", "ja",
                "next", cart);
        assertThat(Browserless.location(agent.post(form, signer))).isEqualTo(cart);
        buy(agent, cart, 5);
        assertThat(orders(person, customer)).hasSize(1);
    }

    @Test
    @DisplayName(
            "J5-A5 a trial has no quantity to type, and isn't there for a customer that had it; J5-A8 nor a reservation")
    void saysWhatIsNotAvailable() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var browser = signedIn(person);
        var trials = "/customers/" + customer + "/products?q=TRIAL-ENT3";
        assertThat(browser.get(trials).body()).contains("25 licenses, fixed").doesNotContain("type=\"text\"");
        buy(browser, put(browser, customer, "TRIAL-ENT3", 25), 25);
        assertThat(browser.get(trials).body()).contains("available.", "A customer can have only one");
        var again = browser.post(trials, adding("TRIAL-ENT3", 25));
        assertThat(again.statusCode()).isEqualTo(422);

        assertThat(browser.get("/customers/" + customer + "/products?q=RES-VM-1Y")
                        .body())
                .contains("Reserved VM, 1 year needs Cloud Platform", "/products?q=CLOUD-PAYG");
        assertThat(browser.get("/customers/" + customer + "/products?tab=SOFTWARE")
                        .body())
                .contains("Database server")
                .doesNotContain("Enterprise 3");
    }

    @Test
    @DisplayName("J5-A4 what the customer has suspended can be reactivated instead")
    void leadsToWhatIsSuspended() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var browser = signedIn(person);
        buy(browser, put(browser, customer, "DIR-P1", 5), 5);
        var owned = suspended(person, customer);
        assertThat(browser.get("/customers/" + customer + "/products?q=DIR-P1").body())
                .contains("A customer can have only one", "Reactivate instead", "/subscriptions/" + owned);
    }

    /** Waits until the customer's subscription is set up, and suspends it. */
    private SubscriptionId suspended(Person person, CustomerId customer) {
        var partnerId = person.partnerId();
        return PartnerScope.call(partnerId, () -> {
            var owned = subscriptions.list(partnerId, customer).getFirst();
            for (var look = 0; look < 1_000 && owned.status() != SubscriptionStatus.ACTIVE; look++) {
                LockSupport.parkNanos(20_000_000);
                owned = subscriptions.get(partnerId, customer, owned.id());
            }
            var change = SubscriptionChange.none().withStatus(SubscriptionStatus.SUSPENDED);
            return subscriptions.update(partnerId, customer, owned.id(), change).id();
        });
    }

    @Test
    @DisplayName("J5-A3 an admin agent who types the id of a hidden offer hears the reason, others don't")
    void saysWhyAnOfferIsHidden() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var search = "/customers/" + customer + "/products?q=EDU-A";
        var admin = signedIn(callers.aPersonOf(person.partnerId(), Role.ADMIN_AGENT));
        assertThat(admin.get(search).body()).contains("Not in the list:", "be sold to this customer");
        var agent = signedIn(callers.aPersonOf(person.partnerId(), Role.SALES_AGENT));
        assertThat(agent.get(search).body()).doesNotContain("Not in the list:").contains("No offer fits");
    }

    @Test
    @DisplayName("a provider says for whom it acts, and names a reseller for a line")
    void statesForWhomItActs() {
        var person = counter.partner(PartnerType.INDIRECT_PROVIDER, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var browser = signedIn(person);
        var cart = put(browser, customer, "ENT-3", 5);
        var silent = browser.post(cart, with(fields(browser.get(cart).body(), 5), "action", "buy"));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("Confirm for whom you act.", "reseller.0");
        var fields = with(fields(browser.get(cart).body(), 5), "action", "buy", "statement", "true");
        assertThat(Browserless.location(browser.post(cart, fields))).isEqualTo(cart + "/confirmed");
    }

    @Test
    @DisplayName("0.1 restricted and suspended partners see no way to order, and hear why; J3-A5 nor do resellers")
    void keepsOthersFromOrdering() {
        var person = counter.partner(PartnerType.INDIRECT_PROVIDER, Shop.EXAMPLES);
        var reseller = counter.partner(PartnerType.INDIRECT_RESELLER, Shop.EXAMPLES);
        var customer = counter.customer(person, Optional.of(reseller.partnerId()), true);
        var products = "/customers/" + customer + "/products";
        var browser = signedIn(person);
        assertThat(browser.get("/customers").body()).contains(products, "/customers/new-order", "/customers/new\"");
        assertThat(browser.get("/customers/new-order").body()).contains(products);
        assertThat(browser.get("/customers/" + customer + "/orders").body()).contains(products);
        for (var status : List.of(PartnerStatus.RESTRICTED, PartnerStatus.SUSPENDED)) {
            partners.changeStatus(person.partnerId(), status);
            assertThat(browser.get("/customers").body())
                    .doesNotContain(products, "/customers/new-order", "/customers/new\"");
            assertThat(browser.get("/customers/" + customer + "/subscriptions").body())
                    .doesNotContain(products);
            var closed = browser.get(products);
            assertThat(closed.statusCode()).isEqualTo(403);
            assertThat(closed.body()).contains("Your account is");
        }
        var shared = signedIn(reseller);
        assertThat(shared.get("/customers").body()).doesNotContain(products).doesNotContain("/customers/new-order");
        assertThat(shared.get("/customers/" + customer + "/orders").body()).doesNotContain(products);
        for (var page : List.of(products, "/customers/" + customer + "/cart", "/customers/new-order")) {
            assertThat(shared.get(page).statusCode()).as(page).isEqualTo(403);
        }
        var helpdesk = signedIn(callers.aPersonOf(person.partnerId(), Role.HELPDESK_AGENT));
        assertThat(helpdesk.get(products).statusCode()).isEqualTo(403);
        var stranger = signedIn(counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES));
        assertThat(stranger.get(products).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("the order history is narrowed to a kind of order")
    void narrowsTheHistoryToAKind() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var browser = signedIn(person);
        buy(browser, put(browser, customer, "ENT-3", 5), 5);
        buy(browser, put(browser, customer, "CLOUD-PAYG", 1), 1);
        var history = "/customers/" + customer + "/orders";
        assertThat(browser.get(history).body()).contains("Enterprise 3", "Cloud Platform");
        assertThat(browser.get(history + "?type=USAGE").body())
                .contains("Cloud Platform")
                .doesNotContain("Enterprise 3");
        assertThat(browser.get(history + "?type=LICENSE").body())
                .contains("Enterprise 3")
                .doesNotContain("Cloud Platform");
        assertThat(browser.get(history + "?type=ONE_TIME").body()).contains("No orders of this type");
    }

    /** Puts an offer into the cart as its page does; the address of the cart. */
    private String put(Browserless browser, CustomerId customer, String code, int quantity) {
        var products = "/customers/" + customer + "/products";
        var added = browser.fill(products, adding(code, quantity));
        assertThat(Browserless.location(added)).as(added.body()).isEqualTo(products);
        return Browserless.location(browser.get("/customers/" + customer + "/cart"));
    }

    private Map<String, String> adding(String code, int quantity) {
        var id = item(code);
        return Map.of("item", id, "quantity." + id, String.valueOf(quantity));
    }

    private void buy(Browserless browser, String cart, int quantity) {
        var bought = browser.post(cart, with(fields(browser.get(cart).body(), quantity), "action", "buy"));
        assertThat(Browserless.location(bought)).as(bought.body()).isEqualTo(cart + "/confirmed");
    }

    /** The fields of a cart with one line. */
    private static Map<String, String> fields(String page, int quantity) {
        var fields = new TreeMap<String, String>();
        HIDDEN.matcher(page)
                .results()
                .filter(field -> List.of("version", "seen").contains(field.group(1)))
                .forEach(field -> fields.put(field.group(1), field.group(2)));
        fields.put("quantity.0", String.valueOf(quantity));
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        var all = new TreeMap<>(fields);
        IntStream.iterate(0, at -> at < more.length, at -> at + 2).forEach(at -> all.put(more[at], more[at + 1]));
        return all;
    }

    private String item(String code) {
        var market = Market.within(Cloud.PUBLIC, "JP", org.joda.money.CurrencyUnit.JPY);
        return catalog.find(Sale.commercial(market, Shop.EXAMPLES), code)
                .orElseThrow()
                .id();
    }

    private List<String> orders(Person person, CustomerId customer) {
        return PartnerScope.call(person.partnerId(), () -> orders.list(person.partnerId(), customer)).stream()
                .map(order -> order.number())
                .toList();
    }

    private static String address(CustomerId customer, OpenCart cart) {
        return "/customers/" + customer + "/cart/" + cart.id();
    }

    private static Caller caller(Person person) {
        return new Caller(
                person.partnerId(),
                PartnerType.DIRECT_BILL,
                Cloud.PUBLIC,
                Optional.of(person.userId()),
                Optional.empty(),
                person.signInName(),
                java.util.Set.of(Role.values()),
                false);
    }

    private Browserless signedIn(Person person) {
        users.setPassword(person.partnerId().tenantId(), person.userId(), PASSWORD);
        var browser = new Browserless(port);
        HttpResponse<String> entered =
                browser.fill("/sign-in", Map.of("name", person.signInName(), "password", PASSWORD));
        assertThat(entered.statusCode()).isBetween(302, 303);
        return browser;
    }
}
