package oroshi.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.Browserless;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.catalog.BillingCycle;
import oroshi.database.PartnerScope;
import oroshi.directory.Users;
import oroshi.orders.Counter;
import oroshi.orders.NewOrder;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Order;
import oroshi.orders.OrderStatus;
import oroshi.orders.Orders;
import oroshi.orders.Shop;
import oroshi.partners.Partners;

@OroshiTest
class RecordPagesTest {
    private static final String PASSWORD = "a password for pages";
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Orders orders;

    @Autowired
    private Partners partners;

    @Autowired
    private Users users;

    @LocalServerPort
    private int port;

    @Test
    void showsWhatACustomerHasAndExportsIt() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var order = order(person, customer, "=cmd|' /C calc'!A0");
        var browser = signedIn(person);

        var list = browser.get("/customers/" + customer + "/subscriptions");
        assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
        assertThat(list.body()).contains("License-based").doesNotContain("[subscription");
        var history = browser.get("/customers/" + customer + "/orders").body();
        assertThat(history).contains(order.number(), "Enterprise 3").doesNotContain("[order");
        assertThat(browser.get("/customers/" + customer + "/orders/" + order.number())
                        .body())
                .contains("Enterprise 3");
        var export = browser.get("/customers/" + customer + "/subscriptions/export");
        assertThat(export.body())
                .startsWith("\uFEFFSubscription ID,Subscription,Quantity,Status,Reseller (MPN ID)\r\n");
        assertThat(export.body()).contains("'=cmd|");
    }

    @Test
    @DisplayName("J7-A8 of two who edit a subscription, the second hears that it was changed meanwhile")
    void overwritesNobodysChange() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var subscription = order(person, customer, "Office")
                .lines()
                .getFirst()
                .subscriptionId()
                .orElseThrow();
        var browser = signedIn(person);
        var path = "/customers/" + customer + "/subscriptions/" + subscription;
        var stale = "0";

        var refused = browser.fill(path, Map.of("version", stale, "friendlyName", "Mine"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Nothing of it was overwritten", "<td>Mine</td><td>Office</td>");

        var version = VERSION.matcher(browser.get(path).body());
        assertThat(version.find()).isTrue();
        var saved =
                browser.post(path, Map.of("version", version.group(1), "friendlyName", "Head office", "quantity", "5"));
        assertThat(saved.statusCode()).isBetween(302, 303);
        assertThat(browser.get(path).body()).contains("Head office");
    }

    @Test
    @DisplayName("J3-A6 a provider sets and removes the reseller of a subscription")
    void setsTheResellerOfRecord() {
        var provider = counter.partner(PartnerType.INDIRECT_PROVIDER, Shop.EXAMPLES);
        var stranger = counter.partner(PartnerType.INDIRECT_RESELLER, Shop.EXAMPLES);
        var customer = counter.customer(provider);
        var subscription = order(provider, customer, "Office")
                .lines()
                .getFirst()
                .subscriptionId()
                .orElseThrow();
        var browser = signedIn(provider);
        var path = "/customers/" + customer + "/subscriptions/" + subscription;
        var version = VERSION.matcher(browser.get(path).body());
        assertThat(version.find()).isTrue();
        var mpnId = partners.get(stranger.partnerId()).mpnId();
        var refused = browser.post(
                path,
                Map.of("version", version.group(1), "friendlyName", "Office", "quantity", "5", "otherReseller", mpnId));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("no active partnership");
        var verified =
                browser.post(path, Map.of("version", version.group(1), "action", "verify", "otherReseller", "1"));
        assertThat(verified.statusCode()).isEqualTo(422);
    }

    @Test
    @DisplayName(
            "J2-A2 a licence change asks for the agreement and comes back ready to submit; suspending asks for nothing")
    void confirmsTheAgreementOnTheWay() {
        var admin = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var person = callers.aPersonOf(admin.partnerId(), Role.SALES_AGENT);
        var customer = counter.customer(admin, Optional.empty(), false);
        var path = path(admin, customer);
        var browser = signedIn(person);
        var asked = browser.post(
                path, Map.of("version", version(browser, path), "friendlyName", "Office", "quantity", "12"));
        var confirmation = Browserless.location(asked);
        assertThat(confirmation).contains("/customers/" + customer + "/agreement?next=");
        var page = browser.get(confirmation).body();
        assertThat(page).contains("Save and continue", "quantity=12");

        var next = path + "?friendlyName=Office&quantity=12";
        var saved = browser.post(
                "/customers/" + customer + "/agreement",
                Map.of(
                        "next", next,
                        "firstName", "直子",
                        "lastName", "山本",
                        "email", "naoko.yamamoto@sakura-seisakusho.example",
                        "date", "4/23/2019",
                        "language", "ja"));
        assertThat(Browserless.location(saved)).endsWith(next);
        var ready = browser.get(next);
        assertThat(ready.body()).contains("name=\"quantity\" type=\"text\" value=\"12\"");
        var wish = Map.of("version", version(browser, path), "friendlyName", "Office", "quantity", "12");
        var previewed = browser.post(path, wish);
        assertThat(previewed.body()).contains("Change the number of licenses?", "name=\"confirmed\"", "In all now");
        assertThat(browser.get(path).body()).contains("<dd>5</dd>");
        var sure = new HashMap<>(wish);
        sure.put("confirmed", "on");
        var done = browser.post(path, sure);
        assertThat(Browserless.location(done)).endsWith(path);
        assertThat(browser.get(path).body()).contains("<dd>12</dd>");
    }

    @Test
    @DisplayName("J2-A2 suspending needs no agreement; who may not confirm one sees who can")
    void suspendsWithoutTheAgreement() {
        var admin = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(admin, Optional.empty(), false);
        var path = path(admin, customer);
        var browser = signedIn(callers.aPersonOf(admin.partnerId(), Role.GLOBAL_ADMIN));
        var asked = browser.post(
                path, Map.of("version", version(browser, path), "friendlyName", "Office", "quantity", "12"));
        assertThat(browser.get(Browserless.location(asked)).body())
                .contains("Only admin agents and sales agents can confirm acceptance", "Go back without confirming");

        assertThat(browser.get(path + "/suspend").body()).contains("Suspend this subscription?");
        assertThat(browser.fill(path + "/suspend", Map.of()).statusCode()).isBetween(302, 303);
        assertThat(browser.get(path).body())
                .contains("reactivated until 7/23/2019")
                .doesNotContain("name=\"quantity\"");
        assertThat(browser.fill(path + "/reactivate", Map.of()).statusCode()).isBetween(302, 303);
        assertThat(browser.get(path).body()).contains("name=\"quantity\"");
    }

    @Test
    @DisplayName("J7-A7 a helpdesk agent changes the nickname and nothing else")
    void letsAHelpdeskAgentRename() {
        var admin = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(admin);
        var path = path(admin, customer);
        var browser = signedIn(callers.aPersonOf(admin.partnerId(), Role.HELPDESK_AGENT));
        var shown = browser.get(path).body();
        assertThat(shown).contains("name=\"friendlyName\"").doesNotContain("name=\"quantity\"", path + "/suspend");
        var saved = browser.post(
                path, Map.of("version", version(browser, path), "friendlyName", "Dispatch", "quantity", "99"));
        assertThat(saved.statusCode()).isBetween(302, 303);
        assertThat(browser.get(path).body()).contains("Dispatch").contains("<dd>5</dd>");
        assertThat(browser.fill(path + "/suspend", Map.of()).statusCode()).isEqualTo(403);
    }

    private String path(Person admin, CustomerId customer) {
        var line = NewOrderLine.of("ENT-3", 5, BillingCycle.MONTHLY).withFriendlyName("Office");
        return "/customers/" + customer + "/subscriptions/"
                + counter.sold(admin, customer, line).id();
    }

    private static String version(Browserless browser, String path) {
        var version = VERSION.matcher(browser.get(path).body());
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    @Test
    @DisplayName("J6-A6 the pages of another partner's customer are not found")
    void showsNobodyElsesRecord() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var other = signedIn(counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES));
        for (var foreign : List.of(customer.toString(), UUID.randomUUID().toString())) {
            for (var page : List.of("subscriptions", "subscriptions/export", "orders")) {
                assertThat(other.get("/customers/" + foreign + "/" + page).statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    @DisplayName("J3-A5 a reseller sees what its provider ordered, but no price and nothing to buy, add or confirm")
    void showsAResellerNoPrices() {
        var provider = counter.partner(PartnerType.INDIRECT_PROVIDER, Shop.EXAMPLES);
        var reseller = counter.partner(PartnerType.INDIRECT_RESELLER, Shop.EXAMPLES);
        var customer = counter.customer(provider, Optional.of(reseller.partnerId()), true);
        var order = order(provider, customer, "Office");
        var subscription = order.lines().getFirst().subscriptionId().orElseThrow();
        var record = "/customers/" + customer;
        var browser = signedIn(reseller);

        assertThat(browser.get(record + "/subscriptions").body()).contains("Office");
        var shown = browser.get(record + "/subscriptions/" + subscription);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).doesNotContain("Unit price").doesNotContain("friendlyName");

        assertThat(browser.get(record + "/orders").body())
                .contains(order.number(), "Enterprise 3")
                .doesNotContain("Amount per charge");
        assertThat(browser.get(record + "/orders/" + order.number()).body())
                .contains("Enterprise 3")
                .doesNotContain("Amount per charge")
                .doesNotContain("Unit price");

        assertThat(browser.get(record + "/agreement").body())
                .contains("Customer agreement")
                .doesNotContain("name=\"email\"")
                .doesNotContain(record + "/agreement/ask");
        assertThat(browser.get("/customers").body()).doesNotContain("/customers/new");
        assertThat(browser.get("/").body())
                .contains("/indirect-providers")
                .doesNotContain("/customers/new")
                .doesNotContain("href=\"/catalog\"")
                .doesNotContain("href=\"/billing\"");
    }

    @Test
    void narrowsTheOrderHistoryToAPeriod() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var browser = signedIn(person);
        var path = "/customers/" + customer + "/orders";
        assertThat(browser.get(path).body()).contains("No orders yet");

        var order = order(person, customer, "Office");
        var day = LocalDate.ofInstant(order.placedAt(), ZoneOffset.UTC);
        assertThat(browser.get(path + "?from=" + day + "&to=" + day).body()).contains(order.number());
        assertThat(browser.get(path + "?from=" + day.plusDays(1)).body())
                .contains("No orders in this period")
                .doesNotContain(order.number());
        assertThat(browser.get(path + "?to=" + day.minusDays(1)).body()).doesNotContain(order.number());
        assertThat(browser.get(path + "?from=" + day + "&to=" + day.minusDays(1))
                        .body())
                .contains("The last day can't be before the first day");
    }

    @Test
    void showsTheSameHeadOnEveryPageOfTheRecord() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var order = order(person, customer, "Office");
        var subscription = order.lines().getFirst().subscriptionId().orElseThrow();
        var browser = signedIn(person);
        var record = "/customers/" + customer;
        for (var page : List.of(
                "/subscriptions",
                "/subscriptions/" + subscription,
                "/orders",
                "/orders/" + order.number(),
                "/account",
                "/account/billing",
                "/agreement")) {
            assertThat(browser.get(record + page).body())
                    .as(page)
                    .contains("data-copy=\"microsoft-id\"", record + "/switch?section=")
                    .contains("href=\"" + record + "/agreement\"", "href=\"" + record + "/account\"");
        }
    }

    /** An order whose subscription is set up already, so that nothing but the test changes it. */
    private Order order(Person person, CustomerId customer, String nickname) {
        var partnerId = person.partnerId();
        var line = NewOrderLine.of("ENT-3", 5, BillingCycle.MONTHLY).withFriendlyName(nickname);
        return PartnerScope.call(partnerId, () -> {
            var placed = orders.place(partnerId, customer, NewOrder.of(List.of(line), person.signInName()));
            var order = placed.getFirst();
            for (var look = 0; look < 1_000 && order.status() == OrderStatus.PENDING; look++) {
                LockSupport.parkNanos(20_000_000);
                order = orders.get(partnerId, customer, order.id());
            }
            return order;
        });
    }

    private Browserless signedIn(Person person) {
        users.setPassword(person.partnerId().tenantId(), person.userId(), PASSWORD);
        var browser = new Browserless(port);
        browser.fill("/sign-in", Map.of("name", person.signInName(), "password", PASSWORD));
        return browser;
    }
}
