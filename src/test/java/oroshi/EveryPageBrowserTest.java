package oroshi;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.SoftAssertions;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.access.tokens.NewApplication;
import oroshi.access.tokens.RegisteredApplications;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.browser.Browser;
import oroshi.browser.Visitor;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.database.PartnerScope;
import oroshi.directory.Directory;
import oroshi.directory.Users;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.relationships.Invitation;
import oroshi.relationships.Invitations;
import oroshi.relationships.RelationshipRequests;
import oroshi.sandbox.ClockMode;
import oroshi.sandbox.Leap;
import oroshi.sandbox.TestClocks;

/**
 * Every page that there is, opened in both languages: axe finds nothing, light or dark; no message is missing; nothing
 * is wider than a phone.
 */
@OroshiTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(1)
class EveryPageBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String PASSWORD = "a password for pages";
    private static final Instant AUTUMN = Instant.parse("2025-11-17T07:00:48Z");
    private static final String JAPANESE = "ja-JP";
    private static final String ENGLISH = "en-US";
    private static final Pattern MISSING_MESSAGE = Pattern.compile("\\[[a-z]\\w*(?:\\.[\\w-]+)+]");

    /**
     * Routes that are no page: files and ways to them, parts of a page, and the second factor in the customer portal,
     * which nobody can demand yet and which is the page of the partner portal.
     */
    private static final Set<String> NO_PAGES = Set.of(
            "/activity/export",
            "/customers/export",
            "/pricing/export",
            "/customers/{customerId}/subscriptions/export",
            "/customers/{customerId}/orders/{number}/attachments/{attachmentId}",
            "/customers/new/{draftId}/setup.txt",
            "/customers/new/agreement-text",
            "/customers/new/{draftId}/name",
            "/customers/new/{draftId}/domain",
            "/customers/new/{draftId}/domain-field",
            "/customer-portal/sign-in/authenticator",
            "/customer-portal/sign-in/second-factor",
            "${server.error.path:/error}",
            "/error");

    private static final int PHONE = 390;
    private static final String WIDEST = """
            [...document.body.querySelectorAll('*')]
                .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
                .slice(0, 5).map(one => one.tagName + '.' + one.className).join(' ')""";

    private final ExecutorService secondBrowser = Executors.newSingleThreadExecutor();
    private final Set<String> opened = new ConcurrentSkipListSet<>();

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Users users;

    @Autowired
    private Directory directory;

    @Autowired
    private Invitations invitations;

    @Autowired
    private RelationshipRequests requests;

    @Autowired
    private TestClocks clocks;

    @Autowired
    private RegisteredApplications applications;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @LocalServerPort
    private int port;

    private Person aozora;
    private Person newcomer;
    private Person rheinland;
    private Person hanse;
    private Person potomac;
    private Person sandbox;
    private Clerk.Served sakura;
    private Clerk.Served nordlicht;
    private Clerk.Served county;
    private Clerk.Served juniper;

    @BeforeAll
    void setUp() {
        aozora = everyRole(fixtures.aozora().id());
        newcomer = everyRole(fixtures.aozora().id());
        potomac = everyRole(fixtures.potomac().id());
        sandbox = everyRole(fixtures.sandbox().id());
        var copies = fixtures.rheinlandWithResellers();
        rheinland = everyRole(Objects.requireNonNull(copies.get("P-DE")).id());
        hanse = everyRole(Objects.requireNonNull(copies.get("R-DE1")).id());
        sakura = clerk(aozora).onboard("onboarding/add-sakura.request.json", Map.of());
        juniper = clerk(sandbox).onboard("customers/add-juniper.request.json", Map.of());
        county = clerk(potomac).onboard("onboarding/add-prairie-bend.request.json", Map.of());
        nordlicht = clerk(rheinland)
                .onboard(
                        "onboarding/add-nordlicht.request.json",
                        Map.of(
                                "company",
                                "Nordlicht Maschinenbau GmbH",
                                "reseller",
                                hanse.partnerId().toString()));
    }

    @AfterAll
    void closeSecondBrowser() {
        secondBrowser.close();
    }

    private Person everyRole(PartnerId partner) {
        var person = callers.aPersonOf(partner, Role.values());
        users.setPassword(partner.tenantId(), person.userId(), PASSWORD);
        return person;
    }

    private Clerk clerk(Person person) {
        return new Clerk(port, callers.token(person));
    }

    @ParameterizedTest
    @ValueSource(strings = {JAPANESE, ENGLISH})
    @DisplayName("pages of a direct-bill partner")
    void pagesOfADirectBillPartner(String language) {
        var pages = new ArrayList<>(
                List.of("/", "/customers", "/customers?q=nobody", "/activity", "/agreements", "/pricing"));
        pages.addAll(List.of(
                "/accounts",
                "/customers/request-relationship",
                "/customers/tags",
                "/customers/tags/rename?tag=%E5%A4%A7%E9%98%AA",
                "/customers/tags/delete?tag=%E5%A4%A7%E9%98%AA"));
        pages.addAll(List.of(
                "/settings/partner",
                "/settings/partner/legal",
                "/settings/partner/support",
                "/settings/billing",
                "/settings/billing/edit",
                "/settings/organization"));
        pages.addAll(record(sakura));
        pages.addAll(person(sakura));
        pages.addAll(List.of("/customers/00000000-0000-0000-0000-000000000000", "/nowhere"));
        looksAt(signedIn(aozora, language), pages);
    }

    @ParameterizedTest
    @ValueSource(strings = {JAPANESE, ENGLISH})
    @DisplayName("pages of a partner that has nothing yet")
    void pagesOfAPartnerThatHasNothingYet(String language) {
        looksAt(signedIn(newcomer, language), List.of("/", "/customers", "/activity"));
        var noRole = callers.aPersonOf(newcomer.partnerId());
        users.setPassword(noRole.partnerId().tenantId(), noRole.userId(), PASSWORD);
        looksAt(signedIn(noRole, language), List.of("/", "/customers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {JAPANESE, ENGLISH})
    @DisplayName("pages of a provider")
    void pagesOfAProvider(String language) {
        var pages = new ArrayList<>(List.of(
                "/",
                "/customers",
                "/indirect-resellers",
                "/indirect-resellers/invite",
                "/indirect-resellers/accept",
                "/indirect-resellers/" + hanse.partnerId() + "/remove"));
        pages.addAll(record(nordlicht));
        looksAt(signedIn(rheinland, language), pages);
    }

    @ParameterizedTest
    @ValueSource(strings = {JAPANESE, ENGLISH})
    @DisplayName("transfers as the losing and the gaining partner see them")
    void pagesOfTransfers(String language) {
        var giver = everyRole(counter.partner(PartnerType.DIRECT_BILL, AUTUMN).partnerId());
        var taker = everyRole(counter.partner(PartnerType.DIRECT_BILL, AUTUMN).partnerId());
        var customer = counter.customer(giver);
        counter.add(taker.partnerId(), customer, Optional.empty());
        var root = "/customers/" + customer + "/transfers";
        looksAt(signedIn(taker, language), List.of(root, root + "/ask", root + "/offer"));
        var classic = counter.sold(giver, customer, NewOrderLine.of("ENT-3", 10, BillingCycle.MONTHLY));
        var modern =
                NewOrderLine.of("CFQ7TTC0LH18:0001", 12, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR);
        counter.sold(giver, customer, modern);
        looksAt(signedIn(giver, language), List.of(root + "/offer"));
        var from = "{\"sourcePartnerTenantId\":\"" + giver.partnerId() + "\",";
        var offered = begun(
                giver,
                root,
                from + "\"targetPartnerTenantId\":\"" + taker.partnerId() + "\",\"lineItems\":[{\"subscriptionId\":\""
                        + classic.id() + "\"}]}");
        var asked = begun(
                taker, root, from + "\"customerEmailId\":\"it@bramblewood.example\",\"transferType\":\"NewCommerce\"}");
        looksAt(
                signedIn(taker, language),
                List.of(root, offered, offered + "/accept", offered + "/reject", asked, asked + "/cancel"));
        looksAt(signedIn(giver, language), List.of(root, offered + "/withdraw", asked, asked + "/accept"));
    }

    /** The page of the transfer that begins. */
    private String begun(Person person, String root, String body) {
        var begun = clerk(person).call("POST", "/v1" + root, body);
        return root + "/" + Clerk.json(begun).path("id").asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {JAPANESE, ENGLISH})
    @DisplayName("pages of a reseller")
    void pagesOfAReseller(String language) {
        var provider = rheinland.partnerId();
        var link = PartnerScope.call(provider, () -> invitations.get(provider, Invitation.Kind.PARTNERSHIP));
        var root = "/customers/" + nordlicht.customer();
        looksAt(
                signedIn(hanse, language),
                List.of(
                        "/",
                        "/customers",
                        "/indirect-providers",
                        "/indirect-providers/accept?provider=" + provider + "&token=" + link.token(),
                        "/indirect-providers/accept",
                        "/indirect-providers/request",
                        "/indirect-providers/" + provider + "/remove",
                        "/indirect-providers/" + provider + "/invite-customers",
                        "/indirect-providers/" + provider + "/remove-administration",
                        root + "/account",
                        root + "/agreement",
                        root + "/subscriptions",
                        root + "/subscriptions/" + nordlicht.subscription()));
    }

    @ParameterizedTest
    @ValueSource(strings = {JAPANESE, ENGLISH})
    @DisplayName("pages of a US government partner")
    void pagesOfAGovernmentPartner(String language) {
        var visitor = signedIn(potomac, language);
        var root = "/customers/" + county.customer();
        looksAt(
                visitor,
                List.of(
                        "/",
                        "/customers",
                        "/activity",
                        "/notifications",
                        root + "/account",
                        root + "/account/billing",
                        root + "/users",
                        root + "/account/remove-relationship",
                        root + "/subscriptions",
                        root + "/subscriptions/" + county.subscription(),
                        root + "/orders",
                        "/customers/new"));
    }

    @ParameterizedTest
    @ValueSource(strings = {JAPANESE, ENGLISH})
    @DisplayName("pages of a sandbox account")
    void pagesOfASandbox(String language) {
        var root = "/customers/" + juniper.customer();
        var visitor = signedIn(sandbox, language);
        var order = root + "/orders/" + orderedSoftware();
        looksAt(
                visitor,
                List.of(root + "/account", root + "/account/delete", "/settings/clock", order, order + "/cancel"));
        var id = sandbox.partnerId();
        PartnerScope.run(id, () -> {
            if (clocks.find(id).isEmpty()) {
                clocks.create(id, ClockMode.RUNNING);
            }
            clocks.advance(id, Leap.by("P1M"), "somebody");
        });
        looksAt(visitor, List.of("/", "/settings/clock"));
    }

    @ParameterizedTest
    @ValueSource(strings = {JAPANESE, ENGLISH})
    @DisplayName("the pages of the wizard, empty, wrong and filled in")
    void pagesOfTheWizard(String language) {
        var softly = new SoftAssertions();
        var visitor = signedIn(aozora, language).goTo("/customers/new");
        look(softly, visitor);
        var root = visitor.page().url().replaceAll("/account.*", "");
        next(visitor);
        look(softly, visitor);
        fillSakura(visitor, language.equals(JAPANESE) ? "2019/04/22" : "4/22/2019");
        next(visitor);
        visitor.page().waitForURL("**/subscriptions");
        look(softly, visitor);
        offer(visitor, "BIZ-PREM").fill("0.5");
        next(visitor);
        look(softly, visitor);
        offer(visitor, "BIZ-PREM").fill("25");
        next(visitor);
        visitor.page().waitForURL("**/review");
        look(softly, visitor);
        looksAt(visitor, List.of(root, root + "/cancel"));
        visitor.goTo(root + "/review");
        visitor.page().locator("form[action$='/submit'] button").click();
        visitor.page().waitForURL("**/confirmation");
        look(softly, visitor);
        softly.assertAll();
        opened.add("/customers/new");
    }

    @ParameterizedTest
    @ValueSource(strings = {JAPANESE, ENGLISH})
    @DisplayName("the steps of signing in")
    void stepsOfSigningIn(String language) throws GeneralSecurityException {
        var person = callers.aPartner(PartnerType.DIRECT_BILL, Cloud.PUBLIC, true);
        looksAt(browser.visitor(port, language), List.of("/sign-in"));
        var visitor =
                entering(language, "", person.signInName(), person.password().reveal());
        looksAt(visitor, List.of("/sign-in/password"));
        choosePassword(visitor, person.password().reveal());
        looksAt(visitor, List.of("/sign-in/authenticator"));

        var softly = new SoftAssertions();
        visitor.fill("code", code(visitor.page().locator("code.secret").innerText()));
        visitor.page()
                .locator("form:has(input[name=code]) button[type=submit]")
                .first()
                .click();
        visitor.page().waitForLoadState(LoadState.LOAD);
        look(softly, visitor);
        look(softly, entering(language, "", person.signInName(), "not this one"));
        look(softly, entering(language, "", person.signInName(), PASSWORD));
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {JAPANESE, ENGLISH})
    @DisplayName("pages of the customer portal")
    void pagesOfTheCustomerPortal(String language) {
        var customer = clerk(aozora).onboard("onboarding/add-sakura.request.json", Map.of());
        looksAt(browser.visitor(port, language), List.of("/customer-portal/sign-in"));
        var visitor = entering(language, "/customer-portal", customer.admin(), customer.password());
        looksAt(visitor, List.of("/customer-portal/sign-in/password"));
        choosePassword(visitor, customer.password());
        looksAt(
                visitor,
                List.of(
                        "/customer-portal",
                        "/customer-portal/partners",
                        "/customer-portal/partners/" + aozora.partnerId() + "/remove-roles",
                        "/customer-portal/company",
                        "/customer-portal/invitations",
                        activation(customer),
                        invitation(aozora.partnerId()),
                        invitation(fixtures.aozora().id())));

        var asked = clerk(aozora).onboard("onboarding/add-midori.request.json", Map.of());
        var reader = entering(language, "/customer-portal", asked.admin(), asked.password());
        choosePassword(reader, asked.password());
        looksAt(reader, List.of("/customer-portal"));
        assertThat(reader.page()
                        .locator("form[action='/customer-portal/agreement'] button")
                        .count())
                .as("the agreement waits to be accepted")
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {JAPANESE, ENGLISH})
    @DisplayName("the page that asks whether an application may act for somebody")
    void pageOfTheConsent(String language) {
        var request = NewApplication.of(aozora.partnerId().tenantId(), "Storefront", "http://localhost/back");
        applications.register(request);
        looksAt(
                signedIn(aozora, language),
                List.of(
                        "/organizations/oauth2/v2.0/authorize?client_id=" + request.id()
                                + "&response_type=code&redirect_uri=http%3A%2F%2Flocalhost%2Fback&state=9d"
                                + "&scope=https%3A%2F%2Fapi.partnercenter.microsoft.com%2Fuser_impersonation%20openid",
                        "/sign-in/account",
                        "/devicelogin"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("no page is forgotten")
    void forgetsNoPage() {
        Assumptions.assumeTrue(opened.size() > 30, "Only after all the others");
        var parser = PathPatternParser.defaultInstance;
        var pages = Route.handledIn("oroshi.portal", mapping).stream()
                .filter(route -> route.isReading() && !NO_PAGES.contains(route.pattern()))
                .map(route -> parser.parse(route.pattern()))
                .toList();
        assertThat(pages).as("pages that this test does not open yet").allMatch(page -> opened.stream()
                .anyMatch(path -> page.matches(PathContainer.parsePath(path))));
    }

    private static List<String> record(Clerk.Served served) {
        var root = "/customers/" + served.customer();
        return List.of(
                root,
                root + "/account",
                root + "/account/billing",
                root + "/account/qualification",
                root + "/switch",
                root + "/users",
                root + "/users/new",
                root + "/users/deleted",
                root + "/agreement",
                root + "/agreement/ask",
                root + "/azure-plan",
                root + "/subscriptions",
                root + "/subscriptions/" + served.subscription(),
                root + "/subscriptions/" + served.subscription() + "/suspend",
                root + "/subscriptions/" + served.subscription() + "/reactivate",
                root + "/subscriptions/" + served.subscription() + "/cancel",
                root + "/subscriptions/" + served.subscription() + "/renewal",
                root + "/subscriptions/" + served.subscription() + "/upgrade",
                root + "/subscriptions/" + served.subscription() + "/migrate",
                root + "/subscriptions/" + served.subscription() + "/convert",
                root + "/agreement?next=" + root + "/subscriptions/" + served.subscription(),
                root + "/orders",
                root + "/orders/" + served.order());
    }

    /** The number of an order that can be taken back. */
    private String orderedSoftware() {
        var seller = clerk(sandbox);
        var orders = "/v1/customers/" + juniper.customer() + "/orders";
        var placed = Clerk.json(seller.call("POST", orders, order("SW-DB-1Y", "one_time")));
        var number = placed.path("id").asString();
        for (var look = 0;
                look < 100
                        && !seller.read(orders + "/" + number)
                                .path("status")
                                .asString()
                                .equals("completed");
                look++) {
            LockSupport.parkNanos(100_000_000);
        }
        return number;
    }

    /** Where the customer activates what its partner bought from a third party. */
    private String activation(Clerk.Served served) {
        var seller = clerk(aozora);
        var root = "/v1/customers/" + served.customer();
        assertThat(seller.call("POST", root + "/orders", order("ISV-KINTAI", "monthly"))
                        .statusCode())
                .isEqualTo(201);
        for (var subscription : seller.read(root + "/subscriptions").path("items")) {
            if (subscription.path("links").has("activationLinks")) {
                return "/customer-portal/activations/" + aozora.partnerId() + "/"
                        + subscription.path("id").asString();
            }
        }
        throw new AssertionError("nothing of a third party was sold");
    }

    private static String order(String offer, String cycle) {
        return "{\"billingCycle\":\"%s\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"%s\",\"quantity\":1}]}"
                .formatted(cycle, offer);
    }

    private String invitation(PartnerId partner) {
        return PartnerScope.call(partner, () -> requests.link(partner, Optional.empty(), true))
                .path();
    }

    /** The pages about the administrator of the customer. */
    private List<String> person(Clerk.Served served) {
        var admin = directory.users(CustomerId.of(served.customer()).tenantId()).getFirst();
        var path = "/customers/" + served.customer() + "/users/" + admin.id();
        return List.of(path + "/reset", path + "/password", path + "/licenses", path + "/delete");
    }

    private Visitor signedIn(Person person, String language) {
        return browser.visitor(port, language).signIn(person.signInName(), PASSWORD);
    }

    /** Somebody who has given name and password and is asked for more. */
    private Visitor entering(String language, String portal, String name, String password) {
        var visitor = browser.visitor(port, language).goTo(portal + "/sign-in");
        visitor.fill("name", name).fill("password", password);
        submit(visitor);
        return visitor;
    }

    /** What an authenticator shows for the secret now. */
    private static String code(String secret) throws GeneralSecurityException {
        var key = new SecretKeySpec(Base32.decode(secret), "HmacSHA1");
        return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, Instant.now(), Locale.ROOT);
    }

    private static void choosePassword(Visitor visitor, String temporary) {
        visitor.fill("password", temporary).fill("newPassword", PASSWORD).fill("repeatPassword", PASSWORD);
        submit(visitor);
    }

    private static void submit(Visitor visitor) {
        visitor.page()
                .locator("form:has(input[name=password]) button[type=submit]")
                .first()
                .click();
        visitor.page().waitForLoadState(LoadState.LOAD);
    }

    private static void next(Visitor visitor) {
        visitor.page().locator("button.primary[name=action][value=next]").click();
        visitor.page().waitForLoadState(LoadState.LOAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {JAPANESE, ENGLISH})
    @DisplayName("the pages that sell to a customer: products, cart, refused, bought")
    void pagesThatSell(String language) {
        var softly = new SoftAssertions();
        var visitor = signedIn(rheinland, language);
        var root = "/customers/" + nordlicht.customer();
        looksAt(visitor, List.of("/customers/new-order", root + "/cart", root + "/products?q=EDU-A"));
        visitor.goTo(root + "/products?q=ENT-3");
        var offer = visitor.page().locator(".offer").first();
        offer.locator("button").click();
        PlaywrightAssertions.assertThat(visitor.page().locator("#cart li")).hasCount(1);
        look(softly, visitor);
        visitor.goTo(root + "/cart");
        look(softly, visitor);
        looksAt(visitor, List.of(visitor.page().url() + "/cancel"));
        visitor.goTo(root + "/cart").fill("quantity.0", "0");
        visitor.page().locator("button[value=buy]").click();
        visitor.page().waitForLoadState(LoadState.LOAD);
        look(softly, visitor);
        visitor.fill("quantity.0", "2").tick("statement", "true");
        PlaywrightAssertions.assertThat(visitor.page().locator("#summary li")).containsText("× 2");
        visitor.page().locator("button[value=buy]").click();
        visitor.page().waitForURL("**/confirmed");
        look(softly, visitor);
        softly.assertAll();
        opened.add(root + "/cart");
    }

    private static Locator offer(Visitor visitor, String code) {
        return visitor.page()
                .locator(".offer")
                .filter(new Locator.FilterOptions().setHasText(code))
                .first()
                .locator("input[name^='quantity.']");
    }

    private static void fillSakura(Visitor visitor, String date) {
        Map.of(
                        "companyName", "株式会社さくら製作所",
                        "domainPrefix", Clerk.anyDomain(),
                        "postalCode", "5300001",
                        "city", "大阪市北区",
                        "addressLine1", "梅田3-1-3",
                        "contact.lastName", "山本",
                        "contact.firstName", "直子",
                        "contact.email", "naoko.yamamoto@sakura-seisakusho.example",
                        "contact.phone", "06-5550-0123")
                .forEach(visitor::fill);
        visitor.fill("agreement.date", date).choose("state", "27").tick("agreement.mode", "accepted");
    }

    /** Opens the pages, half of them at a second browser meanwhile, and tells everything that is wrong with any. */
    private void looksAt(Visitor visitor, List<String> paths) {
        var half = (paths.size() + 1) / 2;
        var session = visitor.session();
        var rest = secondBrowser.submit(() -> paths.size() == half
                ? List.<AssertionError>of()
                : look(browser.visitor(port, session), paths.subList(half, paths.size())));
        var softly = new SoftAssertions();
        look(visitor, paths.subList(0, half)).forEach(softly::collectAssertionError);
        try {
            rest.get().forEach(softly::collectAssertionError);
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
        softly.assertAll();
    }

    /** What is wrong with any of the pages. */
    private List<AssertionError> look(Visitor visitor, List<String> paths) {
        var softly = new SoftAssertions();
        for (var path : paths) {
            visitor.goTo(path);
            look(softly, visitor);
            opened.add(path.replaceAll("[?#].*", "").replaceAll("^https?://[^/]+", ""));
        }
        return softly.assertionErrorsCollected();
    }

    private void look(SoftAssertions softly, Visitor visitor) {
        var page = visitor.page();
        opened.add(URI.create(page.url()).getPath());
        softly.assertThat(MISSING_MESSAGE.matcher(page.content()).results().map(MatchResult::group))
                .as("missing messages on " + page.url())
                .isEmpty();
        softly.check(visitor::findsNoBarrier);
        page.setViewportSize(PHONE, 844);
        softly.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(() -> "width of " + page.url() + " on a phone; widest: " + page.evaluate(WIDEST))
                .isLessThanOrEqualTo(PHONE);
        page.setViewportSize(1280, 900);
    }
}
