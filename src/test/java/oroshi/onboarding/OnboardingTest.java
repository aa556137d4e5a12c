package oroshi.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.Caller;
import oroshi.agreements.AgreementRefusal;
import oroshi.agreements.Agreements;
import oroshi.agreements.Templates;
import oroshi.basics.Cloud;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.directory.Directory;
import oroshi.directory.DomainPrefix;
import oroshi.orders.Orders;
import oroshi.partners.CreditStanding;
import oroshi.partners.PartnerCredit;
import oroshi.partners.PartnerRefusal;
import oroshi.partners.PartnerStatus;
import oroshi.partners.Partners;
import oroshi.subscriptions.Subscriptions;

@OroshiTest
@Isolated("what it publishes of agreements holds for every partner whose clock has reached the day")
class OnboardingTest {
    @Autowired
    Fixtures fixtures;

    @Autowired
    Desk desk;

    @Autowired
    Directory directory;

    @Autowired
    Orders orders;

    @Autowired
    Agreements agreements;

    @Autowired
    Templates templates;

    @Autowired
    Clocks clocks;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    PartnerCredit credit;

    @Autowired
    Partners partners;

    @Test
    @DisplayName("J1-A1 a Japanese company is added with agreement and order")
    void addsAJapaneseCompanyWithAgreementAndOrder() {
        var sato = fixtures.caller(fixtures.aozora(), "ken.sato");
        var domain = Pages.anyDomain();
        var made = desk.added(sato, Pages.sakura(domain), Pages.line("BIZ-PREM", 25, "monthly"));

        assertThat(made.adminName()).isEqualTo("admin@" + domain + ".onmicrosoft.com");
        assertThat(made.password().reveal()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(made.orders()).hasSize(1);
        assertThat(made.orders().getFirst().charge()).hasToString("JPY 34000"); // 25 * 1360
        assertThat(made.customer().company().address().in(java.util.Locale.JAPANESE))
                .isEqualTo("〒530-0001 大阪府大阪市北区梅田3-1-3 ノースゲートビル15階");
        var record = Desk.as(
                        sato,
                        () -> agreements.current(
                                sato.partnerId(), made.customer().id()))
                .orElseThrow();
        assertThat(record.signer().lastName()).isEqualTo("山本");
        assertThat(record.day()).hasToString("2019-04-22");
        assertThat(record.template().effectiveFrom()).hasToString("2017-09-01");
        assertThat(record.attestedByName()).isEqualTo(sato.name());
    }

    @Test
    @DisplayName("J1-A2 a US company needs no phone and pays 480.00 USD a year")
    void addsAUsCompany() {
        var cole = fixtures.caller(fixtures.cedarRidge(), "ben.cole");
        var made = desk.added(cole, Pages.juniper(Pages.anyDomain()), Pages.line("BIZ-ESS", 8, "annual"));
        assertThat(made.orders().getFirst().charge()).hasToString("USD 480.00"); // 8 * 5.00 * 12
    }

    @Test
    @DisplayName("J1-A3 a US government customer orders without an agreement record")
    void addsAUsGovernmentCustomer() {
        var hill = fixtures.caller(fixtures.potomac(), "grace.hill");
        var domain = Pages.anyDomain();
        var made = desk.added(hill, Pages.prairieBend(domain), Pages.line("GOV-ENT-3", 3, "monthly"));
        assertThat(made.customer().domain()).isEqualTo(domain + ".onmicrosoft.us");
        assertThat(made.orders()).hasSize(1);
        assertThat(Desk.as(
                        hill,
                        () -> agreements.history(
                                hill.partnerId(), made.customer().id())))
                .isEmpty();
    }

    @Test
    @DisplayName("J1-A4 a provider adds a customer for its reseller, whose number stands on the subscription")
    void addsACustomerForAReseller() {
        var copies = fixtures.rheinlandWithResellers();
        var bach = fixtures.caller(java.util.Objects.requireNonNull(copies.get("P-DE")), "timo.bach");
        var hanse = java.util.Objects.requireNonNull(copies.get("R-DE1"));
        var input = Pages.nordlicht(Pages.anyDomain())
                .with(AccountField.RESELLER, hanse.id().toString());
        var made = desk.added(bach, input, Pages.line("ENT-3", 12, "monthly"));

        assertThat(made.orders().getFirst().charge()).hasToString("EUR 236.40"); // 12 * 19.70
        var running = Desk.as(
                bach, () -> subscriptions.list(bach.partnerId(), made.customer().id()));
        assertThat(running).singleElement().satisfies(one -> assertThat(one.resellerMpnId())
                .hasValue("5550011"));
        var elbtal = java.util.Objects.requireNonNull(copies.get("R-DE2"));
        assertThat(desk.problems(
                        bach,
                        Pages.nordlicht(Pages.anyDomain())
                                .with(AccountField.RESELLER, elbtal.id().toString())))
                .containsExactly("reseller reseller.noAgreement");
    }

    @Test
    @DisplayName("J1-A5 full-width input is narrowed")
    void narrowsFullWidthInput() {
        var suzuki = fixtures.caller(fixtures.aozora(), "misaki.suzuki");
        var input = Pages.sakura("ＭＩＮＡＭＩ２０１９")
                .with(AccountField.POSTAL_CODE, "８１０－０００１")
                .with(AccountField.STATE, "福岡県")
                .with(AccountField.CONTACT_PHONE, "０９２－５５５０－０１９９");
        var info = desk.check(suzuki, input).info().orElseThrow();
        assertThat(info.domainPrefix().value()).isEqualTo("minami2019");
        assertThat(info.customer().address().postalCode()).isEqualTo("810-0001");
        assertThat(info.customer().contact().phone().orElseThrow().value()).isEqualTo("092-5550-0199");
        assertThat(new LineInput("x", "", "１０", "", "").normalizedQuantity()).isEqualTo("10");
    }

    @Test
    @DisplayName("J1-A6 some company names are refused, some only doubted")
    void judgesCompanyNames() {
        var sato = fixtures.caller(fixtures.aozora(), "ken.sato");
        var page = Pages.sakura(Pages.anyDomain());
        assertThat(desk.problems(sato, page.with(AccountField.COMPANY_NAME, "A")))
                .containsExactly("companyName company.tooShort");
        assertThat(desk.problems(sato, page.with(AccountField.COMPANY_NAME, "&$^#")))
                .containsExactly("companyName company.onlySymbols");
        for (var form : List.of("Inc.", "株式会社")) {
            assertThat(desk.problems(sato, page.with(AccountField.COMPANY_NAME, form)))
                    .containsExactly("companyName company.onlyLegalForm");
        }
        for (var doubtful : List.of("contoso.com", "999", "1 2 3")) {
            var check = desk.check(sato, page.with(AccountField.COMPANY_NAME, doubtful));
            assertThat(check.isPassed()).as(doubtful).isTrue();
            assertThat(check.suspiciousName()).as(doubtful).isTrue();
        }
        for (var good : List.of("Kuriyama.jp Foods K.K.", "7 & Sons Ltd")) {
            assertThat(desk.check(sato, page.with(AccountField.COMPANY_NAME, good))
                            .suspiciousName())
                    .as(good)
                    .isFalse();
        }
    }

    @Test
    @DisplayName("J1-A7 an address of the partner is refused")
    void refusesAnAddressOfThePartner() {
        var aozora = fixtures.aozora();
        var sato = fixtures.caller(aozora, "ken.sato");
        var page = Pages.sakura(Pages.anyDomain())
                .with(AccountField.CONTACT_EMAIL, "yamada@" + aozora.sheet().domain());
        assertThat(desk.problems(sato, page)).containsExactly("contact.email email.partnerDomain");
    }

    @Test
    @DisplayName("J1-A8 of fifty simultaneous submits for one domain one wins and 49 leave nothing")
    void letsExactlyOneOfFiftyHaveTheDomain() throws Exception {
        var sato = fixtures.caller(fixtures.aozora(), "ken.sato");
        var domain = Pages.anyDomain();
        var drafts = IntStream.range(0, 50)
                .mapToObj(i -> desk.reviewed(sato, Pages.sakura(domain), Pages.line("BIZ-PREM", 25, "monthly")))
                .toList();
        var outcomes = Together.run(drafts.stream()
                .<Callable<String>>map(draft -> () -> outcome(sato, draft))
                .toList());

        assertThat(outcomes).filteredOn("made"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("domainPrefix domain.taken"::equals).hasSize(49);
        var tenant = directory
                .findTenantByDomain(directory.domainName(Cloud.PUBLIC, DomainPrefix.parse(domain)))
                .orElseThrow();
        assertThat(Desk.as(sato, () -> orders.list(sato.partnerId(), oroshi.basics.CustomerId.of(tenant))))
                .hasSize(1);
    }

    @Test
    @DisplayName("J1-A9 ten submits of one draft make one customer")
    void makesOneCustomerOfTenSubmits() throws Exception {
        var sato = fixtures.caller(fixtures.aozora(), "ken.sato");
        var draft = desk.reviewed(sato, Pages.sakura(Pages.anyDomain()), Pages.line("BIZ-PREM", 25, "monthly"));
        var outcomes = Together.run(IntStream.range(0, 10)
                .<Callable<Submitted>>mapToObj(i -> () -> desk.submit(sato, draft))
                .toList());

        assertThat(outcomes).filteredOn(Submitted.Now.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .extracting(Submitted::customerId)
                .containsOnly(outcomes.getFirst().customerId());
        assertThat(Desk.as(
                        sato,
                        () -> orders.list(sato.partnerId(), outcomes.getFirst().customerId())))
                .hasSize(1);
    }

    @Test
    @DisplayName("J1-A12 the date of the agreement is today at the latest and not before the version")
    void judgesTheDateOfTheAgreement() {
        var sato = fixtures.caller(fixtures.aozora(), "ken.sato");
        var page = Pages.sakura(Pages.anyDomain());
        assertThat(desk.problems(sato, page.with(AccountField.AGREEMENT_DATE, "2019-04-25")))
                .containsExactly("agreement.date agreement.dateFuture");
        assertThat(desk.problems(sato, page.with(AccountField.AGREEMENT_DATE, "2019-04-24")))
                .isEmpty();
        assertThat(desk.problems(sato, page.with(AccountField.AGREEMENT_DATE, "2017-08-31")))
                .containsExactly("agreement.date agreement.dateOldVersion");
    }

    @Test
    @DisplayName("J1-A13 an order may use the credit up to the last cent and not beyond")
    void keepsToTheCreditLimit() {
        var cole = fixtures.caller(fixtures.cedarRidge(), "ben.cole");
        Desk.as(cole, () -> {
            credit.set(cole.partnerId(), CreditStanding.of("10000", "9000", "600", "0"));
            return true;
        });
        var domain = Pages.anyDomain();
        var tooMuch = desk.reviewed(cole, Pages.juniper(domain), Pages.line("ENT-3", 21, "monthly"));
        var rejected = catchThrowableOfType(DraftRejected.class, () -> desk.submit(cole, tooMuch));
        assertThat(rejected.page()).isEqualTo(DraftRejected.Page.REVIEW);
        assertThat(rejected.problems())
                .extracting(problem -> problem.reason().key())
                .containsExactly("credit.limit");
        assertThat(rejected.problems().getFirst().arguments().getFirst()).hasToString("USD 20.00"); // 420 - 400
        assertThat(directory.isFree(Cloud.PUBLIC, DomainPrefix.parse(domain))).isTrue();

        desk.added(cole, Pages.juniper(domain), Pages.line("ENT-3", 20, "monthly")); // 400.00 fits exactly
    }

    @Test
    @DisplayName("J1-A14 a global admin can't confirm acceptance but can have the customer asked")
    void letsAGlobalAdminOnlyAsk() {
        var ito = fixtures.caller(fixtures.aozora(), "ren.ito");
        var page = Pages.sakura(Pages.anyDomain());
        assertThat(desk.problems(ito, page)).containsExactly("agreement.mode agreement.notAllowed");
        var made = desk.added(ito, page.with(AccountField.AGREEMENT_MODE, "ask"));
        assertThat(made.orders()).isEmpty();
    }

    @Test
    @DisplayName("J1-A15 a customer that will be asked can't be sold anything before")
    void sellsNothingBeforeTheCustomerAccepts() {
        var suzuki = fixtures.caller(fixtures.aozora(), "misaki.suzuki");
        var page = Pages.sakura(Pages.anyDomain()).with(AccountField.AGREEMENT_MODE, "ask");
        var made = desk.added(suzuki, page, Pages.line("BIZ-PREM", 25, "monthly"));
        assertThat(made.orders()).isEmpty();
        var refused = catchThrowableOfType(
                Refusal.class,
                () -> Desk.as(
                        suzuki,
                        () -> orders.place(
                                suzuki.partnerId(),
                                made.customer().id(),
                                oroshi.orders.NewOrder.of(
                                        List.of(oroshi.orders.NewOrderLine.of(
                                                "BIZ-PREM", 1, oroshi.catalog.BillingCycle.MONTHLY)),
                                        "test"))));
        assertThat(refused.reason().key()).isEqualTo("agreement.awaiting");
    }

    @Test
    @DisplayName("J1-A18 an education customer needs an address of the institution")
    void demandsAnInstitutionsAddressForEducation() {
        var bach = fixtures.caller(
                java.util.Objects.requireNonNull(
                        fixtures.rheinlandWithResellers().get("P-DE")),
                "timo.bach");
        var page = Pages.nordlicht(Pages.anyDomain())
                .with(AccountField.COMPANY_NAME, "Alster-Gymnasium Hamburg")
                .with(AccountField.QUALIFICATION, "EDUCATION")
                .with(AccountField.EDUCATION_SEGMENT, "K12");
        assertThat(desk.problems(bach, page.with(AccountField.CONTACT_EMAIL, "schule@gmail.com")))
                .containsExactly("contact.email email.eduFree");
        var made = desk.added(bach, page.with(AccountField.CONTACT_EMAIL, "sekretariat@alster-gymnasium.example"));
        assertThat(made.customer().qualifications()).singleElement().satisfies(applied -> assertThat(applied.isHeld())
                .isFalse());
    }

    @Test
    @DisplayName("J1-A11 another country takes away what it does not sell and what does not fit")
    void clearsWhatDoesNotFitAnotherCountry() {
        var bach = fixtures.caller(
                java.util.Objects.requireNonNull(
                        fixtures.rheinlandWithResellers().get("P-DE")),
                "timo.bach");
        var problems = desk.problems(bach, Pages.nordlicht(Pages.anyDomain()).with(AccountField.COUNTRY, "CH"));
        assertThat(problems).anyMatch(problem -> problem.startsWith("postalCode address.postal"));
    }

    @Test
    @DisplayName("every required field is reported at once, in the order of the form")
    void reportsEverythingAtOnce() {
        var sato = fixtures.caller(fixtures.aozora(), "ken.sato");
        assertThat(desk.problems(sato, AccountInput.EMPTY.with(AccountField.COUNTRY, "JP")))
                .containsExactly(
                        "companyName field.required",
                        "domainPrefix field.required",
                        "addressLine1 field.required",
                        "city field.required",
                        "state field.required",
                        "postalCode field.required",
                        "culture field.required",
                        "contact.firstName field.required",
                        "contact.lastName field.required",
                        "contact.email field.required",
                        "agreement.mode agreement.modeRequired");
    }

    @Test
    @DisplayName("a country outside the market region is refused")
    void refusesACountryOutsideTheMarket() {
        var sato = fixtures.caller(fixtures.aozora(), "ken.sato");
        assertThat(desk.problems(sato, Pages.juniper(Pages.anyDomain())))
                .contains("country " + PartnerRefusal.COUNTRY_NOT_IN_MARKET.key());
    }

    @Test
    @DisplayName("a partner suspended meanwhile adds nobody and keeps the draft")
    void keepsTheDraftOfASuspendedPartner() {
        var aozora = fixtures.aozora();
        var sato = fixtures.caller(aozora, "ken.sato");
        var draft = desk.reviewed(sato, Pages.sakura(Pages.anyDomain()));
        partners.changeStatus(aozora.id(), PartnerStatus.SUSPENDED);
        assertThat(catchThrowableOfType(Refusal.class, () -> desk.submit(sato, draft))
                        .reason()
                        .key())
                .isEqualTo("partner.suspended");
        partners.changeStatus(aozora.id(), PartnerStatus.ACTIVE);
        assertThat(desk.submit(sato, draft)).isInstanceOf(Submitted.Now.class);
    }

    @Test
    @DisplayName("J1 1.8 a version published while the wizard was open has to be accepted, and the draft is kept")
    void asksForTheVersionThatWasPublishedMeanwhile() {
        var aozora = fixtures.aozora();
        clocks.stopAt(aozora.id(), Instant.parse("2034-06-01T01:00:00Z"));
        var sato = fixtures.caller(aozora, "ken.sato");
        var input = Pages.sakura(Pages.anyDomain()).with(AccountField.AGREEMENT_DATE, "2034-06-01");
        var draft = desk.reviewed(sato, input);
        var type = templates.types().stream()
                .filter(each -> each.key().equals("customer-agreement"))
                .findFirst()
                .orElseThrow();
        templates.publish(type, List.of("JP"), LocalDate.of(2034, 6, 1));

        var rejected = catchThrowableOfType(DraftRejected.class, () -> desk.submit(sato, draft));
        assertThat(rejected.page()).isEqualTo(DraftRejected.Page.ACCOUNT);
        assertThat(rejected.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("agreement.date");
            assertThat(problem.reason()).isEqualTo(AgreementRefusal.NEW_VERSION);
            assertThat(problem.arguments()).containsExactly(LocalDate.of(2034, 6, 1));
        });
        assertThat(desk.submit(sato, desk.reviewed(sato, input))).isInstanceOf(Submitted.Now.class);
    }

    @Test
    @DisplayName("a draft of another user is as unknown as one that never was")
    void hidesTheDraftOfAnotherUser() {
        var aozora = fixtures.aozora();
        var sato = fixtures.caller(aozora, "ken.sato");
        var draft = desk.reviewed(sato, Pages.sakura(Pages.anyDomain()));
        var refused =
                catchThrowableOfType(Refusal.class, () -> desk.submit(fixtures.caller(aozora, "misaki.suzuki"), draft));
        assertThat(refused.is(OnboardingRefusal.DRAFT_UNKNOWN)).isTrue();
    }

    private String outcome(Caller caller, oroshi.basics.DraftId draft) {
        try {
            desk.submit(caller, draft);
            return "made";
        } catch (DraftRejected rejected) {
            var problem = rejected.problems().getFirst();
            return problem.field() + " " + problem.reason().key();
        }
    }
}
