package oroshi.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oroshi.AddressService;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of every answer that an address checker can give, and of those it should not. */
class HttpAddressCheckerTest {
    private final AddressCheckerSetup setup = new AddressCheckerSetup();
    private final AddressChecker checker =
            setup.addressChecker(AddressService.url(), AddressService.SECRET, JsonMapper.shared());
    private final String street = "Kiln Street " + UUID.randomUUID();
    private final PostalAddress address = kiln(street, "98501");

    @ParameterizedTest(name = "{0} with {1} suggestions")
    @DisplayName("J1-08 each status keeps as many suggestions as the contract gives it")
    @CsvSource(textBlock = """
            verifiedShippable,   1, VERIFIED_SHIPPABLE,   1
            VERIFIED,            2, VERIFIED,             1
            interactionRequired, 2, INTERACTION_REQUIRED, 1
            StreetPartial,       4, STREET_PARTIAL,       3
            premisesPartial,     2, PREMISES_PARTIAL,     2
            multiple,            1, MULTIPLE,             1
            none,                1, NONE,                 0
            notValidated,        1, NOT_VALIDATED,        0
            somethingElse,       1, NOT_VALIDATED,        0
            streetPartial,       0, NOT_VALIDATED,        0
            """)
    void understandsEveryStatus(String status, int suggested, AddressStatus understood, int kept) {
        AddressService.answer(street, answer(status, suggested));
        var finding = checker.check(address);
        assertThat(finding.status()).isEqualTo(understood);
        assertThat(finding.suggestions()).hasSize(kept);
        assertThat(finding.message())
                .isEqualTo(
                        understood == AddressStatus.NOT_VALIDATED && suggested == 0
                                ? java.util.Optional.empty()
                                : java.util.Optional.of("look at the street"));
    }

    @Test
    @DisplayName("J1-08 a suggestion that breaks the country's rules, or is the typed address again, is none")
    void suggestsOnlyWhatCanBeUsed() {
        AddressService.answer(street, """
                {"status": "multiple", "suggestions": [
                  null,
                  {"addressLine1": "418 Kiln Street", "city": "Olympia", "state": "XX", "postalCode": "98501"},
                  {"addressLine1": "418 Kiln Street", "city": "Bern", "postalCode": "3001", "country": "CH"},
                  {"addressLine1": "%s", "city": "Olympia", "state": "wa", "postalCode": "98501"},
                  {"addressLine1": "418 Kiln Street", "city": "Olympia", "state": "Washington", "postalCode": "98501-2207"}
                ]}
                """.formatted(street));
        assertThat(checker.check(address).suggestions()).containsExactly(kiln("418 Kiln Street", "98501-2207"));
    }

    @Test
    void verifiesAsTypedWhereNothingIsSuggested() {
        assertThat(checker.check(address).suggestions()).containsExactly(address);
    }

    @ParameterizedTest
    @DisplayName("J1-08 whatever is no answer counts as not validated")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            500 | {"status":"none"}
            404 | ~~
            200 | ~~
            200 | no json
            200 | []
            200 | {"status":["none"]}
            302 | {"status":"none"}
            """)
    void takesNoAnswerForNotValidated(int status, String body) {
        AddressService.answer(street, status, body, Duration.ZERO);
        assertThat(checker.check(address)).isEqualTo(AddressFinding.NOT_VALIDATED);
    }

    @Test
    @DisplayName("J1-08 a checker that is slow, away or knows us not is given three seconds at most")
    void waitsThreeSecondsAtMost() {
        AddressService.answer(street, 200, "{\"status\":\"none\"}", Duration.ofSeconds(5));
        var began = System.nanoTime();
        assertThat(checker.check(address)).isEqualTo(AddressFinding.NOT_VALIDATED);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(3200));
        var nobody = setup.addressChecker("http://127.0.0.1:1/check", "", JsonMapper.shared());
        assertThat(nobody.check(address)).isEqualTo(AddressFinding.NOT_VALIDATED);
        var stranger = setup.addressChecker(AddressService.url(), "", JsonMapper.shared());
        assertThat(stranger.check(address)).isEqualTo(AddressFinding.NOT_VALIDATED);
    }

    @Test
    void withoutAServiceTheRulesOfTheCountrySuffice() {
        var nobody = setup.addressChecker(" ", "", JsonMapper.shared());
        assertThat(nobody.isConnected()).isFalse();
        assertThat(nobody.check(address)).isEqualTo(AddressFinding.byCountryRules(address));
    }

    private static String answer(String status, int suggested) {
        var suggestions = new StringBuilder();
        for (var number = 1; number <= suggested; number++) {
            suggestions
                    .append(number == 1 ? "" : ",")
                    .append("{\"addressLine1\":\"")
                    .append(number)
                    .append(" Kiln Street\",\"city\":\"Olympia\",\"state\":\"WA\",\"postalCode\":\"98501\"}");
        }
        return "{\"status\":\"%s\",\"suggestions\":[%s],\"message\":\"look at the street\",\"more\":1}"
                .formatted(status, suggestions);
    }

    private static PostalAddress kiln(String street, String postalCode) {
        return new PostalAddress("US", postalCode, "WA", null, "Olympia", street, null, null);
    }
}
