package oroshi.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.AccessRefusal;
import oroshi.activity.ActivityFilter;
import oroshi.activity.ActivityLog;
import oroshi.agreements.DirectAcceptances.Person;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.Problem;
import oroshi.basics.Reason;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.directory.Directory;
import oroshi.directory.DomainPrefix;
import oroshi.directory.NewTenant;
import oroshi.directory.NewUser;
import oroshi.directory.TemporaryPassword;
import oroshi.partners.NewPartner;
import oroshi.partners.Partner;
import oroshi.partners.PartnerFixture;
import oroshi.partners.Partners;
import oroshi.relationships.Invitation;
import oroshi.relationships.Invitations;
import oroshi.relationships.Partnerships;
import oroshi.relationships.RelationshipRefusal;
import oroshi.relationships.Relationships;

@OroshiTest
@Isolated("what it publishes of agreements holds for every partner whose clock has reached the day")
class AgreementsTest {
    private static final Instant THE_24TH_IN_TOKYO = Instant.parse("2019-04-24T01:00:00Z");
    private static final Signer NAOKO = new Signer("直子", "山本", "naoko.yamamoto@sakura-seisakusho.example", "");

    @Autowired
    private Agreements agreements;

    @Autowired
    private DirectAcceptances directAcceptances;

    @Autowired
    private Templates templates;

    @Autowired
    private Partners partners;

    @Autowired
    private Partnerships partnerships;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Relationships relationships;

    @Autowired
    private Directory directory;

    @Autowired
    private ActivityLog log;

    @Autowired
    private Clocks clocks;

    @Test
    @DisplayName("J2-A1 the same person again is a duplicate; another phone number makes a new record")
    void keepsOneRecordOfTheSameAcceptance() {
        var partner = register(PartnerFixture.aJapanesePartner());
        var customer = aCustomer(partner, "JP");
        attest(partner, customer, NAOKO, "2019-04-22", "JP");

        assertRefused(
                AgreementRefusal.DUPLICATE,
                as(partner, () -> agreements.attest(partner.id(), customer, attestation(NAOKO, "2019-04-24", "JP"))));
        var withPhone = new Signer("直子", "山本", "naoko.yamamoto@sakura-seisakusho.example", "06-5550-0123");
        attest(partner, customer, withPhone, "2019-04-24", "JP");

        var history = PartnerScope.call(partner.id(), () -> agreements.history(partner.id(), customer));
        assertThat(history)
                .extracting(acceptance -> acceptance.signer().phone())
                .containsExactly("", "06-5550-0123");
        assertThat(PartnerScope.call(partner.id(), () -> agreements.current(partner.id(), customer)))
                .get()
                .extracting(Acceptance::ordinal)
                .isEqualTo(2);
        assertThat(operations(partner)).containsExactly("create_agreement", "create_agreement");
        assertThat(history.getFirst().template().effectiveFrom()).isEqualTo("2017-09-01");
    }

    @Test
    void recordsOneOfTenSimultaneousAttestationsOfOnePerson() throws Exception {
        var partner = register(PartnerFixture.aJapanesePartner());
        var customer = aCustomer(partner, "JP");
        var request = attestation(NAOKO, "2019-04-22", "JP");

        var recorded = Together.run(
                10,
                () -> PartnerScope.call(partner.id(), () -> {
                    try {
                        agreements.attest(partner.id(), customer, request);
                        return true;
                    } catch (Refusal duplicate) {
                        return false;
                    }
                }));

        assertThat(recorded).containsOnlyOnce(true);
        assertThat(PartnerScope.call(partner.id(), () -> agreements.history(partner.id(), customer)))
                .hasSize(1);
    }

    @Test
    void keepsTheRecordsOfDifferentPeopleThatComeAtOnce() throws Exception {
        var partner = register(PartnerFixture.aJapanesePartner());
        var customer = aCustomer(partner, "JP");

        Together.run(
                4,
                number -> PartnerScope.call(partner.id(), () -> {
                    var signer = new Signer("直子", "山本", "p" + number + "@sakura.example", "");
                    agreements.attest(partner.id(), customer, attestation(signer, "2019-04-22", "JP"));
                    return true;
                }));

        assertThat(PartnerScope.call(partner.id(), () -> agreements.history(partner.id(), customer)))
                .extracting(Acceptance::ordinal)
                .containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Test
    @DisplayName("J1-A12 a date counts where the partner is: not after its today, not before the version")
    void knowsWhichDaysArePossible() {
        var partner = register(PartnerFixture.aJapanesePartner());
        var customer = aCustomer(partner, "JP");

        assertProblem(partner, customer, attestation(NAOKO, "2019-04-25", "JP"), AgreementRefusal.DATE_FUTURE);
        assertProblem(partner, customer, attestation(NAOKO, "2017-08-31", "JP"), AgreementRefusal.DATE_OLD_VERSION);
        clocks.stopAt(partner.id(), Instant.parse("2019-04-23T23:30:00Z"));
        attest(partner, customer, NAOKO, "2019-04-24", "JP");
    }

    @Test
    @DisplayName("J1-A7 nobody at the partner's own domain signs for a customer")
    void refusesSignersOfThePartner() {
        var partner = register(PartnerFixture.aJapanesePartner());
        var customer = aCustomer(partner, "JP");

        for (var email : List.of("yamada@aozora-cloud.example", "yamada@mail.aozora-cloud.example")) {
            var signer = new Signer("太郎", "山田", email, "");
            assertProblem(
                    partner, customer, attestation(signer, "2019-04-22", "JP"), AgreementRefusal.SIGNER_OF_PARTNER);
        }
        var nobody = new Signer("", " ", "no address", "");
        assertThatThrownBy(as(
                        partner,
                        () -> agreements.attest(partner.id(), customer, attestation(nobody, "2019-04-22", "JP"))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems())
                        .extracting(Problem::field)
                        .containsExactly(
                                "primaryContact.firstName", "primaryContact.lastName", "primaryContact.email"));
    }

    @Test
    @DisplayName("J2-A4 a reseller sees the state but never attests; its provider does")
    void letsOnlyTheProviderAttest() {
        var provider = register(PartnerFixture.aGermanProvider());
        var reseller = partnered(provider, PartnerFixture.aGermanReseller());
        var customer = aTenant("DE");
        PartnerScope.run(
                provider.id(),
                () -> relationships.establish(provider.id(), customer, Optional.of(reseller.id()), true));
        var joerg = new Signer("Jörg", "Weiß", "j.weiss@nordlicht-maschinenbau.example", "");

        assertRefused(
                AgreementRefusal.NOT_ALLOWED,
                as(reseller, () -> agreements.attest(reseller.id(), customer, attestation(joerg, "2019-04-24", "DE"))));
        assertThat(state(reseller, customer)).isEqualTo(AgreementState.NOT_PROVIDED);
        attest(provider, customer, joerg, "2019-04-24", "DE");
        assertThat(state(reseller, customer)).isEqualTo(AgreementState.CONFIRMED_BY_PARTNER);
    }

    @Test
    @DisplayName("J2-A5 another partner's attestation opens nothing")
    void opensTheGateOnlyForTheAttestingPartner() {
        var partner = register(PartnerFixture.anAmericanPartner());
        var other = register(PartnerFixture.anAmericanPartner());
        var customer = aCustomer(partner, "US");
        PartnerScope.run(other.id(), () -> relationships.establish(other.id(), customer, Optional.empty(), true));
        attest(other, customer, new Signer("Tom", "Nakai", "tom@bluemesa.example", ""), "2019-04-23", "US");

        assertThat(gate(other, customer, Purchase.newOrder())).isEqualTo(new Gate.Open());
        assertThat(gate(partner, customer, Purchase.newOrder()))
                .isEqualTo(new Gate.Closed(AgreementRefusal.MISSING, List.of()));
    }

    @Test
    @DisplayName("J2-A6 in the US Government cloud nothing is attested and nothing is gated")
    void doesNotExistInTheGovernmentCloud() {
        var partner = register(PartnerFixture.aGovernmentPartner());
        var customer = aCustomer(partner, "US");

        assertThat(gate(partner, customer, Purchase.newOrder())).isEqualTo(new Gate.Open());
        assertThat(state(partner, customer)).isEqualTo(AgreementState.NOT_APPLICABLE);
        assertRefused(
                AccessRefusal.NOT_IN_THIS_CLOUD,
                as(partner, () -> agreements.attest(partner.id(), customer, attestation(NAOKO, "2019-04-22", "US"))));
    }

    @Test
    @DisplayName("J2-A7 a new version closes the gate for new orders, not for licences until their renewal")
    void asksAgainForANewVersion() {
        var partner = register(PartnerFixture.aJapanesePartner());
        var customer = aCustomer(partner, "JP");
        attest(partner, customer, NAOKO, "2019-04-22", "JP");
        var cloudAgreement = AgreementData.get("cloud-agreement");
        var published = templates.publish(cloudAgreement, List.of("JP"), LocalDate.of(2019, 5, 1));

        clocks.stopAt(partner.id(), Instant.parse("2019-05-02T01:00:00Z"));
        var licences = new Purchase.LicenseChange(THE_24TH_IN_TOKYO, Instant.parse("2020-04-24T00:00:00Z"));
        assertThat(gate(partner, customer, licences).isOpen()).isTrue();
        assertThat(gate(partner, customer, Purchase.newOrder()))
                .isEqualTo(new Gate.Closed(AgreementRefusal.NEW_VERSION, List.of(published.effectiveFrom())));
        assertThat(state(partner, customer)).isEqualTo(AgreementState.NEW_VERSION);
        assertProblem(partner, customer, attestation(NAOKO, "2019-04-22", "JP"), AgreementRefusal.NEW_VERSION);

        PartnerScope.run(
                partner.id(),
                () -> agreements.attest(
                        partner.id(), customer, NewAttestation.on(LocalDate.of(2019, 5, 2), NAOKO, published, "ja")));
        assertThat(gate(partner, customer, Purchase.newOrder()).isOpen()).isTrue();
    }

    @Test
    @DisplayName("J2-A8 the customer's own acceptance counts for every partner and is recorded once")
    void acceptsDirectly() {
        var partner = register(PartnerFixture.aJapanesePartner());
        var other = register(PartnerFixture.aJapanesePartner());
        var customer = aCustomer(partner, "JP");
        PartnerScope.run(other.id(), () -> relationships.establish(other.id(), customer, Optional.empty(), false));
        PartnerScope.run(partner.id(), () -> agreements.ask(partner.id(), customer));
        assertThat(gate(partner, customer, Purchase.newOrder()))
                .isEqualTo(new Gate.Closed(AgreementRefusal.AWAITING, List.of()));
        var tenant = customer.tenantId();
        var someone = new Person(UserId.next(), "someone@midori.example", false);
        var admin = new Person(UserId.next(), "admin@midori.example", true);

        assertRefused(
                AgreementRefusal.NOT_GLOBAL_ADMIN, () -> directAcceptances.accept(tenant, someone, "ja", "192.0.2.7"));
        var acceptance = directAcceptances.accept(tenant, admin, "ja", "192.0.2.7");
        assertThat(directAcceptances.accept(tenant, admin, "en", "192.0.2.8")).isEqualTo(acceptance);

        assertThat(acceptance.acceptedAt()).isEqualTo(THE_24TH_IN_TOKYO);
        assertThat(state(partner, customer)).isEqualTo(AgreementState.ACCEPTED_BY_CUSTOMER);
        for (var serving : List.of(partner, other)) {
            assertThat(gate(serving, customer, Purchase.newOrder()).isOpen()).isTrue();
            assertThat(operations(serving)).containsExactly("accept_agreement");
        }
    }

    @Test
    void requiresTheSuccessorFromItsDayOn() {
        var before = agreements.latestTemplate(Cloud.PUBLIC, "DE", Instant.parse("2019-09-30T23:59:59Z"));
        var after = agreements.latestTemplate(Cloud.PUBLIC, "DE", Instant.parse("2019-10-01T00:00:00Z"));

        assertThat(before).get().extracting(found -> found.type().key()).isEqualTo("cloud-agreement");
        assertThat(after).get().extracting(found -> found.type().key()).isEqualTo("customer-agreement");
        assertThat(agreements.latestTemplate(Cloud.US_GOV, "US", THE_24TH_IN_TOKYO))
                .isEmpty();
        assertThat(agreements.latestTemplate(Cloud.PUBLIC, "TZ", THE_24TH_IN_TOKYO))
                .isEmpty();
    }

    @Test
    void fallsBackToEnglishAndThenToTheFirstLanguage() {
        var swiss =
                agreements.latestTemplate(Cloud.PUBLIC, "CH", THE_24TH_IN_TOKYO).orElseThrow();
        var bouvet =
                agreements.latestTemplate(Cloud.PUBLIC, "BV", THE_24TH_IN_TOKYO).orElseThrow();

        assertThat(swiss.languages()).containsExactly("en", "fr", "de", "it");
        assertThat(swiss.languageFor(Locale.GERMANY)).isEqualTo("de");
        assertThat(swiss.languageFor(Locale.JAPAN)).isEqualTo("en");
        assertThat(bouvet.languageFor(Locale.JAPAN)).isEqualTo("nb");
    }

    @Test
    void keepsAForeignCustomerUnknown() {
        var partner = register(PartnerFixture.aJapanesePartner());
        var stranger = register(PartnerFixture.aJapanesePartner());
        var customer = aCustomer(partner, "JP");

        for (var call : Stream.<Runnable>of(
                        () -> agreements.history(stranger.id(), customer),
                        () -> agreements.status(stranger.id(), customer),
                        () -> agreements.attest(stranger.id(), customer, attestation(NAOKO, "2019-04-22", "JP")))
                .toList()) {
            assertRefused(RelationshipRefusal.CUSTOMER_UNKNOWN, as(stranger, call));
        }
    }

    private Partner register(NewPartner request) {
        var partner = partners.register(request);
        clocks.stopAt(partner.id(), THE_24TH_IN_TOKYO);
        return partner;
    }

    private Partner partnered(Partner provider, NewPartner request) {
        var reseller = register(request);
        var link = PartnerScope.call(provider.id(), () -> invitations.get(provider.id(), Invitation.Kind.PARTNERSHIP));
        PartnerScope.run(reseller.id(), () -> partnerships.accept(reseller.id(), provider.id(), link.token(), true));
        return reseller;
    }

    private CustomerId aCustomer(Partner partner, String country) {
        var customer = aTenant(country);
        PartnerScope.run(partner.id(), () -> relationships.establish(partner.id(), customer, Optional.empty(), true));
        return customer;
    }

    private CustomerId aTenant(String country) {
        var prefix = DomainPrefix.parse(
                "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));
        var tenant = new NewTenant(TenantId.next(), Cloud.PUBLIC, prefix, "株式会社みどり運輸", country, "ja-JP");
        directory.create(tenant, NewUser.admin("直子", "山本", "ja-JP", TemporaryPassword.generate()));
        return CustomerId.of(tenant.id());
    }

    private void attest(Partner partner, CustomerId customer, Signer signer, String day, String country) {
        PartnerScope.run(
                partner.id(), () -> agreements.attest(partner.id(), customer, attestation(signer, day, country)));
    }

    private NewAttestation attestation(Signer signer, String day, String country) {
        var template =
                templates.find(AgreementData.get("cloud-agreement"), country, 0).orElseThrow();
        return NewAttestation.on(LocalDate.parse(day), signer, template, "en");
    }

    private Gate gate(Partner partner, CustomerId customer, Purchase purchase) {
        return PartnerScope.call(partner.id(), () -> agreements.gate(partner.id(), customer, purchase));
    }

    private AgreementState state(Partner partner, CustomerId customer) {
        return PartnerScope.call(partner.id(), () -> agreements.status(partner.id(), customer))
                .state();
    }

    private List<String> operations(Partner partner) {
        var everything = new ActivityFilter(
                Instant.EPOCH,
                Instant.parse("2100-01-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return PartnerScope.call(partner.id(), () -> log.list(partner.id(), everything, Optional.empty(), 100)).stream()
                .map(activity -> activity.operation())
                .filter(operation -> operation.contains("agreement"))
                .toList();
    }

    private void assertProblem(Partner partner, CustomerId customer, NewAttestation request, Reason reason) {
        assertRefused(reason, as(partner, () -> agreements.attest(partner.id(), customer, request)));
    }

    private static ThrowingCallable as(Partner partner, Runnable work) {
        return () -> PartnerScope.run(partner.id(), work);
    }

    private static void assertRefused(Reason reason, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reason())
                .isEqualTo(reason));
    }
}
