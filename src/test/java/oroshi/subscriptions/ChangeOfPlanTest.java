package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Shop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Another way to pay inside a term, and a longer term at once, as clients ask for them. */
@OroshiTest
class ChangeOfPlanTest {
    /** 900 yen a month, or 10800 a year. */
    private static final NewOrderLine BASIC = NewOrderLine.of("CFQ7TTC0LH18:0001", 12, BillingCycle.MONTHLY);

    @Autowired
    private Counter counter;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private Clocks clocks;

    @Test
    void paysByTheYearFromTheNextChargeOn() throws Exception {
        var desk = desk(BASIC.withTerm(Term.THREE_YEARS));
        var answer = desk.patch("{\"autoRenewEnabled\":true,\"billingCycle\":\"annual\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var asked = (ObjectNode) json(answer);
        assertThat(asked.path("billingCycle").asString()).isEqualTo("monthly");
        assertThat(asked.at("/nextChargeInstructions/product/billingCycle").asString())
                .isEqualTo("Annual");
        assertThat(asked.at("/nextChargeInstructions/product/termDuration").asString())
                .isEqualTo("P3Y");
        assertThat(asked.at("/nextChargeInstructions/quantity").asInt()).isEqualTo(12);

        var kept = json(desk.patch(asked.put("friendlyName", "By the year").toString()));
        assertThat(kept.path("nextChargeInstructions").isMissingNode()).isFalse();
        var java = counter.send(counter.request(desk.person, desk.path())
                .header("MS-PartnerCenter-Client", "Partner Center Java SDK")
                .method("PATCH", BodyPublishers.ofString("{\"autoRenewEnabled\":true}")));
        assertThat(json(java).path("nextChargeInstructions").isMissingNode()).isFalse();
        var without = json(desk.patch("{\"autoRenewEnabled\":true,\"billingCycle\":\"monthly\"}"));
        assertThat(without.path("nextChargeInstructions").isMissingNode()).isTrue();

        desk.patch("{\"autoRenewEnabled\":true,\"billingCycle\":\"annual\"}");
        assertThat(desk.stored().upcoming().nextCharge()).isPresent();
        desk.at("2026-02-15T00:00:00Z");
        desk.until(BillingCycle.ANNUAL);
        assertThat(desk.said())
                .containsExactly(
                        "NEW 12 2026-01-15 JPY 10800",
                        "CHANGE_BILLING_PLAN 12 2026-02-15 JPY 118800"); // 10800 * 11 / 12 * 12
        var late = desk.patch(kept.toString());
        assertThat(json(late).path("billingCycle").asString())
                .as("a body that is older than the charge asks for nothing")
                .isEqualTo("annual");
        assertThat(json(late).path("nextChargeInstructions").isMissingNode()).isTrue();
        assertError(desk.patch("{\"autoRenewEnabled\":true,\"billingCycle\":\"triennial\"}"), 400, 800097);
    }

    @Test
    void changesNoOtherCycle() throws Exception {
        var year = desk(BASIC.withTerm(Term.ONE_YEAR));
        assertError(year.patch("{\"autoRenewEnabled\":true,\"billingCycle\":\"annual\"}"), 400, 800097);
        var month = desk(BASIC.withTerm(Term.ONE_MONTH));
        assertError(month.patch("{\"autoRenewEnabled\":true,\"billingCycle\":\"annual\"}"), 400, 900270);
    }

    @Test
    void beginsALongerTermAtOnce() throws Exception {
        var desk = desk(BASIC.withTerm(Term.ONE_MONTH));
        desk.at("2026-01-20T10:00:00Z");
        assertError(
                desk.patch("{\"autoRenewEnabled\":true,\"termDuration\":\"P1Y\",\"billingCycle\":\"triennial\"}"),
                400,
                900270);
        var answer = desk.patch("{\"autoRenewEnabled\":true,\"termDuration\":\"P1Y\",\"billingCycle\":\"annual\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var prolonged = json(answer);
        assertThat(prolonged.path("termDuration").asString()).isEqualTo("P1Y");
        assertThat(prolonged.path("billingCycle").asString()).isEqualTo("annual");
        assertThat(prolonged.path("commitmentEndDate").asString()).isEqualTo("2027-01-19T00:00:00Z");
        assertThat(prolonged.path("cancellationAllowedUntilDate").asString()).isEqualTo("2026-01-27T10:00:00.0000000Z");
        assertThat(desk.said())
                .containsExactly(
                        "NEW 12 2026-01-15 JPY 12960",
                        "CHANGE_TERM -12 2026-01-20 JPY -10869", // 1080 / 31 * 26 * 12
                        "CHANGE_TERM 12 2026-01-20 JPY 129600");
        assertError(
                desk.patch("{\"autoRenewEnabled\":true,\"termDuration\":\"P1M\",\"billingCycle\":\"monthly\"}"),
                400,
                800122);
        desk.at("2027-01-20T00:00:00Z");
        for (var look = 0; look < 150 && desk.stored().commitment().startsOn().getYear() < 2027; look++) {
            LockSupport.parkNanos(100_000_000);
        }
        assertThat(desk.stored().commitment().startsOn()).isEqualTo(LocalDate.of(2027, 1, 20));
        assertThat(desk.said()).last().isEqualTo("RENEW 12 2027-01-20 JPY 129600");
    }

    @Test
    void prolongsNoOtherKindOfProduct() throws Exception {
        var software = desk(
                NewOrderLine.of("DG7GMGF0FKZV:0002", 1, BillingCycle.ANNUAL).withTerm(Term.ONE_YEAR));
        assertError(
                software.patch("{\"autoRenewEnabled\":true,\"termDuration\":\"P3Y\",\"billingCycle\":\"annual\"}"),
                400,
                800042);
    }

    private Desk desk(NewOrderLine line) {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
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

        String path() {
            return "/customers/" + customer + "/subscriptions/" + subscription.id();
        }

        HttpResponse<String> patch(String body) throws Exception {
            return counter.patch(person, path(), body);
        }

        Subscription stored() {
            return PartnerScope.call(
                    person.partnerId(), () -> subscriptions.get(person.partnerId(), customer, subscription.id()));
        }

        List<String> said() {
            return PartnerScope.call(
                            person.partnerId(), () -> subscriptions.charges(person.partnerId(), subscription.id()))
                    .stream()
                    .map(fact -> "%s %d %s %s".formatted(fact.reason(), fact.quantity(), fact.from(), fact.amount()))
                    .toList();
        }

        void at(String instant) {
            clocks.stopAt(person.partnerId(), Instant.parse(instant));
        }

        void until(BillingCycle cycle) {
            for (var look = 0; look < 150 && stored().commitment().billingCycle() != cycle; look++) {
                LockSupport.parkNanos(100_000_000);
            }
            assertThat(stored().commitment().billingCycle()).isEqualTo(cycle);
        }
    }
}
