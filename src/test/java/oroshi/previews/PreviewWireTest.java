package oroshi.previews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.database.WholeDatabase;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Shop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OroshiTest
class PreviewWireTest {
    private static final NewOrderLine OFFICE = NewOrderLine.of("CFQ7TTC0LH18:0001", 12, BillingCycle.MONTHLY)
            .withTerm(Term.ONE_YEAR)
            .withFriendlyName("Office staff");

    private static final String STANDARD = "CFQ7TTC0LDPB:0001";

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Clocks clocks;

    @Autowired
    private WholeDatabase database;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName(
            "more licenses: what goes back, what is charged, the rest of the term and two renewals, in words and numbers")
    void previewsMoreLicenses() throws Exception {
        var desk = desk(OFFICE, "2026-01-17T14:00:02Z");
        var answer = desk.preview("en-US", golden("more-licenses.request", Map.of()));
        assertGolden("more-licenses.response", desk, answer);
    }

    @Test
    @DisplayName("a cancellation, for Japanese readers")
    void previewsACancellation() throws Exception {
        var desk = desk(OFFICE, "2026-01-18T00:00:00Z");
        var answer = desk.preview("ja-JP", golden("cancel.request", Map.of()));
        assertGolden("cancel.response", desk, answer);
    }

    @Test
    @DisplayName("a cart that nobody keeps, with a shortened first term")
    void previewsACart() throws Exception {
        var desk = desk(OFFICE, "2026-01-15T10:00:00Z");
        var answer = send(
                desk.person(), desk.customer() + "/carts", golden("cart.request", Map.of()), "Accept-Language", "ja");
        var first = json(answer).at("/now/lines/0/subscriptionId").asString();
        var second = json(answer).at("/now/lines/1/subscriptionId").asString();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var golden = golden("cart.response", Map.of("a", first, "b", second));
        assertEquals(golden, answer.body(), JSONCompareMode.STRICT);
    }

    @Test
    @DisplayName("a cart that is kept costs what its checkout then charges, and nothing more afterwards")
    void previewsACheckout() throws Exception {
        var desk = desk(OFFICE, "2026-01-15T10:00:00Z");
        var made = counter.send(counter.request(desk.person(), desk.customer() + "/carts")
                .POST(BodyPublishers.ofString(golden("cart.request", Map.of()))));
        var cart = "/carts/" + json(made).path("id").asString() + "/checkout";
        var preview = json(send(desk.person(), desk.customer() + cart, "", "X-Locale", "en"));
        assertThat(preview.at("/now/totals/0/amount").asInt()).isEqualTo(6015); // 900 / 31 * 17 * 10 + 1080
        var bought = counter.send(
                counter.request(desk.person(), desk.customer() + cart).POST(BodyPublishers.ofString("null")));
        assertThat(bought.statusCode()).as(bought.body()).isEqualTo(201);
        var after = json(send(desk.person(), desk.customer() + cart, "", "X-Locale", "en"));
        assertThat(after.at("/now/lines").size()).isZero();
        assertThat(after.path("renewals").size()).isZero();
    }

    @Test
    @DisplayName("without auto-renew the end of the term is all that comes")
    void saysThatItEnds() throws Exception {
        var desk = desk(OFFICE, "2026-01-17T14:00:02Z");
        var ends = json(desk.preview("en", "{\"autoRenewEnabled\":false}"));
        assertThat(ends.at("/now/lines").size()).isZero();
        assertThat(ends.path("renewals").size()).isEqualTo(1);
        assertThat(ends.at("/renewals/0/status").asString()).isEqualTo("expired");
        assertThat(ends.at("/renewals/0/charges/lines").size()).isZero();
    }

    @Test
    @DisplayName(
            "an upgrade of all licenses: the old product goes back, the new one is charged now, every month, and again")
    void previewsAnUpgrade() throws Exception {
        var desk = desk(OFFICE, "2026-01-20T08:00:00Z");
        var body = golden("upgrade.request", Map.of());
        var answer = send(desk.person(), desk.path() + "/transitions", body, "X-Locale", "en-US");
        assertGolden("upgrade.response", desk, answer);
        var made = counter.post(desk.person(), desk.path() + "/transitions", body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    }

    @Test
    @DisplayName("an upgrade of some licenses is charged for both subscriptions")
    void previewsAPartialUpgrade() throws Exception {
        var desk = desk(OFFICE, "2026-01-20T08:00:00Z");
        var answer = json(send(desk.person(), desk.path() + "/transitions", upgrade(STANDARD, 5), "X-Locale", "en"));
        assertThat(answer.at("/now/totals/0/amount").asInt()).isEqualTo(4109); // 7883 - 3774
        assertThat(answer.at("/now/lines/0/amount").asInt()).isEqualTo(-3774); // 900 / 31 * 26 days * 5
        assertThat(answer.at("/now/lines/1/amount").asInt()).isEqualTo(7883); // 1880 / 31 * 26 days * 5
        assertThat(answer.at("/restOfTerm/lines/0/amount").asInt()).isEqualTo(6300); // 900 * 7
        assertThat(answer.at("/restOfTerm/lines/1/amount").asInt()).isEqualTo(9400); // 1880 * 5
        assertThat(answer.path("renewals").size()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"CFQ7TTC0LDPB:0001, 301, 400, 2002", "CFQ7TTC0LH16:0001, 12, 403, 800020"})
    void refusesWhatTheUpgradeWouldRefuse(String target, int quantity, int status, int code) throws Exception {
        var desk = desk(OFFICE, "2026-01-20T08:00:00Z");
        assertSameRefusal(desk, upgrade(target, quantity), status, code);
    }

    @Test
    void refusesAnUpgradeForWhichThereIsNoRoom() throws Exception {
        var desk = desk(OFFICE, "2026-01-20T08:00:00Z");
        var more = NewOrderLine.of(STANDARD, 290, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR);
        counter.sold(desk.person(), CustomerId.of(desk.customer().substring("/customers/".length())), more);
        assertSameRefusal(desk, upgrade(STANDARD, 12), 403, 800088);
    }

    private void assertSameRefusal(Desk desk, String body, int status, int code) throws Exception {
        var preview = send(desk.person(), desk.path() + "/transitions", body, "X-Locale", "en");
        var change = counter.post(desk.person(), desk.path() + "/transitions", body);
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(status).isEqualTo(change.statusCode());
        assertThat(json(preview).path("code").asInt()).isEqualTo(code);
        assertThat(json(preview).path("description").asString())
                .isEqualTo(json(change).path("description").asString());
    }

    private static String upgrade(String target, int quantity) {
        return golden("upgrade.request", Map.of())
                .replace("\"quantity\": 12", "\"quantity\": " + quantity)
                .replace(STANDARD, target);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"quantity":301,"autoRenewEnabled":true}                          | 400 | 2002
            {"quantity":5,"autoRenewEnabled":true}                            | 400 | 800090
            {"quantity":13,"status":"suspended","autoRenewEnabled":true}      | 400 | 2001
            {"status":"deleted","autoRenewEnabled":true}                      | 400 | 900117
            {"billingCycle":"fortnightly","autoRenewEnabled":true}            | 400 | 900269
            {"quantity":"many"}                                               | 400 | 3000
            """)
    void refusesWhatTheChangeWouldRefuse(String body, int status, int code) throws Exception {
        var desk = desk(OFFICE, "2026-03-01T00:00:00Z");
        var preview = desk.preview("en", body);
        var change = counter.patch(desk.person(), desk.path(), body);
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(status).isEqualTo(change.statusCode());
        assertThat(json(preview).path("code").asInt()).isEqualTo(code);
        assertThat(json(preview).path("description").asString())
                .isEqualTo(json(change).path("description").asString());
    }

    @Test
    @DisplayName("a preview writes nothing, not even when its request id comes again")
    void writesNothing() throws Exception {
        var desk = desk(OFFICE, "2026-01-17T14:00:02Z");
        var first = desk.preview("en", "{\"quantity\":15,\"autoRenewEnabled\":true}");
        var before = database.rowsOf(desk.person().partnerId());
        var id = UUID.randomUUID().toString();
        for (var quantity : new int[] {20, 15}) {
            var body = "{\"quantity\":" + quantity + ",\"autoRenewEnabled\":true}";
            var answer = send(desk.person(), desk.path(), body, "MS-RequestId", id);
            assertThat(json(answer).at("/now/lines/1/quantity").asInt()).isEqualTo(quantity);
        }
        send(desk.person(), desk.customer() + "/carts", golden("cart.request", Map.of()), "MS-RequestId", id);
        desk.preview("en", "{\"status\":\"deleted\"}");
        send(desk.person(), desk.path() + "/transitions", upgrade(STANDARD, 5), "MS-RequestId", id);
        assertThat(database.rowsOf(desk.person().partnerId())).isEqualTo(before);
        var again = desk.preview("en", "{\"quantity\":15,\"autoRenewEnabled\":true}");
        assertEquals(first.body(), again.body(), JSONCompareMode.STRICT);
    }

    private Desk desk(NewOrderLine line, String at) {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        var subscription = counter.sold(person, customer, line).id();
        clocks.passTo(person.partnerId(), Instant.parse(at));
        var path = "/customers/" + customer + "/subscriptions/" + subscription;
        return new Desk(person, "/customers/" + customer, path, subscription.toString());
    }

    private static void assertGolden(String name, Desk desk, HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertEquals(golden(name, Map.of("subscription", desk.subscription())), answer.body(), JSONCompareMode.STRICT);
    }

    private static String golden(String name, Map<String, String> places) {
        return Counter.golden("previews/" + name + ".json", places);
    }

    private HttpResponse<String> send(Person person, String path, String body, String header, String value)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oroshi/previews" + path))
                .header("Authorization", "Bearer " + callers.token(person))
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(BodyPublishers.ofString(body));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** A subscription in the hands of somebody who wants to know. */
    private final class Desk {
        private final Person person;
        private final String customer;
        private final String path;
        private final String subscription;

        private Desk(Person person, String customer, String path, String subscription) {
            this.person = person;
            this.customer = customer;
            this.path = path;
            this.subscription = subscription;
        }

        Person person() {
            return person;
        }

        String customer() {
            return customer;
        }

        String path() {
            return path;
        }

        String subscription() {
            return subscription;
        }

        HttpResponse<String> preview(String language, String body) throws Exception {
            return send(person, path, body, "X-Locale", language);
        }
    }
}
