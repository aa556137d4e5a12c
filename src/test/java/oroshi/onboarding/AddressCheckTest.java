package oroshi.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.AddressService;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.access.Browserless;
import oroshi.access.Caller;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.CustomerId;
import oroshi.basics.DraftId;
import oroshi.customers.AddressStanding;
import oroshi.customers.Customers;
import oroshi.demo.DemoWorld;
import tools.jackson.databind.JsonNode;

/** What the operator's address checker decides about a new customer, in the wizard and on the wire. */
@OroshiTest
class AddressCheckTest {
    private static final int SEE_OTHER = 303;

    private static final String KILN = """
            {"status":"%s","suggestions":[
              {"addressLine1":"418 Kiln Street","city":"Olympia","state":"WA","postalCode":"98501-2207"}]}""";

    @Autowired
    Fixtures fixtures;

    @Autowired
    Customers customers;

    @Autowired
    Drafts drafts;

    @Autowired
    TestTokens tokens;

    @LocalServerPort
    int port;

    private final String street = "梅田 " + UUID.randomUUID();
    private Fixtures.Copy aozora;
    private Caller sato;
    private Browserless browser;
    private Creation client;

    @BeforeEach
    void signIn() {
        aozora = fixtures.aozora();
        sato = fixtures.caller(aozora, "ken.sato");
        browser = new Browserless(port);
        browser.fill("/sign-in", Map.of("name", aozora.signInName("ken.sato"), "password", DemoWorld.PASSWORD));
        client = new Creation(port);
    }

    @Test
    @DisplayName("J1-08 of the suggestions the user takes one, which is recorded on draft and customer")
    void takesASuggestion() {
        AddressService.answer(street, partial());
        var draft = draft();
        var asked = next(draft, account());
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("<dialog", "data-asked", "〒530-0001 大阪府大阪市北区梅田3-1-3", "addressChoice");
        assertThat(content(draft).accountPassed()).isFalse();
        assertThat(browser.get(root(draft) + "/review").body())
                .as("no way around")
                .contains("<dialog");

        assertThat(next(draft, account("addressChoice", "1")).statusCode()).isEqualTo(SEE_OTHER);
        assertThat(content(draft).account().get(AccountField.ADDRESS_LINE_1)).isEqualTo("梅田3-1-3");
        assertThat(AddressService.questions(street)).isEqualTo(1);
        assertThat(submitted(draft)).isEqualTo(AddressStanding.SUGGESTED);
    }

    @Test
    @DisplayName("J1-08 the user keeps the address as typed; another address is asked about anew")
    void keepsWhatWasTyped() {
        AddressService.answer(street, partial());
        var draft = draft();
        next(draft, account());
        assertThat(next(draft, account("addressChoice", "typed")).statusCode()).isEqualTo(SEE_OTHER);
        assertThat(content(draft).address().map(AddressAnswer::asTyped)).hasValue(true);
        assertThat(next(draft, account()).statusCode())
                .as("it is not asked twice")
                .isEqualTo(SEE_OTHER);
        assertThat(AddressService.questions(street)).isEqualTo(1);

        var elsewhere = street + " 2";
        AddressService.answer(elsewhere, partial());
        assertThat(next(draft, account("addressLine1", elsewhere, "addressChoice", "typed"))
                        .statusCode())
                .as("a choice is about the address that was shown")
                .isEqualTo(422);
        next(draft, account());
        next(draft, account("addressChoice", "typed"));
        assertThat(submitted(draft)).isEqualTo(AddressStanding.AS_TYPED);
    }

    @Test
    @DisplayName("J1-08 an address that does not exist is an error at the address, and no customer comes of it")
    void refusesAnAddressThatDoesNotExist() {
        AddressService.answer(street, "{\"status\":\"none\"}");
        var draft = draft();
        var refused = next(draft, account());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#addressLine1\"").doesNotContain("data-asked");
        assertThat(browser.post(root(draft) + "/submit", Map.of()).statusCode()).isEqualTo(422);
        assertThat(Desk.as(sato, () -> drafts.findSubmitted(sato, draft))).isEmpty();
        assertThat(next(draft, account("addressLine1", street + " found")).statusCode())
                .isEqualTo(SEE_OTHER);
    }

    @Test
    @DisplayName("J1-08 a checker that does not answer is no obstacle; the record is flagged for admin agents")
    void flagsAnAddressThatWasNotChecked() {
        AddressService.answer(street, 503, "", Duration.ZERO);
        var draft = draft();
        assertThat(next(draft, account()).statusCode()).isEqualTo(SEE_OTHER);
        assertThat(submitted(draft)).isEqualTo(AddressStanding.NOT_VERIFIED);
        var account = "/customers/" + customer(draft) + "/account";
        assertThat(browser.get(account).body()).containsAnyOf("could not be verified", "住所は確認できていません");
        var suzuki = new Browserless(port);
        suzuki.fill("/sign-in", Map.of("name", aozora.signInName("misaki.suzuki"), "password", DemoWorld.PASSWORD));
        assertThat(suzuki.get(account).body()).doesNotContain("could not be verified", "住所は確認できていません");
    }

    @Test
    @DisplayName("J1-08 a verified address passes silently; Review offers its other form and does not force it")
    void offersTheVerifiedForm() {
        AddressService.answer(street, """
                {"status":"verifiedShippable","suggestions":[
                  {"addressLine1":"梅田3-1-3","city":"大阪市北区","state":"27","postalCode":"530-0001"}]}""");
        var draft = draft();
        assertThat(next(draft, account()).statusCode()).isEqualTo(SEE_OTHER);
        browser.post(root(draft) + "/subscriptions", Map.of("action", "next"));
        assertThat(browser.get(root(draft) + "/review").body()).contains(street, "value=\"address\"");
        browser.post(root(draft) + "/review", Map.of("action", "address"));
        assertThat(browser.get(root(draft) + "/review").body()).doesNotContain(street, "value=\"address\"");
        assertThat(submitted(draft)).isEqualTo(AddressStanding.SUGGESTED);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @DisplayName("J1-08 createCustomer and the single call keep what was sent, unless there is no such address")
    @CsvSource(textBlock = """
            verified,            VERIFIED
            interactionRequired, AS_TYPED
            premisesPartial,     AS_TYPED
            notValidated,        NOT_VERIFIED
            none,
            """)
    void judgesAddressesOfTheApi(String status, @Nullable AddressStanding standing) {
        AddressService.answer(street, KILN.formatted(status));
        for (var call : new String[] {"create-customer:/v1/customers", "onboard-customer:/oroshi/customers"}) {
            var cedar = fixtures.cedarRidge();
            var cole = fixtures.caller(cedar, "ben.cole");
            var body = Creation.request(call.split(":")[0], Map.of("domain", Pages.anyDomain()))
                    .replaceFirst("(\"addressLine1\"): \"[^\"]+\"", "$1: \"" + street + "\"");
            var answer = client.post(
                    tokens.of(cedar.id(), cole.userId().orElseThrow()),
                    call.split(":")[1],
                    body,
                    Optional.of(UUID.randomUUID().toString()));
            if (standing == null) {
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).contains("addressLine1 - The address could not be found.");
            } else {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                assertThat(standing(cole, Creation.json(answer))).isEqualTo(standing);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("J1-08 validateAddress answers with the checker's status, in the old form with yes or no")
    @CsvSource(textBlock = """
            VerifiedShippable,   1, 200
            InteractionRequired, 1, 200
            StreetPartial,       1, 400
            None,                0, 400
            NotValidated,        0, 200
            """)
    void answersTheCheckersStatus(String status, int suggestions, int oldForm) {
        AddressService.answer(street, KILN.formatted(status));
        var token = tokens.of(aozora.id(), sato.userId().orElseThrow());
        var body = "{\"addressLine1\":\"" + street
                + "\",\"city\":\"Olympia\",\"state\":\"WA\",\"postalCode\":\"98501\",\"country\":\"US\"}";
        var answer = client.post(
                token,
                "/v1/validations/address",
                body,
                Optional.of(UUID.randomUUID().toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var json = Creation.json(answer);
        assertThat(json.path("status").asString()).isEqualTo(status);
        assertThat(json.path("suggestedAddresses").size()).isEqualTo(suggestions);
        assertThat(json.at("/originalAddress/addressLine1").asString()).isEqualTo(street);
        var old = client.post(
                token, "/v1/validations/address", body, Map.of("MS-PartnerCenter-Client", "Partner Center Java SDK"));
        assertThat(old.statusCode()).as(old.body()).isEqualTo(oldForm);
    }

    private static String partial() {
        return """
                {"status":"streetPartial","suggestions":[
                  {"addressLine1":"梅田3-1-3","city":"大阪市北区","state":"27","postalCode":"5300001"},
                  {"addressLine1":"梅田3-1-1","city":"大阪市北区","state":"27","postalCode":"5300001"}]}""";
    }

    private DraftId draft() {
        var first = Pages.sakura(Pages.anyDomain());
        var draft = Desk.as(sato, () -> drafts.open(sato, first, "/customers")).id();
        browser.get(root(draft) + "/account");
        return draft;
    }

    /** The page of the first example in this test's street, with other values for the fields that are named. */
    private Map<String, String> account(String... others) {
        var form = new HashMap<>(Pages.sakura(Pages.anyDomain())
                .with(AccountField.ADDRESS_LINE_1, street)
                .without(AccountField.ADDRESS_LINE_2)
                .with(AccountField.AGREEMENT_MODE, "ask")
                .byKey());
        for (var i = 0; i < others.length; i += 2) {
            form.put(others[i], others[i + 1]);
        }
        form.put("action", "next");
        return form;
    }

    private DraftContent content(DraftId draft) {
        return Desk.as(sato, () -> drafts.find(sato, draft)).orElseThrow().content();
    }

    private CustomerId customer(DraftId draft) {
        return Desk.as(sato, () -> drafts.findSubmitted(sato, draft)).orElseThrow();
    }

    private AddressStanding standing(Caller caller, JsonNode made) {
        var id = made.path("id").asString(made.at("/customer/id").asString());
        return Desk.as(caller, () -> customers.get(caller.partnerId(), new CustomerId(UUID.fromString(id))))
                .addressStanding();
    }

    private static String root(DraftId draft) {
        return "/customers/new/" + draft;
    }

    private HttpResponse<String> next(DraftId draft, Map<String, String> form) {
        return browser.post(root(draft) + "/account", form);
    }

    private AddressStanding submitted(DraftId draft) {
        browser.post(root(draft) + "/subscriptions", Map.of("action", "next"));
        assertThat(browser.post(root(draft) + "/submit", Map.of()).statusCode()).isEqualTo(SEE_OTHER);
        return Desk.as(sato, () -> customers.get(sato.partnerId(), customer(draft)))
                .addressStanding();
    }
}
