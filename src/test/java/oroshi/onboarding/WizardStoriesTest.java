package oroshi.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.Browserless;
import oroshi.access.Caller;
import oroshi.agreements.Agreements;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.DraftId;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Catalog;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Market;
import oroshi.catalog.Sale;
import oroshi.catalog.SegmentRule;
import oroshi.customers.Customers;
import oroshi.customers.Qualification;
import oroshi.customers.VettingDecision;
import oroshi.database.WholeDatabase;
import oroshi.demo.DemoWorld;
import oroshi.orders.NewOrder;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Order;
import oroshi.orders.Orders;

/** What happens around a submit: what changes before it, what it leaves, and what nobody may find afterwards. */
@OroshiTest
@ExtendWith(OutputCaptureExtension.class)
class WizardStoriesTest {
    private static final Pattern PASSWORD = Pattern.compile("id=\"password\">([^<]+)<");

    @Autowired
    Fixtures fixtures;

    @Autowired
    Desk desk;

    @Autowired
    AccountInputs inputs;

    @Autowired
    Drafts drafts;

    @Autowired
    Sales sales;

    @Autowired
    Selections selections;

    @Autowired
    Agreements agreements;

    @Autowired
    Catalog catalog;

    @Autowired
    Customers customers;

    @Autowired
    Orders orders;

    @Autowired
    WholeDatabase database;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("J1-A19 in Türkiye registration id and phone are both asked for at once")
    void demandsRegistrationIdAndPhoneAtOnce() {
        var emirates = fixtures.caller(fixtures.emirates(), "ben.cole");
        assertThat(desk.problems(emirates, Pages.istanbul(Pages.anyDomain())))
                .containsExactly("registrationId regid.required", "contact.phone phone.required");
        assertThat(desk.problems(
                        emirates,
                        Pages.istanbul(Pages.anyDomain())
                                .with(AccountField.REGISTRATION_ID, "1234567890")
                                .with(AccountField.CONTACT_PHONE, "+90 212 555 01 23")))
                .isEmpty();
    }

    @Test
    @DisplayName("J1-A8 of two partners that saw one domain as free, one gets it and the other leaves nothing")
    void letsOneOfTwoPartnersHaveTheDomain() throws Exception {
        var domain = Pages.anyDomain();
        var contestants = List.of(
                contestant(fixtures.aozora(), domain, "Hoshizora Ichi " + domain),
                contestant(fixtures.aozora(), domain, "Hoshizora Ni " + domain));
        var outcomes = Together.run(contestants.stream()
                .<Callable<List<DraftRejected>>>map(each -> () -> submit(each))
                .toList());

        assertThat(outcomes).filteredOn(List::isEmpty).hasSize(1);
        var loser = contestants.get(outcomes.getFirst().isEmpty() ? 1 : 0);
        var rejected = outcomes.get(contestants.indexOf(loser)).getFirst();
        assertThat(rejected.page()).isEqualTo(DraftRejected.Page.ACCOUNT);
        assertThat(rejected.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("domainPrefix");
            assertThat(problem.reason().key()).isEqualTo("domain.taken");
            assertThat(problem.arguments().get(1).toString().split(", ")).hasSize(3);
        });
        assertThat(database.rowsOf(loser.caller().partnerId())).isEqualTo(loser.rowsBefore());
        assertThat(database.rowsWith(loser.name())).containsOnlyKeys("onboarding.draft");
        assertThat(database.count("directory.tenant", "initial_domain = :value", domain + ".onmicrosoft.com"))
                .isEqualTo(1);
        var kept = Desk.as(loser.caller(), () -> drafts.find(loser.caller(), loser.draft()))
                .orElseThrow()
                .content();
        assertThat(kept.account().get(AccountField.COMPANY_NAME)).isEqualTo(loser.name());
        assertThat(kept.account().get(AccountField.CONTACT_PHONE)).isEqualTo("06-5550-0123");
        assertThat(kept.lines()).extracting(LineInput::quantity).containsExactly("25");
    }

    @Test
    @DisplayName("J1-A11 a change of country removes the offers that are not sold there and says why")
    void removesOffersThatAreNotSoldInAnotherCountry() {
        var bach = bach();
        var german = Pages.nordlicht(Pages.anyDomain()).with(AccountField.AGREEMENT_LANGUAGE, "de");
        var chosen = List.of(Pages.line("BIZ-ESS", 5, "monthly"), Pages.line("ENT-3", 2, "monthly"));
        assertThat(Desk.as(bach, () -> selections.judge(sales.of(bach, german), chosen))
                        .removed())
                .isEmpty();

        var form = german.with(AccountField.COUNTRY, "CH");
        var swiss = inputs.read(
                german, name -> AccountField.find(name).map(form::get).orElse(null));
        assertThat(swiss.has(AccountField.POSTAL_CODE)).isFalse();
        assertThat(swiss.get(AccountField.CULTURE)).endsWith("-CH");
        assertThat(swiss.get(AccountField.CITY)).isEqualTo("Hamburg");
        assertThat(desk.problems(bach, swiss)).containsExactly("postalCode field.required");
        assertThat(desk.problems(bach, swiss.with(AccountField.POSTAL_CODE, "20457")))
                .containsExactly("postalCode address.postal");
        assertThat(desk.problems(bach, swiss.with(AccountField.POSTAL_CODE, "8001")))
                .isEmpty();

        var selection = Desk.as(bach, () -> selections.judge(sales.of(bach, swiss), chosen));
        assertThat(selection.removed()).singleElement().satisfies(gone -> {
            assertThat(gone.input().item()).isEqualTo("BIZ-ESS");
            assertThat(gone.messageKey()).isEqualTo("offer.country");
        });
        assertThat(selection.lines()).extracting(line -> line.input().item()).containsExactly("ENT-3");
        assertThat(Desk.as(bach, () -> agreements.latestTemplate(Cloud.PUBLIC, "CH", Fixtures.MORNING))
                        .orElseThrow()
                        .languages())
                .containsExactly("en", "fr", "de", "it");
    }

    @Test
    @DisplayName("J1-A16 the password is shown to its user until Done, and stands in no table and no log")
    void showsThePasswordToItsUserOnly(CapturedOutput output) {
        var aozora = fixtures.aozora();
        var sato = fixtures.caller(aozora, "ken.sato");
        var draft = desk.reviewed(sato, Pages.sakura(Pages.anyDomain()), Pages.line("ENT-1", 25, "monthly"));
        var browser = signedIn(aozora, "ken.sato");
        var root = "/customers/new/" + draft;
        browser.get(root + "/review");
        browser.post(root + "/submit", Map.of());
        var confirmation = browser.get(root + "/confirmation");
        assertThat(confirmation.headers().firstValue("Cache-Control")).hasValue("no-store");
        var password = password(confirmation.body());
        assertThat(password(browser.get(root + "/confirmation").body())).isEqualTo(password);

        assertThat(signedIn(aozora, "misaki.suzuki").get(root + "/confirmation").body())
                .contains("••••")
                .doesNotContain(password);
        assertThat(signedIn(aozora, "ken.sato").get(root + "/confirmation").body())
                .as("another session of the same user")
                .doesNotContain(password);
        assertThat(signedIn(fixtures.aozora(), "ken.sato")
                        .get(root + "/confirmation")
                        .statusCode())
                .as("another partner")
                .isEqualTo(404);

        browser.post(root + "/done", Map.of());
        assertThat(browser.get(root + "/confirmation").body()).contains("••••").doesNotContain(password);
        assertThat(browser.get(root + "/setup.txt").body()).doesNotContain(password);
        assertThat(database.rowsWith(password)).isEmpty();
        assertThat(output.getAll()).doesNotContain(password);
    }

    @Test
    @DisplayName("J1-A18 after the operator approves, Education is held and EDU-A is offered")
    void offersEducationAfterTheApproval() {
        var copies = fixtures.rheinlandWithResellers();
        var rheinland = Objects.requireNonNull(copies.get("P-DE"));
        var bach = fixtures.caller(rheinland, "timo.bach");
        var page = Pages.nordlicht(Pages.anyDomain())
                .with(AccountField.COMPANY_NAME, "Alster-Gymnasium Hamburg")
                .with(AccountField.QUALIFICATION, "EDUCATION")
                .with(AccountField.EDUCATION_SEGMENT, "K12")
                .with(AccountField.CONTACT_EMAIL, "sekretariat@alster-gymnasium.example");
        var school = desk.added(bach, page).customer();
        var account = "/customers/" + school.id() + "/account";
        var browser = signedIn(rheinland, "timo.bach");
        assertThat(offered(bach, page, school.id())).doesNotContain("EDU-A").contains("ENT-3");
        assertThat(catchThrowableOfType(Refusal.class, () -> orderEducation(bach, school.id()))
                        .problems())
                .isNotEmpty();
        assertThat(browser.get(account).body()).containsAnyOf("In review", "レビュー中", "in review");

        Desk.as(
                bach,
                () -> customers.decide(
                        bach.partnerId(), school.id(), VettingDecision.approve(Qualification.EDUCATION)));

        assertThat(browser.get(account).body()).contains("Education").doesNotContain("In review", "in review");
        assertThat(offered(bach, page, school.id())).contains("EDU-A");
        assertThat(orderEducation(bach, school.id())).hasSize(1);
    }

    @Test
    @DisplayName("J1-A6 a doubtful name and a known one are warned about when Account info is drawn again")
    void warnsAboutTheNameWhenThePageIsDrawnAgain() {
        var aozora = fixtures.aozora();
        var sato = fixtures.caller(aozora, "ken.sato");
        var known = desk.added(sato, Pages.sakura(Pages.anyDomain())).customer();
        var browser = signedIn(aozora, "ken.sato");
        var again = page(browser, sato, Pages.sakura(Pages.anyDomain()));
        assertThat(again).contains("/customers/" + known.id() + "\"");
        assertThat(again).doesNotContain("Check the company name", "会社名をご確認ください");
        var doubtful = Pages.sakura(Pages.anyDomain()).with(AccountField.COMPANY_NAME, "contoso.com");
        assertThat(page(browser, sato, doubtful))
                .containsAnyOf("Check the company name", "会社名をご確認ください")
                .doesNotContain("/customers/" + known.id() + "\"");
    }

    private String page(Browserless browser, Caller caller, AccountInput input) {
        var draft = Desk.as(caller, () -> drafts.open(caller, input, "/customers"));
        return browser.get("/customers/new/" + draft.id() + "/account").body();
    }

    private Contestant contestant(Fixtures.Copy partner, String domain, String name) {
        var caller = fixtures.caller(partner, "ken.sato");
        var draft = desk.reviewed(
                caller, Pages.sakura(domain).with(AccountField.COMPANY_NAME, name), Pages.line("ENT-1", 25, "monthly"));
        return new Contestant(caller, draft, name, database.rowsOf(caller.partnerId()));
    }

    /** What the submit was rejected with; empty when it was not. */
    private List<DraftRejected> submit(Contestant contestant) {
        var rejections = new ArrayList<DraftRejected>();
        try {
            desk.submit(contestant.caller(), contestant.draft());
        } catch (DraftRejected rejected) {
            rejections.add(rejected);
        }
        return rejections;
    }

    private record Contestant(Caller caller, DraftId draft, String name, Map<String, Long> rowsBefore) {}

    private Caller bach() {
        return fixtures.caller(
                Objects.requireNonNull(fixtures.rheinlandWithResellers().get("P-DE")), "timo.bach");
    }

    private List<String> offered(Caller caller, AccountInput page, CustomerId school) {
        return Desk.as(caller, () -> {
            var held = new HashSet<String>();
            customers.get(caller.partnerId(), school).qualifications().stream()
                    .filter(each -> each.isHeld())
                    .forEach(each -> held.add(each.qualification().wireName()));
            var market = sales.of(caller, page).market();
            var sale = new Sale(
                    new Market(market.cloud(), market.partnerCountry(), market.customerCountry(), market.currency()),
                    SegmentRule.forQualifications(held),
                    Set.of(),
                    Fixtures.MORNING);
            return catalog.list(sale, Locale.ENGLISH).stream()
                    .map(CatalogItem::code)
                    .toList();
        });
    }

    private List<Order> orderEducation(Caller caller, CustomerId school) {
        var line = NewOrderLine.of("EDU-A", 5, BillingCycle.MONTHLY);
        return Desk.as(
                caller, () -> orders.place(caller.partnerId(), school, NewOrder.of(List.of(line), caller.name())));
    }

    private static String password(String page) {
        var found = PASSWORD.matcher(page);
        assertThat(found.find()).as("a password on the page").isTrue();
        return found.group(1).replace("&amp;", "&").replace("&#39;", "'");
    }

    private Browserless signedIn(Fixtures.Copy partner, String person) {
        var browser = new Browserless(port);
        browser.fill("/sign-in", Map.of("name", partner.signInName(person), "password", DemoWorld.PASSWORD));
        return browser;
    }
}
