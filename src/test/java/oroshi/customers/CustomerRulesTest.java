package oroshi.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oroshi.basics.Problem;
import oroshi.basics.Problems;
import oroshi.basics.Refusal;
import oroshi.customers.CustomerRules.RegistrationIdElsewhere;

class CustomerRulesTest {
    private static final EmailLimits NO_LIMITS = EmailLimits.of(Set.of("aozora-cloud.example"));
    private static final CustomerRules RULES =
            new CustomerRules(Set.of("microsoft.com"), RegistrationIdElsewhere.OPTIONAL);

    @Test
    @DisplayName("J1-A1 a Japanese company passes, and its address reads in Japanese order")
    void acceptsAJapaneseCompany() {
        var customer = RULES.require(Entries.sakura().entry(), NO_LIMITS);

        assertThat(customer.companyName().value()).isEqualTo("株式会社さくら製作所");
        assertThat(customer.address().state()).isEqualTo("27");
        assertThat(customer.address().in(Locale.JAPANESE)).isEqualTo("〒530-0001 大阪府大阪市北区梅田3-1-3 ノースゲートビル15階");
        assertThat(customer.contact().name(Locale.JAPANESE)).isEqualTo("山本 直子");
        assertThat(customer.culture().tag()).isEqualTo("ja-JP");
    }

    @Test
    @DisplayName("J1-A2 a US company passes without a phone number")
    void acceptsAUsCompanyWithoutPhone() {
        var customer = RULES.require(Entries.juniper().with("phone", null).entry(), NO_LIMITS);

        assertThat(customer.contact().phone()).isEmpty();
        assertThat(customer.address().in(Locale.US)).isEqualTo("1820 Blake Street, Suite 400, Denver, CO 80202");
    }

    @Test
    @DisplayName("J1-A5 full-width postal code and phone are narrowed")
    void narrowsFullWidthInput() {
        var entry = Entries.sakura().with("postalCode", "〒８１０－０００１").with("phone", "０９２－５５５０－０１９９");
        var customer = RULES.require(entry.entry(), NO_LIMITS);

        assertThat(customer.address().postalCode()).isEqualTo("810-0001");
        assertThat(customer.contact().phone()).contains(new PhoneNumber("092-5550-0199"));
    }

    @ParameterizedTest(name = "{0}: {1} = {2}")
    @DisplayName("J1-A7 and the other rules of one field name that field")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            E1 | email        | naoko                               | EMAIL_FORMAT
            E1 | email        | naoko@localhost                     | EMAIL_FORMAT
            E1 | email        | naoko@-sakura.example               | EMAIL_FORMAT
            E1 | email        | 直子@sakura.example                 | EMAIL_FORMAT
            E1 | email        | a..b@sakura.example                 | EMAIL_FORMAT
            E2 | email        | naoko@microsoft.com                 | EMAIL_OPERATOR_DOMAIN
            E3 | email        | yamada@aozora-cloud.example         | EMAIL_PARTNER_DOMAIN
            E3 | email        | yamada@Mail.Aozora-Cloud.example    | EMAIL_PARTNER_DOMAIN
            -  | email        | -                                   | FIELD_REQUIRED
            -  | postalCode   | 53000                               | ADDRESS_POSTAL
            -  | postalCode   | -                                   | FIELD_REQUIRED
            -  | state        | Bayern                              | ADDRESS_STATE
            -  | state        | -                                   | FIELD_REQUIRED
            -  | city         | -                                   | FIELD_REQUIRED
            -  | addressLine1 | -                                   | FIELD_REQUIRED
            -  | country      | XX                                  | COUNTRY_UNKNOWN
            -  | country      | -                                   | FIELD_REQUIRED
            -  | culture      | de-DE                               | CULTURE_NOT_OFFERED
            -  | language     | jpn                                 | LANGUAGE_FORMAT
            -  | firstName    | -                                   | FIELD_REQUIRED
            -  | phone        | 12345                               | PHONE_FORMAT
            -  | phone        | abc-5550-0123                       | PHONE_FORMAT
            -  | registrationId | 12                                | REGISTRATION_ID_FORMAT
            """)
    void refusesOneField(String rule, String field, String value, CustomerRefusal reason) {
        assertThat(problems(Entries.sakura().with(field, value)))
                .extracting(Problem::reason)
                .as("%s", rule)
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            06-5550-0123            | 06-5550-0123
            +81 (6) 5550.0123       | +81 (6) 5550.0123
            06-5550-0123 ext 45     | 06-5550-0123 ext 45
            06-5550-0123 内線 45    | 06-5550-0123 内線 45
            """)
    void acceptsPhones(String typed, String normal) {
        assertThat(PhoneNumber.parse(typed)).contains(new PhoneNumber(normal));
    }

    @Test
    @DisplayName("J1-A18 E4 an education customer needs an address of the institution")
    void refusesFreeMailForEducation() {
        var limits = EmailLimits.ofEducation(Set.of(), "onmicrosoft.com");
        var free = Entries.sakura().with("email", "sekretariat@gmail.com");
        var tenant = Entries.sakura().with("email", "admin@alster.onmicrosoft.com");
        var own = Entries.sakura().with("email", "sekretariat@alster-gymnasium.example");

        assertThat(problems(free, limits))
                .extracting(Problem::reason)
                .containsExactly(CustomerRefusal.EMAIL_EDUCATION_FREE);
        assertThat(problems(tenant, limits))
                .extracting(Problem::reason)
                .containsExactly(CustomerRefusal.EMAIL_EDUCATION_FREE);
        assertThat(problems(own, limits)).isEmpty();
        assertThat(problems(free, NO_LIMITS)).isEmpty();
    }

    @Test
    @DisplayName("J1-A19 a Turkish company without registration id and phone hears of both in one go")
    void demandsRegistrationIdAndPhoneTogether() {
        var entry = Entries.anadolu().with("registrationId", null).with("phone", null);

        assertThat(problems(entry))
                .extracting(Problem::field, Problem::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "companyProfile.organizationRegistrationNumber",
                                CustomerRefusal.REGISTRATION_ID_REQUIRED),
                        org.assertj.core.groups.Tuple.tuple(
                                "billingProfile.defaultAddress.phoneNumber", CustomerRefusal.PHONE_REQUIRED));
        assertThat(problems(Entries.anadolu())).isEmpty();
    }

    @Test
    @DisplayName("J1-06 the switch forbids a registration id where none is demanded")
    void forbidsRegistrationIdsElsewhere() {
        var strict = new CustomerRules(Set.of(), RegistrationIdElsewhere.FORBIDDEN);
        var entry = Entries.juniper().with("registrationId", "12-3456789").entry();
        var problems = new Problems();
        strict.check(entry, NO_LIMITS, problems);

        assertThat(problems.list())
                .extracting(Problem::reason)
                .containsExactly(CustomerRefusal.REGISTRATION_ID_NOT_EXPECTED);
        assertThat(RULES.require(entry, NO_LIMITS).registrationId()).contains(new RegistrationId("12-3456789"));
    }

    @Test
    void reportsEverythingAtOnceWithTheCodeOfTheFirst() {
        var empty = Entries.empty().entry();

        assertThatThrownBy(() -> RULES.require(empty, NO_LIMITS)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason().code()).isEqualTo(3000);
            assertThat(refusal.problems())
                    .extracting(Problem::field)
                    .containsExactly(
                            "billingProfile.companyName",
                            "billingProfile.defaultAddress.addressLine1",
                            "billingProfile.defaultAddress.city",
                            "billingProfile.defaultAddress.country",
                            "billingProfile.defaultAddress.firstName",
                            "billingProfile.defaultAddress.lastName",
                            "billingProfile.email");
        });
    }

    @Test
    @DisplayName("J1-07 every country has a name in both languages, a first culture, and a time zone")
    void knowsEveryCountry() {
        assertThat(CountryRules.all()).hasSize(243).allSatisfy(rules -> {
            assertThat(rules.country().englishName()).isNotBlank();
            assertThat(rules.country().japaneseName()).isNotBlank();
            assertThat(rules.cultures()).isNotEmpty();
            assertThat(rules.fits(rules.postalExample())).isTrue();
        });
        assertThat(CountryRules.of("JP").subdivisions()).hasSize(47);
        assertThat(CountryRules.of("JP").subdivision("大阪府"))
                .map(Subdivision::code)
                .contains("27");
        assertThat(CountryRules.all().stream()
                        .filter(rules -> rules.registrationId().required()))
                .hasSize(24);
    }

    private static java.util.List<Problem> problems(Entries entry) {
        return problems(entry, NO_LIMITS);
    }

    private static java.util.List<Problem> problems(Entries entry, EmailLimits limits) {
        var problems = new Problems();
        RULES.check(entry.entry(), limits, problems);
        return problems.list();
    }
}
