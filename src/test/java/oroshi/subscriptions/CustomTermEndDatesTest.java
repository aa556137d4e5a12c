package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Shop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On which days a license may end. The clock shows 15 January 2026. */
@OroshiTest
class CustomTermEndDatesTest {
    private static final NewOrderLine YEAR =
            NewOrderLine.of("CFQ7TTC0LH18:0001", 12, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR);
    private static final NewOrderLine MONTH =
            NewOrderLine.of("CFQ7TTC0LH18:0001", 2, BillingCycle.MONTHLY).withTerm(Term.ONE_MONTH);

    @Autowired
    private Counter counter;

    @Test
    void listsTheEndsOfMonthsAndOfWhatTheCustomerHas() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        var year = counter.sold(person, customer, YEAR);
        var answer = dates(person, customer, "term_duration=P1Y&term_start_date=2026-11-20T10:00:00Z");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var places = new HashMap<>(Map.of(
                "customer", customer.toString(), "subscription", year.id().toString()));
        assertEquals(
                Counter.golden("subscriptions/custom-term-end-dates.response.json", places),
                answer.body(),
                JSONCompareMode.STRICT);
    }

    @Test
    void letsOnlyMonthsFollowMonths() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        counter.sold(person, customer, YEAR);
        var month = counter.sold(person, customer, MONTH);
        assertThat(days(dates(person, customer, "TermDuration=p1m")))
                .containsExactly("2026-01-31T00:00:00", "2026-02-14T00:00:00");
        assertThat(days(dates(person, customer, "term_duration=P1Y"))).doesNotContain("2026-02-14T00:00:00");
        assertThat(days(dates(person, customer, "term_duration=P1M&target_coterm_subscription_id=" + month.id())))
                .containsExactly("2026-02-14T00:00:00");
        assertThat(days(dates(person, customer, "term_duration=P3Y&targetCotermSubscriptionId=" + month.id())))
                .isEmpty();
    }

    @Test
    void followsASubscriptionInLaterYearsToo() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        var year = counter.sold(person, customer, YEAR);
        assertThat(days(dates(person, customer, "term_duration=P3Y&target_coterm_subscription_id=" + year.id())))
                .containsExactly("2027-01-14T00:00:00", "2028-01-14T00:00:00", "2029-01-14T00:00:00");
        assertThat(days(dates(person, customer, "term_duration=P3Y"))).hasSize(36 + 3);
    }

    @Test
    void alignsWithNothingThatTheCustomerDoesNotHave() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var others = counter.sold(person, counter.customer(person), YEAR).id();
        var customer = counter.customer(person);
        for (var id : List.of(others.toString(), UUID.randomUUID().toString())) {
            assertThat(days(dates(person, customer, "term_duration=P1Y&target_coterm_subscription_id=" + id)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, 800002",
        "term_duration=P2Y, 400, 800002",
        "term_duration=soon, 400, 800002",
        "term_duration=P1Y&term_start_date=tomorrow, 400, 800002",
        "term_duration=P1Y&target_coterm_subscription_id=mine, 400, 800002"
    })
    void refusesWhatItCannotRead(String query, int status, int code) throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var answer = dates(person, counter.customer(person), query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt()).as(answer.body()).isEqualTo(code);
        var foreign = dates(person, new CustomerId(UUID.randomUUID()), "term_duration=P1Y");
        assertThat(foreign.statusCode()).isIn(403, 404);
    }

    private HttpResponse<String> dates(Person person, CustomerId customer, String query) throws Exception {
        return counter.get(person, "/customers/" + customer + "/subscriptions/customTermEndDates?" + query);
    }

    private static List<String> days(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer)
                .path("items")
                .valueStream()
                .map(item -> item.path("allowedCustomTermEndDate").asString())
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
