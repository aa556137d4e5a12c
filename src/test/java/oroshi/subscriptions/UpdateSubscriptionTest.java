package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.demo.DemoWorld;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Shop;
import oroshi.relationships.Partnerships;
import oroshi.relationships.Relationships;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@OroshiTest
class UpdateSubscriptionTest {
    private static final NewOrderLine NEW = NewOrderLine.of("CFQ7TTC0LH18:0001", 12, BillingCycle.MONTHLY)
            .withTerm(Term.ONE_YEAR)
            .withFriendlyName("Office staff");
    private static final NewOrderLine CLASSIC = NewOrderLine.of("ENT-3", 10, BillingCycle.MONTHLY);

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private DemoWorld world;

    @Autowired
    private Relationships relationships;

    @Autowired
    private Partnerships partnerships;

    @Autowired
    private Clocks clocks;

    @Test
    void changesEverythingThatOneRequestNames() throws Exception {
        var desk = desk(NEW, Shop.LATER);
        clocks.stopAt(desk.person().partnerId(), Instant.parse("2026-01-17T14:00:02Z"));
        var answer = desk.patch(Counter.golden("subscriptions/update-subscription.request.json", desk.places()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var golden = Counter.golden("subscriptions/update-subscription.response.json", desk.places());
        assertEquals(golden, answer.body(), JSONCompareMode.STRICT);
        assertEquals(golden, counter.get(desk.person(), desk.path()).body(), JSONCompareMode.STRICT);
        var again = desk.patch(Counter.golden("subscriptions/update-subscription.request.json", desk.places()));
        assertEquals(golden, again.body(), JSONCompareMode.STRICT);
    }

    @Test
    void suspendsAndReactivatesWhatIsUnderAnEtag() throws Exception {
        var desk = desk(CLASSIC.withFriendlyName("Warehouse mail"), Shop.EXAMPLES);
        var places = desk.places();
        places.put("etag", desk.read().path("attributes").path("etag").asString());
        var body = Counter.golden("subscriptions/suspend-classic.request.json", places);
        var suspended = desk.patch(body);
        assertThat(suspended.statusCode()).as(suspended.body()).isEqualTo(200);
        assertThat(json(suspended).path("status").asString()).isEqualTo("suspended");

        assertError(desk.patch(body.replace("suspended", "active")), 400, 2055);
        var stale = counter.send(counter.request(desk.person(), desk.path())
                .header("If-Match", "\"" + places.get("etag") + "\"")
                .method("PATCH", BodyPublishers.ofString("{\"status\":\"active\"}")));
        assertError(stale, 412, 2055);
        assertError(desk.patch("{\"quantity\":11}"), 400, 2001);
        assertThat(json(desk.patch("{\"status\":\"active\"}")).path("status").asString())
                .isEqualTo("active");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            {"quantity":301,"autoRenewEnabled":true},                       400, 2002
            {"quantity":-1,"autoRenewEnabled":true},                        400, 2002
            {"quantity":13,"status":"suspended","autoRenewEnabled":true},   400, 2001
            {"status":"expired","autoRenewEnabled":true},                   400, 800040
            {"status":"asleep","autoRenewEnabled":true},                    400, 900126
            {"billingCycle":"annual","autoRenewEnabled":true},              400, 800097
            {"billingCycle":"fortnightly","autoRenewEnabled":true},         400, 900269
            {"billingCycle":"triennial","autoRenewEnabled":true},           400, 900270
            {"termDuration":"P1M","autoRenewEnabled":true},                 400, 800122
            {"termDuration":"P5Y","autoRenewEnabled":true},                 400, 800121
            {"termDuration":"P3Y","billingCycle":"biennial","autoRenewEnabled":true}, 400, 800097
            {"termDuration":"soon","autoRenewEnabled":true},                400, 800121
            {"partnerId":"1234567","autoRenewEnabled":true},                400, 800098
            {"scheduledNextTermInstructions":{"quantity":3},"autoRenewEnabled":true}, 400, 3000
            {"quantity":"many"},                                            400, 3000
            {"attributes":[]},                                                400, 3000
            """, delimiter = '\t')
    void refusesWhatTheRulesForbid(String line) throws Exception {
        var end = line.lastIndexOf(',', line.lastIndexOf(',') - 1);
        var numbers = line.substring(end + 1).split(",");
        var desk = desk(NEW, Shop.LATER);
        assertError(
                desk.patch(line.substring(0, end)),
                Integer.parseInt(numbers[0].strip()),
                Integer.parseInt(numbers[1].strip()));
        assertThat(desk.read().path("quantity").asInt()).isEqualTo(12);
    }

    @Test
    void switchesTheRenewalOffWhenABodyLeavesItOut() throws Exception {
        var desk = desk(NEW, Shop.LATER);
        assertThat(json(desk.patch("{\"friendlyName\":\"Old client\"}"))
                        .path("autoRenewEnabled")
                        .asBoolean())
                .isFalse();
        assertThat(json(desk.patch("{\"autoRenewEnabled\":true}"))
                        .path("autoRenewEnabled")
                        .asBoolean())
                .isTrue();
        var suspended = json(desk.patch("{\"status\":\"suspended\",\"autoRenewEnabled\":true}"));
        assertThat(suspended.path("autoRenewEnabled").asBoolean()).isFalse();
        assertError(desk.patch("{\"autoRenewEnabled\":true}"), 400, 800091);
        assertError(desk.patch("{\"quantity\":13}"), 400, 800091);
        assertThat(json(desk.patch("{\"status\":\"active\"}"))
                        .path("autoRenewEnabled")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void refusesTheWordsOfClassicOffersToo() throws Exception {
        var desk = desk(CLASSIC, Shop.EXAMPLES);
        assertError(desk.patch("{\"billingCycle\":\"annual\"}"), 400, 2054);
        assertError(desk.patch("{\"status\":\"deleted\"}"), 400, 800040);
        assertThat(json(desk.patch("{\"autoRenewEnabled\":false,\"quantity\":0,\"status\":\"none\"}"))
                        .path("autoRenewEnabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("J2-A2 on the wire a licence change waits for the agreement, and nothing else does")
    void waitsForTheAgreement() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person, Optional.empty(), false);
        var desk = new Desk(person, customer, counter.sold(person, customer, CLASSIC));
        assertError(desk.patch("{\"quantity\":12}"), 403, 13605);
        assertThat(desk.patch("{\"quantity\":10,\"status\":\"suspended\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("J3-A5 neither a reseller nor somebody without the role changes a subscription")
    void letsOnlySellersChange() throws Exception {
        var provider = counter.partner(PartnerType.INDIRECT_PROVIDER, Shop.LATER);
        var reseller = counter.partner(PartnerType.INDIRECT_RESELLER, Shop.LATER);
        var customer = counter.customer(provider, Optional.of(reseller.partnerId()), true);
        var desk = new Desk(provider, customer, counter.sold(provider, customer, NEW));
        assertError(counter.patch(reseller, desk.path(), "{\"friendlyName\":\"Mine\"}"), 403, 900150);
        var helpdesk = callers.aPersonOf(provider.partnerId(), Role.HELPDESK_AGENT);
        assertError(counter.patch(helpdesk, desk.path(), "{\"friendlyName\":\"Mine\"}"), 403, 900150);
        var stranger = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        assertError(counter.patch(stranger, desk.path(), "{\"friendlyName\":\"Mine\"}"), 404, 60003);
        var ownNumber = json(counter.get(provider, desk.path()));
        assertThat(ownNumber.path("friendlyName").asString()).isEqualTo("Office staff");
    }

    @Test
    void namesWhoSupportsASubscription() throws Exception {
        var provider = counter.partner(PartnerType.INDIRECT_PROVIDER, Shop.LATER);
        var reseller = counter.partner(PartnerType.INDIRECT_RESELLER, Shop.LATER);
        var customer = counter.customer(provider);
        var desk = new Desk(provider, customer, counter.sold(provider, customer, NEW));
        var path = desk.path() + "/supportcontact";
        assertThat(json(counter.get(provider, path)).path("supportTenantId").asString())
                .isEqualTo(provider.partnerId().toString());
        var wish = "{\"supportTenantId\":\"%s\",\"supportMpnId\":\"1\"}";
        assertError(counter.put(provider, path, wish.formatted(reseller.partnerId())), 400, 800016);
        assertError(counter.put(provider, path, wish.formatted(java.util.UUID.randomUUID())), 404, 800015);
        assertError(counter.put(provider, path, "{}"), 400, 3000);
        world.connect(provider.partnerId(), reseller.partnerId());
        assertError(counter.put(provider, path, wish.formatted(reseller.partnerId())), 400, 800016);
        PartnerScope.run(
                provider.partnerId(), () -> relationships.share(provider.partnerId(), customer, reseller.partnerId()));
        var named = counter.put(provider, path, wish.formatted(reseller.partnerId()));
        assertThat(named.statusCode()).as(named.body()).isEqualTo(200);
        var read = json(counter.get(provider, path));
        assertThat(read.path("supportTenantId").asString())
                .isEqualTo(reseller.partnerId().toString());
        assertThat(read.at("/attributes/objectType").asString()).isEqualTo("SupportContact");
        assertThat(read.at("/links/self/uri").asString()).isEqualTo(path);
        assertError(counter.put(reseller, path, wish.formatted(reseller.partnerId())), 403, 900150);
        PartnerScope.run(provider.partnerId(), () -> partnerships.remove(provider.partnerId(), reseller.partnerId()));
        assertThat(json(counter.get(provider, path)).path("supportTenantId").asString())
                .isEqualTo(reseller.partnerId().toString());
        PartnerScope.run(reseller.partnerId(), () -> relationships.administer(reseller.partnerId(), customer, false));
        assertThat(json(counter.get(provider, path)).path("supportTenantId").asString())
                .isEqualTo(provider.partnerId().toString());
    }

    @Test
    void listsTheAddOnsOfABase() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var base = new Desk(person, customer, counter.sold(person, customer, CLASSIC));
        assertThat(json(counter.get(person, base.path() + "/addons"))
                        .path("totalCount")
                        .asInt())
                .isZero();
        var addOn = new Desk(
                person,
                customer,
                counter.sold(person, customer, NewOrderLine.of("ADD-PHONE", 5, BillingCycle.MONTHLY)));
        var listed = json(counter.get(person, base.path() + "/addons"));
        assertThat(listed.path("totalCount").asInt()).isEqualTo(1);
        assertThat(listed.at("/items/0/parentSubscriptionId").asString())
                .isEqualTo(base.subscription.id().toString());

        assertError(addOn.patch("{\"quantity\":11}"), 400, 2002);
        assertError(base.patch("{\"quantity\":4}"), 400, 2002);
        base.patch("{\"status\":\"suspended\"}");
        assertThat(addOn.read().path("status").asString()).isEqualTo("suspended");
        assertError(addOn.patch("{\"status\":\"active\"}"), 409, 27009);
        base.patch("{\"status\":\"active\"}");
        assertThat(json(addOn.patch("{\"status\":\"active\"}")).path("status").asString())
                .isEqualTo("active");
    }

    @Test
    void losesNoUpdateOfTwentyClientsAtOnce() throws Exception {
        var desk = desk(CLASSIC, Shop.EXAMPLES);
        assertThat(Together.run(20, () -> addOne(desk))).containsOnly(200);
        assertThat(desk.read().path("quantity").asInt()).isEqualTo(30);
    }

    /** As a client does: read, change, and begin again when somebody was faster. */
    private static int addOne(Desk desk) throws Exception {
        for (var attempt = 0; attempt < 200; attempt++) {
            var seen = (ObjectNode) desk.read();
            seen.put("quantity", seen.path("quantity").asInt() + 1);
            var answer = desk.patch(seen.toString());
            if (answer.statusCode() != 400) {
                return answer.statusCode();
            }
            assertError(answer, 400, 2055);
        }
        return 0;
    }

    private Desk desk(NewOrderLine line, Instant at) {
        var person = counter.partner(PartnerType.DIRECT_BILL, at);
        var customer = counter.customer(person);
        return new Desk(person, customer, counter.sold(person, customer, line));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void assertError(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt()).as(answer.body()).isEqualTo(code);
    }

    /** Somebody with a subscription to change. */
    private final class Desk {
        private final Person person;
        private final CustomerId customer;
        private final Subscription subscription;

        private Desk(Person person, CustomerId customer, Subscription subscription) {
            this.person = person;
            this.customer = customer;
            this.subscription = subscription;
        }

        Person person() {
            return person;
        }

        String path() {
            return "/customers/" + customer + "/subscriptions/" + subscription.id();
        }

        JsonNode read() throws Exception {
            return json(counter.get(person, path()));
        }

        HttpResponse<String> patch(String body) throws Exception {
            return counter.patch(person, path(), body);
        }

        Map<String, String> places() {
            var parts = subscription.item().id().split(":", -1);
            var places = new HashMap<>(Map.of(
                    "customer", customer.toString(),
                    "subscription", subscription.id().toString(),
                    "item", subscription.item().id(),
                    "order", subscription.orderNumber(),
                    "product", parts[0]));
            places.put("availability", parts.length > 2 ? parts[2] : "");
            return places;
        }
    }
}
