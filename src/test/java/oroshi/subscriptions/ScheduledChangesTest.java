package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skyscreamer.jsonassert.JSONCompareMode;
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

/** What partners schedule for a renewal: how it is said, what is refused, and what becomes of it. */
@OroshiTest
class ScheduledChangesTest {
    /** 900 yen a month, or 10800 a year. */
    private static final NewOrderLine BASIC = NewOrderLine.of("CFQ7TTC0LH18:0001", 12, BillingCycle.MONTHLY)
            .withTerm(Term.ONE_YEAR)
            .withFriendlyName("Office staff");

    private static final String TO_STANDARD = next("CFQ7TTC0LDPB", "0001", "P1Y", "monthly", 10);
    private static final String RENEWAL = "2027-01-15T00:00:00Z";

    @Autowired
    private Counter counter;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private Clocks clocks;

    @Test
    void showsWhatIsScheduledUntilItIsLeftOut() throws Exception {
        var desk = desk(BASIC);
        var places = desk.places();
        var answer = desk.patch(Counter.golden("subscriptions/schedule.request.json", places));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        places.put(
                "nextAvailability",
                json(answer)
                        .at("/scheduledNextTermInstructions/product/availabilityId")
                        .asString());
        assertThat(places.get("nextAvailability")).isNotEmpty();
        var golden = Counter.golden("subscriptions/schedule.response.json", places);
        assertEquals(golden, answer.body(), JSONCompareMode.STRICT);
        assertEquals(golden, counter.get(desk.person, desk.path()).body(), JSONCompareMode.STRICT);

        var version = desk.stored().version();
        assertThat(desk.patch(answer.body()).statusCode()).isEqualTo(200);
        assertThat(desk.stored().version()).as("sent back as read").isEqualTo(version);
        var renamed = ((ObjectNode) json(answer)).put("friendlyName", "Renamed");
        assertThat(scheduled(desk.patch(renamed.toString())).isMissingNode()).isFalse();
        var without = desk.patch("{\"autoRenewEnabled\":true}");
        assertThat(scheduled(without).isMissingNode()).isTrue();
        assertThat(json(without).path("renewalTermDuration").asString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"product\":null,\"quantity\":null,\"customTermEndDate\":null}"})
    void takesBackWhatIsScheduled(String nothing) throws Exception {
        var desk = desk(BASIC);
        desk.schedule(TO_STANDARD);
        desk.schedule(next("CFQ7TTC0LH18", "0001", "P3Y", "triennial", 12));
        assertThat(desk.stored().upcoming().nextTerm().orElseThrow().term()).isEqualTo(Term.THREE_YEARS);
        assertThat(scheduled(desk.schedule(nothing)).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CFQ7TTC0LH18 | 0001 | P1Y | monthly   |   0 |                       | 400 | 2002   | no seats
            CFQ7TTC0LH18 | 0001 | P1Y | monthly   | 301 |                       | 400 | 2002   | more than the maximum
            CFQ7TTC0LH18 | 0001 | P1M | annual    |   5 |                       | 400 | 900270 | longer than the term
            CFQ7TTC0LDPB | 0001 | P3Y | monthly   |   5 |                       | 400 | 800121 | not sold for three years
            CFQ7TTC0LH18 | 0001 | P3Y | biennial  |   5 |                       | 400 | 800097 | not sold every two years
            CFQ7TTC0LH18 | 0001 | P1Y | weekly    |   5 |                       | 400 | 900269 | no cycle
            CFQ7TTC0LH18 | 0001 | soon| monthly   |   5 |                       | 400 | 800121 | no term
            CFQ7TTC0LH18 | 000P | P1M | none      |  25 |                       | 400 | 2006   | a trial
            CFQ7TTC0LH16 | 0001 | P1Y | monthly   |   5 |                       | 400 | 2006   | no path leads there
            CFQ7TTC0XXXX | 0001 | P1Y | monthly   |   5 |                       | 400 | 3000   | unknown
            CFQ7TTC0LH18 | 0001 | P1Y | monthly   |   5 | 2027-01-14T00:00:00Z  | 400 | 900245 | before the term
            CFQ7TTC0LH18 | 0001 | P1Y | monthly   |   5 | 2028-01-31T00:00:00Z  | 400 | 900245 | after the term
            CFQ7TTC0LH18 | 0001 | P1M | monthly   |   5 | 2027-01-30T00:00:00Z  | 400 | 900245 | near the end of the month
            CFQ7TTC0LH18 | 0001 | P1Y | monthly   |   5 | 2027-06-15T00:00:00Z  | 400 | 900246 | nothing ends there
            CFQ7TTC0LH18 | 0001 | P1Y | monthly   |   5 | some day              | 400 | 3000   | no date
            """)
    void refusesWhatCannotBeScheduled(
            String product,
            String sku,
            String term,
            String cycle,
            int seats,
            String end,
            int status,
            int code,
            String because)
            throws Exception {
        var desk = desk(BASIC);
        var date = end == null ? "" : ",\"customTermEndDate\":\"" + end + "\"";
        var wish = next(product, sku, term, cycle, seats);
        assertError(desk.schedule(wish.substring(0, wish.length() - 1) + date + "}"), status, code, because);
        assertThat(desk.stored().upcoming()).isEqualTo(Upcoming.NOTHING);
    }

    @Test
    void refusesAScheduleForWhatDoesNotRenew() throws Exception {
        var desk = desk(BASIC);
        assertError(desk.patch("{\"scheduledNextTermInstructions\":" + TO_STANDARD + "}"), 400, 800093, "off");
        assertError(
                desk.patch("{\"status\":\"suspended\",\"autoRenewEnabled\":true,\"scheduledNextTermInstructions\":"
                        + TO_STANDARD + "}"),
                400,
                800093,
                "being suspended");
        desk.patch("{\"status\":\"suspended\",\"autoRenewEnabled\":true}");
        assertError(desk.patch("{\"scheduledNextTermInstructions\":" + TO_STANDARD + "}"), 400, 800091, "suspended");
        var classic = desk(NewOrderLine.of("ENT-3", 10, BillingCycle.MONTHLY));
        assertError(classic.schedule(TO_STANDARD), 400, 800042, "classic");
        assertError(desk.patch("{\"scheduledNextTermInstructions\":[]}"), 400, 3000, "of another type");
        var software = desk(
                NewOrderLine.of("DG7GMGF0FKZV:0002", 1, BillingCycle.ANNUAL).withTerm(Term.ONE_YEAR));
        assertError(
                software.schedule(next("DG7GMGF0FKZV", "0002", "P1Y", "annual", 1)
                        .replace("\"quantity\"", "\"customTermEndDate\":\"2027-06-30T00:00:00Z\",\"quantity\"")),
                400,
                900244,
                "software");
        assertThat(software.schedule(next("DG7GMGF0FKZV", "0002", "P3Y", "triennial", 1))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void countsTheSeatsOfASharedMaximum() throws Exception {
        var desk = desk(BASIC);
        var other = new Desk(desk.person, desk.customer, counter.sold(desk.person, desk.customer, BASIC));
        other.patch("{\"quantity\":200,\"autoRenewEnabled\":true}");
        assertError(desk.schedule(next("CFQ7TTC0LH18", "0001", "P1Y", "monthly", 101)), 403, 800088, "too many");
        assertThat(desk.schedule(next("CFQ7TTC0LH18", "0001", "P1Y", "monthly", 100))
                        .statusCode())
                .isEqualTo(200);
        other.patch("{\"quantity\":288,\"autoRenewEnabled\":true}");
        other.patch("{\"autoRenewEnabled\":false}");
        desk.at("2027-01-14T23:59:00Z");
        desk.at(RENEWAL);
        var renewed = desk.eventually(one -> one.commitment().startsOn().equals(LocalDate.of(2027, 1, 15)));
        assertThat(renewed.quantity()).as("no room any more, so as before").isEqualTo(12);
        assertThat(renewed.upcoming()).isEqualTo(Upcoming.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"quantity\":13,\"autoRenewEnabled\":true,\"scheduledNextTermInstructions\":%s}",
                "{\"autoRenewEnabled\":false,\"scheduledNextTermInstructions\":%s}",
                "{\"status\":\"suspended\",\"autoRenewEnabled\":true,\"scheduledNextTermInstructions\":%s}",
                "{\"status\":\"deleted\",\"autoRenewEnabled\":true,\"scheduledNextTermInstructions\":%s}",
                "{\"termDuration\":\"P3Y\",\"autoRenewEnabled\":true,\"scheduledNextTermInstructions\":%s}"
            })
    void forgetsTheScheduleWhenTheSubscriptionChanges(String change) throws Exception {
        var desk = desk(BASIC);
        desk.schedule(TO_STANDARD);
        var answer = desk.patch(change.formatted(TO_STANDARD));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(scheduled(answer).isMissingNode()).as(answer.body()).isTrue();
    }

    @Test
    void appliesQuantityAndAnotherScheduleTogether() throws Exception {
        var desk = desk(BASIC);
        desk.schedule(TO_STANDARD);
        var three = next("CFQ7TTC0LH18", "0001", "P3Y", "annual", 20);
        var answer = desk.patch(
                "{\"quantity\":13,\"autoRenewEnabled\":true,\"scheduledNextTermInstructions\":" + three + "}");
        assertThat(json(answer).path("quantity").asInt()).isEqualTo(13);
        assertThat(scheduled(answer).path("quantity").asInt()).isEqualTo(20);
    }

    @Test
    void keepsTheScheduleForTheJavaClientThatDoesNotKnowIt() throws Exception {
        var desk = desk(BASIC);
        desk.schedule(TO_STANDARD);
        assertThat(desk.patchAsJava("{\"friendlyName\":\"New\",\"autoRenewEnabled\":true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(desk.stored().friendlyName()).isEqualTo("New");
        assertThat(desk.stored().upcoming().nextTerm()).isPresent();
        desk.patchAsJava("{\"autoRenewEnabled\":false}");
        assertThat(desk.stored().upcoming().nextTerm()).isEmpty();
    }

    @Test
    @DisplayName("a schedule is carried out once, on the day of the renewal, at the price of that day")
    void carriesTheScheduleOut() throws Exception {
        var desk = desk(BASIC);
        desk.schedule(next("CFQ7TTC0LDPB", "0001", "P1Y", "annual", 10)
                .replace("\"quantity\"", "\"customTermEndDate\":\"2027-12-31T00:00:00Z\",\"quantity\""));
        desk.at(RENEWAL);
        var renewed = desk.eventually(one -> one.item().key().equals("CFQ7TTC0LDPB:0001"));
        assertThat(renewed.quantity()).isEqualTo(10);
        assertThat(renewed.commitment().billingCycle()).isEqualTo(BillingCycle.ANNUAL);
        assertThat(renewed.commitment().lastDay()).contains(LocalDate.of(2027, 12, 31));
        assertThat(renewed.batches().openSeats(Instant.parse("2027-01-21T00:00:00Z")))
                .isEqualTo(10);
        assertThat(renewed.upcoming()).isEqualTo(Upcoming.NOTHING);
        var last = desk.charges().getLast();
        assertThat(last.reason()).isEqualTo(ChargeReason.RENEW);
        assertThat(last.from()).isEqualTo("2027-01-15");
        assertThat(last.amount().getAmountMajorInt()).isEqualTo(216_946); // 22560 / 365 * 351 days * 10
        desk.at("2027-01-16T00:00:00Z");
        desk.pause();
        assertThat(desk.charges()).hasSize(13); // the purchase, eleven cycles, the renewal
        assertThat(desk.read().path("offerName").asString()).isEqualTo("Microsoft 365 Business Standard");
    }

    @Test
    void freezesTheScheduleWhileTheRenewalIsQueued() throws Exception {
        var desk = desk(BASIC);
        desk.schedule(TO_STANDARD);
        var stored = desk.stored();
        var wish = PlanChange.atRenewal(NextTermWish.NOTHING);
        var change = SubscriptionChange.none().with(wish).against(stored);
        var queued = LocalDate.of(2027, 1, 15);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                oroshi.basics.Refusal.class, () -> StateRules.require(stored, change, queued))
                        .reason())
                .isEqualTo(SubscriptionRefusal.RENEWING);
        assertThat(SubscriptionRefusal.RENEWING.code()).isEqualTo(900278);
        StateRules.require(stored, change, queued.minusDays(1));
    }

    @Test
    void convertsATrialAsScheduled() throws Exception {
        var desk = desk(NewOrderLine.of("CFQ7TTC0LH18:000P", 25, BillingCycle.NONE));
        var shown = desk.read();
        assertThat(shown.at("/scheduledNextTermInstructions/product/skuId").asString())
                .isEqualTo("0001");
        assertThat(shown.at("/scheduledNextTermInstructions/product/billingCycle")
                        .asString())
                .isEqualTo("Monthly");
        assertThat(shown.at("/scheduledNextTermInstructions/quantity").asInt()).isEqualTo(25);
        var version = desk.stored().version();
        desk.patch(shown.toString());
        assertThat(desk.stored().version()).as("sent back as read").isEqualTo(version);
        assertError(desk.schedule(next("CFQ7TTC0LF8Q", "0001", "P1Y", "annual", 30)), 400, 2006, "no target");
        assertError(
                desk.schedule(next("CFQ7TTC0LCHC", "0002", "P1Y", "annual", 30)
                        .replace("\"quantity\"", "\"customTermEndDate\":\"2026-06-30T00:00:00Z\",\"quantity\"")),
                400,
                900244,
                "a trial ends as it does");
        assertError(desk.patch("{\"termDuration\":\"P1Y\",\"autoRenewEnabled\":true}"), 400, 800107, "a trial");
        desk.schedule(next("CFQ7TTC0LCHC", "0002", "P1Y", "annual", 30));
        desk.at("2026-02-15T00:00:00Z");
        var paid = desk.eventually(one -> !one.item().isTrial());
        assertThat(paid.item().key()).isEqualTo("CFQ7TTC0LCHC:0002");
        assertThat(paid.quantity()).isEqualTo(30);
        assertThat(paid.promotionId()).as("none for a conversion").isEmpty();
        var last = desk.charges().getLast();
        assertThat(last.reason()).isEqualTo(ChargeReason.CONVERT);
        assertThat(last.amount().getAmountMajorInt()).isEqualTo(1_188_000); // 39600 * 30
    }

    @Test
    void showsNothingForATrialThatIsToEnd() throws Exception {
        var desk = desk(NewOrderLine.of("CFQ7TTC0LH18:000P", 25, BillingCycle.NONE));
        desk.patch("{\"autoRenewEnabled\":false}");
        assertThat(desk.read().path("scheduledNextTermInstructions").isMissingNode())
                .isTrue();
        desk.at("2026-02-15T00:00:00Z");
        desk.eventually(one -> one.status() == SubscriptionStatus.EXPIRED);
    }

    @Test
    void saysWhichPromotionWillApply() throws Exception {
        var teams =
                NewOrderLine.of("CFQ7TTC0JN4R:0001", 10, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR);
        var desk = desk(teams);
        var answer = desk.schedule(next("CFQ7TTC0JN4R", "0001", "P1Y", "annual", 10));
        var id = scheduled(answer).at("/product/promotionId").asString();
        assertThat(id).startsWith("39NFJQT1TM17:0001");
        assertThat(scheduled(desk.schedule(next("CFQ7TTC0JN4R", "0001", "P1Y", "monthly", 11)))
                        .at("/product/promotionId")
                        .isMissingNode())
                .as("only for those who pay the year")
                .isTrue();
        assertError(
                desk.schedule(next("CFQ7TTC0JN4R", "0001", "P1Y", "monthly", 10)
                        .replace("\"productId\"", "\"promotionId\":\"" + id + "\",\"productId\"")),
                400,
                27007,
                "of another cycle");
        desk.schedule(next("CFQ7TTC0JN4R", "0001", "P1Y", "annual", 10));
        desk.at(RENEWAL);
        var renewed = desk.eventually(one -> one.promotionId().isPresent());
        assertThat(renewed.promotionId()).contains(id);
        assertThat(renewed.unitPrice().getAmountMajorInt()).isEqualTo(7_110); // 9480 * 0.75
        assertThat(desk.read().path("promotionId").asString()).isEqualTo(id);
    }

    @Test
    void losesThePromotionOfAFirstPurchaseAtTheRenewal() throws Exception {
        var premium =
                NewOrderLine.of("CFQ7TTC0LCHC:0002", 10, BillingCycle.ANNUAL).withTerm(Term.ONE_YEAR);
        var desk = desk(premium);
        assertThat(desk.stored().unitPrice().getAmountMajorInt()).isEqualTo(33_660); // 39600 * 0.85
        desk.at(RENEWAL);
        var renewed = desk.eventually(one -> one.commitment().startsOn().equals(LocalDate.of(2027, 1, 15)));
        assertThat(renewed.unitPrice().getAmountMajorInt()).isEqualTo(39_600);
        assertThat(renewed.promotionId()).isEmpty();
    }

    private static String next(String product, String sku, String term, String cycle, int seats) {
        return "{\"product\":{\"productId\":\"%s\",\"skuId\":\"%s\",\"billingCycle\":\"%s\",\"termDuration\":\"%s\"},\"quantity\":%d}"
                .formatted(product, sku, cycle, term, seats);
    }

    private Desk desk(NewOrderLine line) {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        return new Desk(person, customer, counter.sold(person, customer, line));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static JsonNode scheduled(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("scheduledNextTermInstructions");
    }

    private static void assertError(HttpResponse<String> answer, int status, int code, String because) {
        assertThat(answer.statusCode()).as(because + " " + answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt())
                .as(because + " " + answer.body())
                .isEqualTo(code);
    }

    /** Somebody with a subscription to schedule something for. */
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

        JsonNode read() throws Exception {
            return json(counter.get(person, path()));
        }

        HttpResponse<String> patch(String body) throws Exception {
            return counter.patch(person, path(), body);
        }

        HttpResponse<String> patchAsJava(String body) throws Exception {
            return counter.send(counter.request(person, path())
                    .header("MS-PartnerCenter-Client", "Partner Center Java SDK")
                    .method("PATCH", BodyPublishers.ofString(body)));
        }

        HttpResponse<String> schedule(String instructions) throws Exception {
            return patch("{\"autoRenewEnabled\":true,\"scheduledNextTermInstructions\":" + instructions + "}");
        }

        Subscription stored() {
            return PartnerScope.call(
                    person.partnerId(), () -> subscriptions.get(person.partnerId(), customer, subscription.id()));
        }

        List<ChargeFact> charges() {
            return PartnerScope.call(
                    person.partnerId(), () -> subscriptions.charges(person.partnerId(), subscription.id()));
        }

        void at(String instant) {
            clocks.stopAt(person.partnerId(), Instant.parse(instant));
        }

        void pause() {
            LockSupport.parkNanos(Duration.ofMillis(1_500).toNanos());
        }

        Subscription eventually(Predicate<Subscription> wanted) {
            var seen = stored();
            for (var look = 0; look < 150 && !wanted.test(seen); look++) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                seen = stored();
            }
            assertThat(wanted.test(seen)).as(seen.toString()).isTrue();
            return seen;
        }

        Map<String, String> places() {
            var parts = subscription.item().id().split(":", -1);
            return new HashMap<>(Map.of(
                    "customer", customer.toString(),
                    "subscription", subscription.id().toString(),
                    "item", subscription.item().id(),
                    "order", subscription.orderNumber(),
                    "product", parts[0],
                    "availability", parts[2]));
        }
    }
}
