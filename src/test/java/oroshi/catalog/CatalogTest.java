package oroshi.catalog;

import static java.util.Locale.ENGLISH;
import static java.util.Locale.JAPANESE;
import static org.assertj.core.api.Assertions.assertThat;
import static oroshi.catalog.CatalogStand.EXAMPLES;
import static oroshi.catalog.CatalogStand.LATER;
import static oroshi.catalog.CatalogStand.sale;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oroshi.basics.Cloud;

@ResourceLock(CatalogStand.LISTS)
class CatalogTest {
    private static CatalogStand stand;
    private static Catalog catalog;

    @BeforeAll
    static void loadDemo() {
        stand = CatalogStand.withDemo();
        catalog = stand.catalog;
    }

    @ParameterizedTest(name = "{0} costs {1} a month in yen, {2} in dollars, {3} in euros, {4} to {5} licences")
    @CsvSource(textBlock = """
            BIZ-ESS,   540,  5.00,  4.20,  1, 300
            BIZ-PREM,  1360, 12.50, 10.50, 1, 300
            ENT-1,     870,  8.00,  6.70,  1, 1000000
            ENT-3,     2180, 20.00, 19.70, 1, 1000000
            ENT-5,     4130, 35.00, 34.40, 1, 1000000
            ADD-PHONE, 870,  8.00,  6.70,  1, 1000000
            DIR-P1,    650,  6.00,  5.06,  1, 1000000
            """)
    void hasTheOffersOfTheExamples(String code, String yen, String dollars, String euros, int minimum, int maximum) {
        assertThat(monthly("JP", "JPY", code)).isEqualTo(Money.parse("JPY " + yen));
        assertThat(monthly("US", "USD", code)).isEqualTo(Money.parse("USD " + dollars));
        assertThat(monthly("DE", "EUR", code)).isEqualTo(Money.parse("EUR " + euros));
        var item = item(sale("JP", "JP", "JPY", EXAMPLES), code);
        assertThat(item.minimumQuantity()).isEqualTo(minimum);
        assertThat(item.maximumQuantity()).isEqualTo(maximum);
    }

    @Test
    @DisplayName("J1-A1 25 licences of BIZ-PREM cost 34,000 yen a month")
    void multipliesTheMonthlyPrice() {
        var plan = item(sale("JP", "JP", "JPY", EXAMPLES), "BIZ-PREM")
                .plan(BillingCycle.MONTHLY)
                .orElseThrow();

        assertThat(plan.chargeFor(25)).isEqualTo(Money.parse("JPY 34000"));
    }

    @Test
    @DisplayName("J1-A2 8 licences of BIZ-ESS, paid annually, cost 480 dollars a year")
    void multipliesTheAnnualPrice() {
        var plan = item(sale("US", "US", "USD", EXAMPLES), "BIZ-ESS")
                .plan(BillingCycle.ANNUAL)
                .orElseThrow();

        assertThat(plan.unitPrice()).isEqualTo(Money.parse("USD 60.00"));
        assertThat(plan.chargeFor(8)).isEqualTo(Money.parse("USD 480.00"));
        assertThat(plan.totalFor(8)).isEqualTo(Money.parse("USD 480.00"));
    }

    @Test
    @DisplayName(
            "J1-13 a new commercial customer is offered licences and usage plans, in the order of their categories")
    void listsWhatANewCustomerMayBuy() {
        var items = catalog.listForNewCustomer(sale("JP", "JP", "JPY", EXAMPLES), ENGLISH);

        assertThat(items)
                .extracting(CatalogItem::code)
                .containsExactly(
                        "DIR-P1",
                        "ENT-1",
                        "ENT-3",
                        "ENT-5",
                        "BIZ-ESS",
                        "BIZ-PREM",
                        "TRIAL-ENT3",
                        "CLOUD-PAYG",
                        "ADD-PHONE");
    }

    @Test
    void ordersTitlesAsTheReadersLanguageDoes() {
        var items = catalog.listForNewCustomer(sale("JP", "JP", "JPY", EXAMPLES), JAPANESE);

        assertThat(items.getFirst().title().in(JAPANESE)).isEqualTo("エンタープライズ 1");
    }

    @Test
    @DisplayName("J1-A11 BIZ-ESS is not sold to customers in Switzerland, ENT-3 is")
    void knowsTheCustomersCountry() {
        var germany = sale("DE", "DE", "EUR", EXAMPLES);
        var switzerland = sale("DE", "CH", "EUR", EXAMPLES);

        assertThat(catalog.find(germany, "BIZ-ESS")).isPresent();
        assertThat(catalog.judge(switzerland, "BIZ-ESS"))
                .isEqualTo(new Verdict.Refused(
                        NotForSale.CUSTOMER_COUNTRY, new LocalizedText("Business Essentials", "ビジネス エッセンシャル")));
        assertThat(catalog.find(switzerland, "ENT-3")).isPresent();
    }

    @Test
    @DisplayName("J5-A2 a government community customer is offered GCC-3 alone, by a partner with a validation code")
    void keepsGovernmentCommunityApart() {
        var market = Market.within(Cloud.PUBLIC, "US", CurrencyUnit.USD);
        var rule = SegmentRule.forQualifications(Set.of("GovernmentCommunityCloud"));
        var qualified = new Sale(market, rule, Set.of("GovernmentCommunityCloud"), EXAMPLES);

        assertThat(catalog.list(qualified, ENGLISH))
                .extracting(CatalogItem::code)
                .containsExactly("GCC-3");
        assertThat(catalog.judge(qualified, "ENT-3")).isEqualTo(refused(NotForSale.SEGMENT, "ENT-3"));
        assertThat(catalog.judge(new Sale(market, rule, Set.of(), EXAMPLES), "GCC-3"))
                .isEqualTo(refused(NotForSale.PARTNER_QUALIFICATION, "GCC-3"));
    }

    @Test
    @DisplayName("J5-A3 ISV-KINTAI is not sold in Germany")
    void knowsWhereAPublisherSells() {
        assertThat(catalog.judge(sale("DE", "DE", "EUR", EXAMPLES), "isv-kintai"))
                .isEqualTo(refused(NotForSale.CUSTOMER_COUNTRY, "ISV-KINTAI"));
        var kintai = item(sale("JP", "JP", "JPY", EXAMPLES), "ISV-KINTAI");
        assertThat(kintai.isOperatorProduct()).isFalse();
        assertThat(kintai.plan(BillingCycle.MONTHLY).orElseThrow().unitPrice()).isEqualTo(Money.parse("JPY 980"));
    }

    @Test
    @DisplayName("J5-A1 what partners publish is ISV-KINTAI alone, and lies in another order group than ENT-3")
    void separatesOrderGroups() {
        var sale = sale("JP", "JP", "JPY", EXAMPLES);

        assertThat(catalog.list(sale, ENGLISH))
                .filteredOn(item -> !item.isOperatorProduct())
                .extracting(CatalogItem::code)
                .containsExactly("ISV-KINTAI");
        assertThat(item(sale, "ISV-KINTAI").orderGroup())
                .isNotEqualTo(item(sale, "ENT-3").orderGroup());
    }

    @Test
    @DisplayName("J1-A17 the operator ends BIZ-PREM at 11:00: from then on it is gone")
    void endsASale() {
        var elevenInTokyo = EXAMPLES.plus(Duration.ofHours(1));
        stand.inTransaction(() -> stand.priceLists.endSale(Cloud.PUBLIC, "BIZ-PREM", elevenInTokyo));
        try {
            assertThat(catalog.find(sale("JP", "JP", "JPY", elevenInTokyo.minusSeconds(1)), "BIZ-PREM"))
                    .isPresent();
            assertThat(catalog.judge(sale("JP", "JP", "JPY", elevenInTokyo.plusSeconds(300)), "BIZ-PREM"))
                    .isEqualTo(refused(NotForSale.ENDED, "BIZ-PREM"));
        } finally {
            stand.inTransaction(() -> stand.priceLists.continueSale(Cloud.PUBLIC, "BIZ-PREM"));
        }
        assertThat(catalog.find(sale("JP", "JP", "JPY", elevenInTokyo), "BIZ-PREM"))
                .isPresent();
    }

    @Test
    void trialsAreFreeForThirtyDaysAndExactlyTwentyFive() {
        var trial = item(sale("US", "US", "USD", EXAMPLES), "TRIAL-ENT3");

        assertThat(trial.isTrial()).isTrue();
        assertThat(trial.hasFixedQuantity()).isTrue();
        assertThat(trial.minimumQuantity()).isEqualTo(25);
        assertThat(trial.limit()).isEqualTo(new PurchaseLimit(PurchaseLimit.Scope.LIFETIME, 1));
        assertThat(trial.conversionTargets())
                .containsExactly(
                        item(sale("US", "US", "USD", EXAMPLES), "ENT-3").key());
        assertThat(trial.plans()).singleElement().satisfies(plan -> {
            assertThat(plan.term().wire()).isEqualTo("P30D");
            assertThat(plan.billingCycle()).isEqualTo(BillingCycle.NONE);
            assertThat(plan.unitPrice()).isEqualTo(Money.zero(CurrencyUnit.USD));
        });
    }

    @Test
    void knowsUpgradesPrerequisitesAndLimits() {
        var sale = sale("US", "US", "USD", EXAMPLES);
        var enterprise1 = item(sale, "ENT-1").key();
        var enterprise3 = item(sale, "ENT-3").key();

        assertThat(item(sale, "BIZ-ESS").upgradeTargets())
                .containsExactly(
                        item(sale, "BIZ-PREM").key(),
                        enterprise1,
                        enterprise3,
                        item(sale, "ENT-5").key());
        var phone = item(sale, "ADD-PHONE");
        assertThat(phone.isAddOn()).isTrue();
        assertThat(phone.isSatisfiedBy(Set.of(enterprise3))).isTrue();
        assertThat(phone.isSatisfiedBy(Set.of(item(sale, "ENT-5").key()))).isFalse();
        assertThat(item(sale, "DIR-P1").limit()).isEqualTo(new PurchaseLimit(PurchaseLimit.Scope.CONCURRENT, 1));
    }

    @Test
    void sellsOnceWhatIsPaidOnce() {
        var sale = sale("DE", "DE", "EUR", EXAMPLES);

        assertThat(item(sale, "RES-VM-1Y")
                        .plan(Term.ONE_YEAR, BillingCycle.ONE_TIME)
                        .orElseThrow()
                        .unitPrice())
                .isEqualTo(Money.parse("EUR 500.00"));
        assertThat(item(sale, "SW-DB-1Y")
                        .plan(Term.ONE_YEAR, BillingCycle.ONE_TIME)
                        .orElseThrow()
                        .unitPrice())
                .isEqualTo(Money.parse("EUR 820.00"));
    }

    @Test
    @DisplayName("J12 row 11: the government cloud has its own catalog and prices")
    void keepsCloudsApart() {
        var sale = Sale.commercial(Market.within(Cloud.US_GOV, "US", CurrencyUnit.USD), EXAMPLES);

        assertThat(catalog.list(sale, ENGLISH)).extracting(CatalogItem::code).containsExactly("GOV-ENT-3", "GOV-PAYG");
        assertThat(item(sale, "GOV-ENT-3")
                        .plan(BillingCycle.MONTHLY)
                        .orElseThrow()
                        .unitPrice())
                .isEqualTo(Money.parse("USD 22.00"));
        assertThat(catalog.judge(sale, "ENT-3")).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void findsAnItemByEachOfItsNames() {
        var sale = sale("US", "US", "USD", LATER);
        var basic = item(sale, "CFQ7TTC0LH18:0001");

        assertThat(basic.id()).matches("CFQ7TTC0LH18:0001:[0-9A-Z]{12}");
        assertThat(catalog.find(sale, basic.id())).contains(basic);
        var offer = item(sale, "ENT-3");
        assertThat(catalog.find(sale, offer.id().toUpperCase(ENGLISH))).contains(offer);
    }

    @Test
    void sellsAnAvailabilityOnlyInItsMarket() {
        var basic = item(sale("US", "US", "USD", LATER), "CFQ7TTC0LH18:0001");

        assertThat(catalog.judge(sale("JP", "JP", "JPY", LATER), basic.id()))
                .isEqualTo(new Verdict.Refused(
                        NotForSale.CUSTOMER_COUNTRY,
                        new LocalizedText("Microsoft 365 Business Basic", "Microsoft 365 Business Basic")));
    }

    @Test
    void hasNewCommerceOnlyFromItsFirstDay() {
        assertThat(catalog.judge(sale("US", "US", "USD", EXAMPLES), "CFQ7TTC0LH18:0001"))
                .isEqualTo(refused(NotForSale.NOT_YET, "CFQ7TTC0LH18:0001"));
        assertThat(catalog.find(sale("US", "US", "USD", Instant.parse("2022-03-01T00:00:00Z")), "CFQ7TTC0LH18:0001"))
                .isPresent();
    }

    @Test
    void pricesTheSegmentsOfASkuApart() {
        var market = Market.within(Cloud.PUBLIC, "US", CurrencyUnit.USD);
        var charity = new Sale(market, SegmentRule.forQualifications(List.of("nonprofit")), Set.of(), LATER);
        var basics = catalog.list(charity, ENGLISH).stream()
                .filter(item -> item.key().equals("CFQ7TTC0LH18:0001"))
                .toList();

        assertThat(basics)
                .extracting(CatalogItem::segment)
                .containsExactlyInAnyOrder(Segment.COMMERCIAL, Segment.NONPROFIT);
        assertThat(basics).extracting(CatalogItem::id).doesNotHaveDuplicates();
    }

    @Test
    void offersAtLeastSixtyProducts() {
        var items = catalog.list(sale("US", "US", "USD", LATER), ENGLISH);

        assertThat(items.stream().map(CatalogItem::key).distinct()).hasSizeGreaterThan(75);
        assertThat(items).extracting(CatalogItem::kind).contains(ItemKind.values());
    }

    @Test
    void knowsWhatNoListHolds() {
        assertThat(catalog.judge(sale("US", "US", "USD", LATER), "NO-SUCH"))
                .isEqualTo(new Verdict.Refused(NotForSale.UNKNOWN, new LocalizedText("NO-SUCH", "NO-SUCH")));
    }

    private static Money monthly(String country, String currency, String code) {
        return item(sale(country, country, currency, EXAMPLES), code)
                .plan(BillingCycle.MONTHLY)
                .orElseThrow()
                .unitPrice();
    }

    private static CatalogItem item(Sale sale, String name) {
        return catalog.find(sale, name).orElseThrow(() -> new AssertionError(name + " isn't for sale"));
    }

    private static Verdict refused(NotForSale reason, String name) {
        return new Verdict.Refused(
                reason, catalog.findTitle(Cloud.PUBLIC, name, EXAMPLES).orElseThrow());
    }
}
