package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;
import static oroshi.subscriptions.UpgradeDesk.assertError;
import static oroshi.subscriptions.UpgradeDesk.json;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
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
import oroshi.basics.PartnerType;
import oroshi.catalog.BillingCycle;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Shop;
import oroshi.relationships.Relationships;

@OroshiTest
class ClassicUpgradeWireTest {
    private static final String ENT_3 = "daa6b7e1-bba9-5e6f-a289-e6baeb1ed292";
    private static final String REQUEST = "subscriptions/create-upgrade.request.json";
    private static final NewOrderLine ESSENTIALS = NewOrderLine.of("BIZ-ESS", 10, BillingCycle.MONTHLY);
    private static final NewOrderLine TRIAL = NewOrderLine.of("TRIAL-ENT3", 25, BillingCycle.NONE);

    @Autowired
    private UpgradeDesk desk;

    @Autowired
    private Counter counter;

    @Autowired
    private Relationships relationships;

    @Test
    @DisplayName("7.4 an upgrade moves all licences: the old one is over, the new one goes on in its term")
    void upgradesAllLicences() throws Exception {
        var owner = desk.owner(Shop.EXAMPLES);
        var essentials = owner.buys(ESSENTIALS);
        owner.at("2019-05-04T01:00:00Z");
        var answer = owner.post(essentials, "/upgrades", Counter.golden(REQUEST, Map.of()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var target = json(answer).path("targetSubscriptionId").asString();
        assertEquals(
                Counter.golden(
                        "subscriptions/create-upgrade.response.json",
                        Map.of("subscription", essentials.id().toString(), "target", target)),
                answer.body(),
                JSONCompareMode.STRICT);
        var upgraded = owner.all().stream()
                .filter(one -> one.id().toString().equals(target))
                .findFirst()
                .orElseThrow();
        assertThat(upgraded.item().id()).isEqualTo(ENT_3);
        assertThat(upgraded.commitment()).isEqualTo(essentials.commitment());
        assertThat(upgraded.renewsItself()).isTrue();
        assertThat(owner.operations()).contains("upgrade_subscription");
        assertThat(owner.read(essentials).status()).isEqualTo(SubscriptionStatus.DELETED);
        assertThat(owner.charges(essentials))
                .extracting(ChargeFact::reason, ChargeFact::quantity, fact -> fact.amount()
                        .toString())
                .containsExactly(
                        tuple(ChargeReason.NEW, 10, "JPY 5400"), // 540 * 10
                        tuple(ChargeReason.CONVERT, -10, "JPY -3600")); // 540 / 30 * 20 days = 360, * 10
        assertThat(owner.charges(upgraded))
                .extracting(ChargeFact::reason, ChargeFact::quantity, fact -> fact.amount()
                        .toString())
                .containsExactly(tuple(ChargeReason.CONVERT, 10, "JPY 14530")); // 2180 / 30 * 20 = 1453, * 10
    }

    @Test
    void listsEachTargetTwice() throws Exception {
        var owner = desk.owner(Instant.parse("2019-08-01T01:00:00Z"));
        var mail = owner.buys(NewOrderLine.of("MAIL-1", 8, BillingCycle.MONTHLY));
        assertThat(json(owner.get(mail, "/upgrades")).at("/items/1/isEligible").asBoolean())
                .isTrue();
        owner.buys(NewOrderLine.of("ADD-ARCHIVE", 3, BillingCycle.MONTHLY));
        var answer = owner.get(mail, "/upgrades");
        var description = json(answer).at("/items/0/targetOffer/description").asString();
        assertEquals(
                Counter.golden("subscriptions/list-upgrades.response.json", Map.of("description", description)),
                answer.body(),
                JSONCompareMode.STRICT);
        var later = desk.owner(Shop.LATER);
        var modern = later.buys(NewOrderLine.of("CFQ7TTC0LH18:0001", 3, BillingCycle.MONTHLY));
        assertThat(json(later.get(modern, "/upgrades")).path("totalCount").asInt())
                .isZero();
    }

    @Test
    @DisplayName("J7-A4 a target that the customer owns from another partner, or no delegated administration, is said")
    void saysWhatStandsAgainstIt() throws Exception {
        var owner = desk.owner(Shop.EXAMPLES);
        var essentials = owner.buys(ESSENTIALS);
        var rival = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        counter.add(rival.partnerId(), owner.customer(), Optional.empty());
        desk.new Owner(rival, owner.customer()).buys(NewOrderLine.of("ENT-3", 5, BillingCycle.MONTHLY));

        var conflict = owner.post(essentials, "/upgrades", Counter.golden(REQUEST, Map.of()));
        assertThat(conflict.statusCode()).as(conflict.body()).isEqualTo(200);
        assertThat(json(conflict).at("/upgradeErrors/0/code").asInt()).isEqualTo(3);
        assertThat(json(conflict).has("targetSubscriptionId")).isFalse();

        owner.in(() -> relationships.administer(owner.person().partnerId(), owner.customer(), false));
        var alone = json(owner.post(essentials, "/upgrades", Counter.golden(REQUEST, Map.of())));
        assertThat(alone.at("/upgradeErrors/0/code").asInt()).isEqualTo(1);
        assertThat(owner.read(essentials)).isEqualTo(essentials);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"upgradeType":1}                                                                   | 400 | 800002
            {"targetOffer":{"id":"daa6b7e1-bba9-5e6f-a289-e6baeb1ed292"}}                       | 400 | 800002
            {"targetOffer":{"id":"daa6b7e1-bba9-5e6f-a289-e6baeb1ed292"},"upgradeType":"other"} | 400 | 900126
            {"targetOffer":{"id":"daa6b7e1-bba9-5e6f-a289-e6baeb1ed292"},"upgradeType":1,"quantity":9} | 400 | 800002
            {"targetOffer":{"id":"f0ac5594-cc3b-5e00-87b3-2da8dfd4548b"},"upgradeType":"1"}     | 400 | 2006
            """)
    void refusesWhatTheRulesForbid(String body, int status, int code) throws Exception {
        var owner = desk.owner(Shop.EXAMPLES);
        var essentials = owner.buys(ESSENTIALS);
        assertError(owner.post(essentials, "/upgrades", body), status, code);
        assertThat(owner.read(essentials)).isEqualTo(essentials);
    }

    @Test
    void carriesOneOfManyOut() throws Exception {
        var owner = desk.owner(Shop.EXAMPLES);
        var essentials = owner.buys(ESSENTIALS);
        var answers = Together.run(4, () -> owner.post(essentials, "/upgrades", Counter.golden(REQUEST, Map.of())));
        assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(200, 409);
        assertThat(owner.all()).hasSize(2);
    }

    @Test
    @DisplayName("J5-A6 a trial is not converted for fewer than have licences; for 20 a year it starts today")
    void convertsATrial() throws Exception {
        var owner = desk.owner(Instant.parse("2019-04-01T01:00:00Z"));
        var trial = owner.buys(TRIAL);
        owner.at("2019-04-24T01:00:00Z");
        owner.change(trial, SubscriptionChange.none().withFriendlyName("18 assigned"));
        var places =
                Map.of("order", trial.orderNumber(), "subscription", trial.id().toString());
        assertEquals(
                Counter.golden("subscriptions/list-trial-conversions.response.json", places),
                owner.get(trial, "/conversions").body(),
                JSONCompareMode.STRICT);
        var body = Counter.golden("subscriptions/convert-trial.request.json", places);
        var tooFew = owner.post(trial, "/conversions", body.replace("20", "15"));
        assertError(tooFew, 400, 2002);
        assertThat(json(tooFew).path("description").asString()).contains("18");
        assertError(owner.post(trial, "/conversions", body.replace("20", "1000001")), 400, 2002);
        assertError(owner.post(trial, "/conversions", "{}"), 400, 800002);

        var answer = owner.post(trial, "/conversions", body);
        assertEquals(
                Counter.golden("subscriptions/convert-trial.response.json", places),
                answer.body(),
                JSONCompareMode.STRICT);
        var paid = owner.read(trial);
        assertThat(paid.item().id()).isEqualTo(ENT_3);
        assertThat(paid.quantity()).isEqualTo(20);
        assertThat(paid.commitment().startsOn()).isEqualTo("2019-04-24");
        assertThat(paid.commitment().nextTermOn()).contains(LocalDate.of(2020, 4, 24));
        assertThat(paid.renewsItself()).isTrue();
        assertThat(owner.operations()).contains("convert_trial_subscription");
        assertThat(owner.charges(trial).getLast().amount()).hasToString("JPY 523200"); // 2180 * 12 * 20
    }

    @Test
    void answersWithAnErrorWhatCannotBeConverted() throws Exception {
        var owner = desk.owner(Shop.EXAMPLES);
        var essentials = owner.buys(ESSENTIALS);
        assertThat(json(owner.get(essentials, "/conversions"))
                        .path("totalCount")
                        .asInt())
                .isZero();
        var answer = owner.post(essentials, "/conversions", "{\"targetOfferId\":\"" + ENT_3 + "\",\"quantity\":3}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).at("/error/code").asInt()).isEqualTo(1);
        var trial = owner.buys(TRIAL);
        var other = owner.post(trial, "/conversions", "{\"targetOfferId\":\"f0ac5594-cc3b-5e00-87b3-2da8dfd4548b\"}");
        assertThat(json(other).at("/error/code").asInt()).isEqualTo(1);
        owner.at("2019-05-25T01:00:00Z");
        var late = owner.post(trial, "/conversions", "{\"targetOfferId\":\"" + ENT_3 + "\",\"quantity\":25}");
        assertThat(json(late).at("/error/code").asInt()).as(late.body()).isZero();
        assertThat(json(late).has("error")).isTrue();
    }
}
