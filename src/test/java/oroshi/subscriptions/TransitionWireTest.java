package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;
import static oroshi.subscriptions.UpgradeDesk.assertError;
import static oroshi.subscriptions.UpgradeDesk.json;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import oroshi.basics.PartnerType;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Shop;

@OroshiTest
class TransitionWireTest {
    /** 900 yen a month; the product above it costs 1880. */
    private static final String BASIC = "CFQ7TTC0LH18:0001";

    private static final String STANDARD = "CFQ7TTC0LDPB:0001";
    private static final String PREMIUM = "CFQ7TTC0LCHC:0002";
    private static final String E3 = "CFQ7TTC0LFLX:0001";
    private static final String E5 = "CFQ7TTC0LFLZ:0002";
    private static final String TRIAL = "CFQ7TTC0LFLZ:000R";

    @Autowired
    private UpgradeDesk desk;

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Test
    void upgradesAllSeatsInPlace() throws Exception {
        var owner = desk.owner(Shop.LATER);
        var basic = owner.buys(yearly(BASIC, 12));
        owner.at("2026-01-20T08:00:00Z");
        var places = places(owner, basic, STANDARD);
        var answer = owner.post(
                basic, "/transitions", Counter.golden("subscriptions/create-transition.request.json", places));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        places.put("operation", json(answer).path("operationId").asString());
        assertEquals(
                Counter.golden("subscriptions/create-transition.response.json", places),
                answer.body(),
                JSONCompareMode.STRICT);
        assertEquals(
                Counter.golden("subscriptions/list-transitions.response.json", places),
                owner.get(basic, "/transitions?operationId=" + places.get("operation"))
                        .body(),
                JSONCompareMode.STRICT);
        assertThat(json(owner.get(basic, "/transitions?operationId=" + UUID.randomUUID()))
                        .path("totalCount")
                        .asInt())
                .isZero();

        var after = owner.read(basic);
        assertThat(after.item().key()).isEqualTo(STANDARD);
        assertThat(owner.operations()).contains("upgrade_subscription");
        assertThat(after.commitment()).isEqualTo(basic.commitment());
        assertThat(after.friendlyName()).isEqualTo("Microsoft 365 Business Standard");
        assertThat(owner.charges(basic))
                .extracting(ChargeFact::reason, ChargeFact::quantity, fact -> fact.amount()
                        .toString())
                .containsExactly(
                        tuple(ChargeReason.NEW, 12, "JPY 10800"), // 900 * 12
                        tuple(ChargeReason.CONVERT, -12, "JPY -9058"), // 900 / 31 * 26 days * 12
                        tuple(ChargeReason.CONVERT, 12, "JPY 18921")); // 1880 / 31 * 26 days * 12
    }

    @Test
    void movesSomeSeatsIntoASubscriptionOfTheirOwn() throws Exception {
        var owner = desk.owner(Shop.LATER);
        var basic = owner.buys(yearly(BASIC, 12));
        owner.at("2026-01-20T08:00:00Z");
        var answer = json(owner.post(basic, "/transitions", wish(STANDARD, 5, "")));
        var created = owner.all().stream()
                .filter(one -> !one.id().equals(basic.id()))
                .findFirst()
                .orElseThrow();
        assertThat(answer.path("toSubscriptionId").asString())
                .isEqualTo(created.id().toString());
        assertThat(created.quantity()).isEqualTo(5);
        assertThat(created.commitment().lastDay()).isEqualTo(basic.commitment().lastDay());
        assertThat(created.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(owner.read(basic).quantity()).isEqualTo(7);
        assertThat(owner.charges(created))
                .extracting(fact -> fact.amount().toString())
                .containsExactly("JPY 7883"); // 1880 / 31 * 26 days * 5
        assertThat(json(owner.get(created, ""))
                        .path("cancellationAllowedUntilDate")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void movesAllSeatsIntoASubscriptionThatIsThere() throws Exception {
        var owner = desk.owner(Shop.LATER);
        var basic = owner.buys(yearly(BASIC, 12));
        var standard = owner.buys(yearly(STANDARD, 3));
        owner.at("2026-01-25T08:00:00Z");
        var answer = owner.post(basic, "/transitions", wish(STANDARD, 12, into(standard)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(owner.read(basic).status()).isEqualTo(SubscriptionStatus.DELETED);
        assertThat(owner.read(standard).quantity()).isEqualTo(15);
        assertThat(owner.charges(standard))
                .extracting(ChargeFact::reason, ChargeFact::quantity, fact -> fact.amount()
                        .toString())
                .containsExactly(
                        tuple(ChargeReason.NEW, 3, "JPY 5640"), // 1880 * 3
                        tuple(ChargeReason.MOVE_QUANTITY, -3, "JPY -3820"), // 1880 / 31 * 21 days * 3
                        tuple(ChargeReason.MOVE_QUANTITY, 15, "JPY 19103")); // 1880 / 31 * 21 days * 15
    }

    @Test
    void beginsALongerTermToday() throws Exception {
        var owner = desk.owner(Shop.LATER);
        var basic = owner.buys(yearly(BASIC, 12));
        owner.at("2026-03-20T08:00:00Z");
        var answer = owner.post(
                basic, "/transitions", wish(E3, 12, "\"termDuration\":\"P3Y\",\"billingCycle\":\"annual\","));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var after = owner.read(basic);
        assertThat(after.commitment().startsOn()).isEqualTo("2026-03-20");
        assertThat(after.commitment().lastDay()).contains(LocalDate.of(2029, 3, 19));
        assertThat(owner.charges(basic).reversed())
                .extracting(fact -> fact.amount().toString())
                .startsWith(
                        "JPY 777600", // 194400 / 3 * 12
                        "JPY -9058"); // 900 / 31 days of 15 March to 14 April * 26 * 12
    }

    @Test
    @DisplayName("16 an upgrade gets the promotion of the target and names it")
    void appliesAPromotion() throws Exception {
        var owner = desk.owner(Shop.LATER);
        var basic = owner.buys(yearly(BASIC, 12));
        var answer = json(owner.post(basic, "/transitions", wish(PREMIUM, 12, "")));
        assertThat(answer.path("promotionId").asString()).startsWith("39NFJQT1PB15:0001");
        assertThat(owner.read(basic).unitPrice()).hasToString("JPY 2805"); // 39600 / 12 * 0.85
        var named = wish(E5, 12, "\"promotionId\":\"39NFJQT1PB15:0001:39NFJQT1PB2A\",");
        assertError(owner.post(basic, "/transitions", named), 403, 800020);
    }

    @Test
    @DisplayName("14 a trial becomes what it is the trial of, at once, with a window of its own")
    void convertsATrial() throws Exception {
        var owner = desk.owner(Shop.LATER);
        var trial = owner.buys(NewOrderLine.of(TRIAL, 25, BillingCycle.NONE).withTerm(Term.ONE_MONTH));
        owner.at("2026-01-20T08:00:00Z");
        assertError(owner.post(trial, "/transitions", wish(E5, 24, "")), 400, 2002);
        var answer = owner.post(trial, "/transitions", wish(E5, 30, ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var paid = owner.read(trial);
        assertThat(paid.item().isTrial()).isFalse();
        assertThat(paid.quantity()).isEqualTo(30);
        assertThat(paid.commitment().lastDay()).contains(LocalDate.of(2027, 1, 19));
        assertThat(CancellationWindow.of(paid)).isPresent();
        var charge = owner.charges(trial).getLast();
        assertThat(charge.reason()).isEqualTo(ChargeReason.CONVERT);
        assertThat(charge.amount()).hasToString("JPY 256500"); // 102600 / 12 * 30
    }

    @Test
    @DisplayName("14 a trial joins a subscription that does not end before it, with its 25 seats")
    void letsATrialJoin() throws Exception {
        var owner = desk.owner(Shop.LATER);
        var trial = owner.buys(NewOrderLine.of(TRIAL, 25, BillingCycle.NONE).withTerm(Term.ONE_MONTH));
        var paid = owner.buys(yearly(E5, 3));
        owner.at("2026-01-25T08:00:00Z");
        assertError(
                owner.post(trial, "/transitions", wish(E5, 25, into(paid) + "\"termDuration\":\"P3Y\",")), 400, 800107);
        var answer = owner.post(trial, "/transitions", wish(E5, 25, into(paid)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(owner.read(paid).quantity()).isEqualTo(28);
        assertThat(owner.read(trial).status()).isEqualTo(SubscriptionStatus.DELETED);
        assertThat(owner.charges(trial)).noneMatch(fact -> fact.reason() == ChargeReason.MOVE_QUANTITY);
    }

    @Test
    void listsWhatASubscriptionCanBecome() throws Exception {
        var owner = desk.owner(Shop.LATER);
        var e3 = owner.buys(yearly(E3, 12));
        var depot = owner.buys(NewOrderLine.of(E5, 2, BillingCycle.MONTHLY)
                .withTerm(Term.ONE_MONTH)
                .withFriendlyName("Depot"));
        var answer = owner.get(e3, "/transitioneligibilities?eligibilityType=Immediate");
        var places = places(owner, e3, E5);
        places.put("depot", depot.id().toString());
        places.put("operation", json(answer).at("/items/0/operationId").asString());
        assertEquals(
                Counter.golden("subscriptions/list-transition-eligibilities.response.json", places),
                answer.body(),
                JSONCompareMode.STRICT);
        var scheduled = json(owner.get(e3, "/transitionEligibilities?eligibilityType=scheduled"));
        assertThat(scheduled.at("/items/0/subscriptionEligibilities").isEmpty()).isTrue();
        assertError(owner.get(e3, "/transitionEligibilities?eligibilityType=soon"), 400, 900126);
        owner.change(e3, SubscriptionChange.none().withStatus(SubscriptionStatus.SUSPENDED));
        assertThat(json(owner.get(e3, "/transitionEligibilities"))
                        .at("/items/0/eligibilities/0/errors/0/code")
                        .asInt())
                .isEqualTo(2);
        assertThat(json(owner.get(depot, "/transitionEligibilities"))
                        .path("totalCount")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "quantity":12,"transitionType":"transition_only"                        | 400 | 800002
            "toCatalogItemId":"E5","transitionType":"transition_only"               | 400 | 800002
            "toCatalogItemId":"E5","quantity":12                                    | 400 | 800002
            "toCatalogItemId":"E5","quantity":12,"transitionType":"sideways"        | 400 | 900126
            "toCatalogItemId":"E5","quantity":0,"transitionType":"transition_only"  | 400 | 2002
            "toCatalogItemId":"E5","quantity":12,"transitionType":"1","fromCatalogItemId":"CFQ7TTC0LDPB:0001:X" | 400 | 800002
            "toCatalogItemId":"E5","quantity":12,"transitionType":"1","termDuration":"soon"        | 400 | 800121
            "toCatalogItemId":"E5","quantity":12,"transitionType":"1","termDuration":"P1M"         | 400 | 900267
            "toCatalogItemId":"E5","quantity":12,"transitionType":"1","termDuration":"P5Y"         | 400 | 900268
            "toCatalogItemId":"E5","quantity":12,"transitionType":"1","billingCycle":"fortnightly" | 400 | 900269
            "toCatalogItemId":"E5","quantity":12,"transitionType":"1","billingCycle":"triennial"   | 400 | 900270
            "toCatalogItemId":"CFQ7TTC0LH16:0001","quantity":12,"transitionType":"1"               | 403 | 800020
            "toCatalogItemId":"CFQ7TTC0LDPB:0001","quantity":301,"transitionType":"1"              | 400 | 2002
            "toCatalogItemId":"E5","quantity":12,"transitionType":"1","toSubscriptionId":"019a0000-0000-7000-8000-000000000001" | 404 | 20003
            "toCatalogItemId":"E5","quantity":12,"transitionType":"1","toSubscriptionId":"SELF"    | 400 | 900259
            """, quoteCharacter = '`')
    void refusesWhatTheRulesForbid(String members, int status, int code) throws Exception {
        var owner = desk.owner(Shop.LATER);
        var basic = owner.buys(yearly(BASIC, 12));
        var body = members.replace("SELF", basic.id().toString()).replace("\"E5\"", "\"" + E5 + "\"");
        assertError(owner.post(basic, "/transitions", "{" + body + "}"), status, code);
        assertThat(owner.read(basic)).isEqualTo(basic);
    }

    @Test
    void refusesSubscriptionsThatCannotTakeTheSeats() throws Exception {
        var owner = desk.owner(Shop.LATER);
        var standard = owner.buys(yearly(STANDARD, 3));
        var monthly =
                owner.buys(NewOrderLine.of(STANDARD, 3, BillingCycle.MONTHLY).withTerm(Term.ONE_MONTH));
        var suspended = owner.buys(yearly(STANDARD, 3));
        owner.change(suspended, SubscriptionChange.none().withStatus(SubscriptionStatus.SUSPENDED));
        owner.at("2026-01-17T08:00:00Z");
        var basic = owner.buys(yearly(BASIC, 12));
        assertError(owner.post(basic, "/transitions", wish(STANDARD, 12, into(standard))), 400, 900261);
        assertError(owner.post(basic, "/transitions", wish(E3, 12, into(standard))), 400, 900260);
        assertError(owner.post(basic, "/transitions", wish(STANDARD, 12, into(suspended))), 400, 900258);
        owner.at("2026-01-25T08:00:00Z");
        assertError(owner.post(basic, "/transitions", wish(STANDARD, 12, into(monthly))), 400, 900267);
        assertError(owner.post(basic, "/transitions", wish(STANDARD, 12, into(standard))), 400, 900236);
    }

    @Test
    void takesThePlanOfASubscriptionThatIsThere() throws Exception {
        var owner = desk.owner(Shop.LATER);
        var basic = owner.buys(yearly(BASIC, 12));
        var standard = owner.buys(yearly(STANDARD, 3));
        owner.at("2026-01-25T08:00:00Z");
        var shorter = into(standard) + "\"termDuration\":\"P1M\",";
        assertError(owner.post(basic, "/transitions", wish(STANDARD, 12, shorter)), 400, 800122);
        assertError(owner.post(basic, "/transitions", wish(STANDARD, 13, into(standard))), 400, 2002);
        var same = into(standard) + "\"termDuration\":\"P1Y\",\"billingCycle\":\"Monthly\",";
        assertThat(owner.post(basic, "/transitions", wish(STANDARD, 4, same)).statusCode())
                .isEqualTo(200);
        assertThat(owner.read(basic).quantity()).isEqualTo(8);
    }

    @Test
    void refusesWhatTheTermOfTheSubscriptionIsNotSoldFor() throws Exception {
        var owner = desk.owner(Shop.LATER);
        var basic = owner.buys(NewOrderLine.of(BASIC, 12, BillingCycle.MONTHLY).withTerm(Term.THREE_YEARS));
        assertError(owner.post(basic, "/transitions", wish(STANDARD, 12, "")), 403, 800028);
        assertThat(json(owner.get(basic, "/transitionEligibilities"))
                        .at("/items/0/eligibilities/0/errors/0/code")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void countsWhatIsLimited() throws Exception {
        var owner = desk.owner(Shop.LATER);
        var basic = owner.buys(yearly(BASIC, 12));
        owner.buys(yearly(STANDARD, 290));
        assertError(owner.post(basic, "/transitions", wish(STANDARD, 12, "")), 403, 800088);
        assertThat(owner.post(basic, "/transitions", wish(STANDARD, 10, "")).statusCode())
                .isEqualTo(200);
        var plan1 = owner.buys(yearly("CFQ7TTC0LFLS:0002", 3));
        owner.buys(yearly("CFQ7TTC0LFK5:0001", 3));
        assertError(owner.post(plan1, "/transitions", wish("CFQ7TTC0LFK5:0001", 3, "")), 403, 800089);
        assertThat(owner.read(plan1).item().key()).isEqualTo("CFQ7TTC0LFLS:0002");
    }

    @Test
    void refusesByStateBeforeAnythingElse() throws Exception {
        var owner = desk.owner(Shop.LATER);
        var basic = owner.buys(yearly(BASIC, 12));
        owner.change(basic, SubscriptionChange.none().withStatus(SubscriptionStatus.SUSPENDED));
        assertError(owner.post(basic, "/transitions", wish("nothing", 12, "")), 400, 900280);
        owner.change(basic, SubscriptionChange.none().withStatus(SubscriptionStatus.DELETED));
        assertError(owner.post(basic, "/transitions", wish("nothing", 12, "")), 400, 900279);
        var unknown = json(owner.get(basic, "")).path("id").asString().replaceFirst("^.{8}", "019a0000");
        assertError(
                counter.get(
                        owner.person(),
                        "/customers/" + owner.customer() + "/subscriptions/" + unknown + "/transitions"),
                404,
                20003);
    }

    @Test
    void refusesClassicSubscriptions() throws Exception {
        var owner = desk.owner(Shop.EXAMPLES);
        var classic = owner.buys(NewOrderLine.of("BIZ-ESS", 10, BillingCycle.MONTHLY));
        assertError(owner.post(classic, "/transitions", wish(STANDARD, 10, "")), 403, 800020);
        assertError(
                owner.post(classic, "/transitions", wish("daa6b7e1-bba9-5e6f-a289-e6baeb1ed292", 10, "")), 403, 800020);
        assertError(owner.get(classic, "/transitions"), 403, 900263);
        assertThat(json(owner.get(classic, "/transitionEligibilities"))
                        .path("totalCount")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void carriesOneOfManyOut() throws Exception {
        var owner = desk.owner(Shop.LATER);
        var basic = owner.buys(yearly(BASIC, 12));
        var codes = Together.run(4, () -> owner.post(basic, "/transitions", wish(STANDARD, 12, ""))
                .statusCode());
        assertThat(codes).containsOnlyOnce(200).doesNotContain(500);
        assertThat(json(owner.get(basic, "/transitions")).path("totalCount").asInt())
                .isEqualTo(1);
        assertThat(owner.charges(basic)).hasSize(3);
    }

    @Test
    void carriesARepetitionOutOnce() throws Exception {
        var owner = desk.owner(Shop.LATER);
        var basic = owner.buys(yearly(BASIC, 12));
        var id = UUID.randomUUID().toString();
        var first = owner.post(basic, "/transitions", wish(STANDARD, 5, ""), id);
        var second = owner.post(basic, "/transitions", wish(STANDARD, 5, ""), id);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(owner.read(basic).quantity()).isEqualTo(7);
    }

    @Test
    @DisplayName("11 the indirect reseller of record and somebody without the role cannot upgrade")
    void letsOnlySellersUpgrade() throws Exception {
        var provider = counter.partner(PartnerType.INDIRECT_PROVIDER, Shop.LATER);
        var reseller = counter.partner(PartnerType.INDIRECT_RESELLER, Shop.LATER);
        var customer = counter.customer(provider, Optional.of(reseller.partnerId()), true);
        var owner = desk.new Owner(provider, customer);
        var basic = owner.buys(yearly(BASIC, 12));
        var sales = callers.aPersonOf(provider.partnerId(), Role.SALES_AGENT);
        for (var person : List.of(reseller, sales)) {
            assertError(
                    desk.new Owner(person, customer).post(basic, "/transitions", wish(STANDARD, 12, "")), 403, 900150);
        }
    }

    private static NewOrderLine yearly(String item, int seats) {
        return NewOrderLine.of(item, seats, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR);
    }

    private static String wish(String target, int quantity, String more) {
        return "{" + more + "\"toCatalogItemId\":\"" + target + "\",\"quantity\":" + quantity
                + ",\"transitionType\":\"transition_only\"}";
    }

    private static String into(Subscription target) {
        return "\"toSubscriptionId\":\"" + target.id() + "\",";
    }

    /** What stands in golden files: the target under the id that the catalog has for it. */
    private Map<String, String> places(UpgradeDesk.Owner owner, Subscription source, String target) throws Exception {
        var items = json(owner.get(source, "/transitionEligibilities")).path("items");
        var places = new HashMap<>(
                Map.of("item", source.item().id(), "subscription", source.id().toString()));
        for (var item : items) {
            var id = item.path("catalogItemId").asString();
            if (id.startsWith(target)) {
                places.put("target", id);
            }
        }
        return places;
    }
}
