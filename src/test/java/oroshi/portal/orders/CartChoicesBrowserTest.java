package oroshi.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.browser.Browser;
import oroshi.browser.Visitor;
import oroshi.catalog.BillingCycle;
import oroshi.database.PartnerScope;
import oroshi.demo.DemoWorld;
import oroshi.directory.Users;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.OpenCarts;
import oroshi.orders.OrderLine;
import oroshi.orders.Orders;
import oroshi.orders.Shop;
import oroshi.partners.PartnerFixture;
import oroshi.partners.Partners;

@OroshiTest
@Order(6)
class CartChoicesBrowserTest {
    private static final String PASSWORD = "a password for pages";
    private static final String BASIC = "CFQ7TTC0LH18:0001";
    private static final String CLOUD_PC = "CFQ7TTC0HX99:0004";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    private Counter counter;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Users users;

    @Autowired
    private OpenCarts carts;

    @Autowired
    private Orders orders;

    @Autowired
    private Partners partners;

    @Autowired
    private DemoWorld world;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("J5-03 a term is chosen with its cycle, and an item with a statement is bought once it is ticked")
    void choosesATermAndMakesAStatement() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        var cart = put(person, customer, NewOrderLine.of(BASIC, 12, BillingCycle.MONTHLY));
        put(person, customer, NewOrderLine.of(CLOUD_PC, 2, BillingCycle.MONTHLY));
        var reader = visitor(person, "ja-JP").goTo(cart);
        assertThat(reader.named("plan.0").inputValue()).isEqualTo("P1Y monthly");
        var before = reader.page().locator("#summary").innerText();
        reader.choose("plan.0", "P1M monthly");
        PlaywrightAssertions.assertThat(reader.page().locator("#summary")).not().hasText(before);
        reader.findsNoBarrier().photograph(Path.of("target/cart-choices.png"));
        reader.page().locator("button[value=buy]").click();
        reader.page()
                .locator("[id='attested.1-error'], #attested-1-error")
                .first()
                .waitFor();
        assertThat(reader.main()).contains("表明のチェック ボックスをオンにしてください");
        reader.findsNoBarrier().page().setViewportSize(390, 844);
        reader.photograph(Path.of("target/cart-choices-narrow.png"));
        reader.tick("attested.1", "true").press("更新");
        reader.page().waitForURL("**/cart/*");
        assertThat(reader.page().locator("input[name='attested.1']").isChecked())
                .isTrue();
        reader.page().locator("button[value=buy]").click();
        reader.page().waitForURL("**/confirmed");
        var lines = lines(person.partnerId(), customer);
        assertThat(lines).extracting(line -> line.term().wire()).contains("P1M");
        assertThat(lines).filteredOn(OrderLine::attested).hasSize(1);
    }

    @Test
    @DisplayName("J5-03 a reservation is for one subscription or shared, in the subscription that is chosen")
    void choosesTheScopeOfAReservation() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var first = counter.sold(person, customer, NewOrderLine.of("CLOUD-PAYG", 1, BillingCycle.MONTHLY));
        var second = counter.sold(person, customer, NewOrderLine.of("CLOUD-PAYG", 1, BillingCycle.MONTHLY));
        var reader = visitor(person, "en-US");
        for (var each : List.of(first, second)) {
            reader.goTo("/customers/" + customer + "/subscriptions/" + each.id());
            reader.findsNoBarrier().press("Register for reservations");
            reader.page().getByText("can carry reservations now").waitFor();
            assertThat(reader.main()).doesNotContain("Register for reservations");
        }
        var cart = put(person, customer, NewOrderLine.of("RES-VM-1Y", 1, BillingCycle.ONE_TIME));
        reader.goTo(cart);
        assertThat(reader.named("scope.0").inputValue()).isEqualTo("shared");
        reader.choose("scope.0", "single").choose("anchor.0", second.id().toString());
        reader.press("Update");
        reader.page().waitForURL("**/cart/*");
        reader.findsNoBarrier().photograph(Path.of("target/cart-reservation.png"));
        assertThat(reader.named("anchor.0").inputValue()).isEqualTo(second.id().toString());
        reader.press("Buy");
        reader.page().waitForURL("**/confirmed");
        assertThat(lines(person.partnerId(), customer))
                .extracting(line -> line.particulars().provisioningContext())
                .contains(
                        Map.of("scope", "single", "subscriptionId", second.id().toString()));
    }

    @Test
    @DisplayName(
            "J7-A7 3.5 10.4 a provider names a support contact, and further resellers for a line in Europe, and hears of one that is no partner")
    void namesFurtherResellers() {
        var copies = fixtures.rheinlandWithResellers();
        var provider =
                callers.aPersonOf(Objects.requireNonNull(copies.get("P-DE")).id(), Role.values());
        var hanse = Objects.requireNonNull(copies.get("R-DE1")).id();
        var donau = partners.register(PartnerFixture.aReseller("Donau Cloud Services e.U.", "AT"));
        world.connect(provider.partnerId(), donau.id());
        var served = new Clerk(port, callers.token(provider))
                .onboard(
                        "onboarding/add-nordlicht.request.json",
                        Map.of("company", "Nordlicht Maschinenbau GmbH", "reseller", hanse.toString()));
        var customer = CustomerId.of(served.customer());
        var cart = put(provider, customer, NewOrderLine.of("ENT-1", 2, BillingCycle.MONTHLY));
        var reader = visitor(provider, "en-US").goTo(cart);
        reader.fill("further.0", donau.mpnId() + ", 9999999").press("Update");
        reader.page().waitForURL("**/cart/*");
        assertThat(reader.page().locator(".cart-line .error-text").count()).isEqualTo(1);
        reader.fill("further.0", donau.mpnId()).press("Update");
        reader.page().waitForURL("**/cart/*");
        assertThat(reader.page().locator(".cart-line .error-text").count()).isZero();
        reader.findsNoBarrier().photograph(Path.of("target/cart-further.png"));
        reader.tick("statement", "true").press("Buy");
        reader.page().waitForURL("**/confirmed");
        assertThat(lines(provider.partnerId(), customer))
                .extracting(OrderLine::additionalResellers)
                .contains(List.of(donau.mpnId()));

        var sold = "/customers/" + customer + "/subscriptions/" + served.subscription();
        reader.goTo(sold);
        assertThat(reader.named("supportContact").inputValue())
                .isEqualTo(provider.partnerId().toString());
        reader.choose("supportContact", hanse.toString()).press("Submit");
        reader.page().getByText("The subscription was updated.").waitFor();
        assertThat(reader.named("supportContact").inputValue()).isEqualTo(hanse.toString());
        reader.findsNoBarrier().photograph(Path.of("target/support-contact.png"));
        var helpdesk = visitor(callers.aPersonOf(provider.partnerId(), Role.HELPDESK_AGENT), "ja-JP");
        helpdesk.goTo(sold).choose("supportContact", provider.partnerId().toString());
        assertThat(helpdesk.named("quantity").count()).isZero();
        helpdesk.page().setViewportSize(390, 844);
        helpdesk.findsNoBarrier().photograph(Path.of("target/support-contact-narrow.png"));
        helpdesk.press("送信").page().waitForURL("**" + sold);
        reader.goTo(sold);
        assertThat(reader.named("supportContact").inputValue())
                .isEqualTo(provider.partnerId().toString());
    }

    private List<OrderLine> lines(PartnerId partnerId, CustomerId customer) {
        return PartnerScope.call(partnerId, () -> orders.list(partnerId, customer)).stream()
                .flatMap(order -> order.lines().stream())
                .toList();
    }

    /** Puts the line into the person's cart; the address of the cart. */
    private String put(Person person, CustomerId customer, NewOrderLine line) {
        var caller = new Caller(
                person.partnerId(),
                PartnerType.DIRECT_BILL,
                Cloud.PUBLIC,
                Optional.of(person.userId()),
                Optional.empty(),
                person.signInName(),
                Set.of(Role.values()),
                false);
        var cart = PartnerScope.call(person.partnerId(), () -> carts.add(caller, customer, line, ""));
        return "/customers/" + customer + "/cart/" + cart.id();
    }

    private Visitor visitor(Person person, String language) {
        users.setPassword(person.partnerId().tenantId(), person.userId(), PASSWORD);
        return browser.visitor(port, language).signIn(person.signInName(), PASSWORD);
    }
}
