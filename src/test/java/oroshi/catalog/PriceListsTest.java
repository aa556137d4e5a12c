package oroshi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static oroshi.catalog.CatalogStand.file;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.core.io.Resource;
import oroshi.basics.Cloud;

@ResourceLock(CatalogStand.LISTS)
class PriceListsTest {
    private static final String HEADER = """
            "ProductTitle","ProductId","SkuId","SkuTitle","Publisher","SkuDescription","UnitOfMeasure","TermDuration",\
            "BillingPlan","Market","Currency","UnitPrice","PricingTierRangeMin","PricingTierRangeMax",\
            "EffectiveStartDate","EffectiveEndDate","Tags","ERP Price","Segment"
            """;
    private static final String LINE = """
            "Meridian Workplace Essentials","CFQ7TTC0QX41","0001","Meridian Workplace Essentials","Meridian Software Ltd",\
            "Mail, calendar and storage for up to 300 people","","P1Y","Annual","GB","GBP","48","","",\
            "2/1/2024 12:00:00 AM","11/30/9999 11:59:59 PM","License","60","Commercial"
            """;

    // The cloud that takes no new customers: no other test sells in it.
    private static final Cloud CLOUD = Cloud.GERMANY;
    private final CatalogStand stand = new CatalogStand();

    @Test
    void loadsThePublishedExampleAndShowsItWhenActivated() {
        var effective = Instant.parse("2024-02-01T00:00:00Z");
        var list = load(effective, file("prices.csv", HEADER + LINE));
        assertThat(find(effective)).isEmpty();

        activate(list);

        assertThat(find(effective)).hasValueSatisfying(item -> {
            assertThat(item.publisherName()).isEqualTo("Meridian Software Ltd");
            assertThat(item.plans())
                    .containsExactly(new Plan(
                            Term.ONE_YEAR, BillingCycle.ANNUAL, Money.parse("GBP 48.00"), Money.parse("GBP 60.00")));
        });
    }

    @Test
    void replacesTheListThatBeginsAtTheSameMoment() {
        var effective = Instant.parse("2025-02-01T00:00:00Z");
        activate(load(effective, file("prices.csv", HEADER + LINE)));
        activate(load(effective, file("prices.csv", HEADER + LINE.replace("\"48\"", "\"49.5\""))));

        assertThat(find(effective).orElseThrow().plans().getFirst().unitPrice()).isEqualTo(Money.parse("GBP 49.50"));
    }

    @Test
    void putsAListInForceOnItsDay() {
        var effective = Instant.parse("2030-02-01T00:00:00Z");
        activate(load(effective, file("prices.csv", HEADER + LINE.replace("\"48\"", "\"52\""))));

        assertThat(find(effective).orElseThrow().plans().getFirst().unitPrice()).isEqualTo(Money.parse("GBP 52.00"));
        assertThat(find(effective.minusSeconds(1))
                        .map(item -> item.plans().getFirst().unitPrice()))
                .isNotEqualTo(Money.parse("GBP 52.00"));
    }

    @Test
    void namesEveryWrongLineAndKeepsNothing() {
        var before = lists();
        var content = HEADER
                + LINE
                + LINE.replace("\"48\"", "\"4,80\"")
                + LINE.replace("\"CFQ7TTC0QX41\"", "\"cfq7\"")
                + LINE.replace("\"GBP\"", "\"XQQ\"")
                + LINE.replace("\"Annual\"", "\"Weekly\"")
                + LINE.replace("\"11/30/9999 11:59:59 PM\"", "\"1/1/2024 12:00:00 AM\"")
                + LINE.replace("\"Commercial\"", "\"Military\"");

        assertThatThrownBy(() -> load(Instant.parse("2031-01-01T00:00:00Z"), file("prices.csv", content)))
                .isInstanceOfSatisfying(PriceListRejected.class, rejected -> assertThat(rejected.problems())
                        .extracting(PriceListProblem::toString)
                        .containsExactly(
                                "prices.csv:3: UnitPrice: '4,80' isn't well formed",
                                "prices.csv:4: ProductId: 'cfq7' isn't well formed",
                                "prices.csv:5: Currency: 'XQQ' isn't known",
                                "prices.csv:6: BillingPlan: 'Weekly' isn't known",
                                "prices.csv:7: EffectiveEndDate: isn't after EffectiveStartDate",
                                "prices.csv:8: Segment: 'Military' isn't known"));
        assertThat(lists()).isEqualTo(before);
        assertThat(stand.jdbc.sql("""
                        select count(*) from catalog.price
                        where price_list_id not in (select price_list_id from catalog.price_list)
                        """).query(Long.class).single()).isZero();
    }

    @Test
    void namesTwoLinesThatPriceTheSame() {
        assertThatThrownBy(() -> load(Instant.parse("2032-01-01T00:00:00Z"), file("prices.csv", HEADER + LINE + LINE)))
                .isInstanceOf(PriceListRejected.class)
                .hasMessageContaining(
                        "prices.csv:3: prices the same from the same time as prices.csv:2: GB GBP CFQ7TTC0QX41");
    }

    @Test
    void refusesAFileOfNoKnownKind() {
        assertThatThrownBy(() -> load(Instant.parse("2033-01-01T00:00:00Z"), file("notes.csv", "a,b\n1,2\n")))
                .isInstanceOf(PriceListRejected.class)
                .hasMessageContaining("notes.csv:1: the columns are those of no known kind of file");
    }

    @Test
    void refusesRulesThatNameWhatTheListLacks() {
        var matrix = """
                "ProductTitle","ProductId","SkuId","SkuTitle","ProvisioningId","ProvisioningString","MinLicenses",\
                "MaxLicenses","AssetOwnershipLimit","AssetOwnershipLimitType","ProductSkuPreRequisites",\
                "ProductSkuConversion","Description","AllowedCountries"
                "Meridian Workplace Essentials","CFQ7TTC0QX41","0001","Meridian Workplace Essentials",\
                "4d0f8f0b-6d37-49b3-9d0a-2ab5a0f5f7c3","MERIDIAN_ESSENTIALS","1","300","2","ConcurrentCount","",\
                "CFQ7TTC0QX52/0001","Mail, calendar and storage","DE;FI;FR;GB;IE"
                """;

        assertThatThrownBy(() -> load(
                        Instant.parse("2034-01-01T00:00:00Z"),
                        file("prices.csv", HEADER + LINE),
                        file("offer-matrix.csv", matrix)))
                .isInstanceOf(PriceListRejected.class)
                .hasMessageContaining("offer-matrix.csv:2: names CFQ7TTC0QX52:0001, which the list doesn't hold");
    }

    @Test
    void loadsAHundredThousandPricesInSeconds() {
        var content = new StringBuilder(HEADER);
        for (var sku = 0; sku < 10_000; sku++) {
            for (var month = 1; month <= 10; month++) {
                content.append(
                        LINE.replace("\"0001\"", "\"%04d\"".formatted(sku)).replace("2/1/2024", month + "/1/2024"));
            }
        }
        var started = System.nanoTime();
        var list = load(Instant.parse("2035-01-01T00:00:00Z"), file("prices.csv", content.toString()));
        var took = Duration.ofNanos(System.nanoTime() - started);

        assertThat(took).isLessThan(Duration.ofSeconds(60));
        activate(list);
        var read = System.nanoTime();
        var at = Instant.parse("2035-06-01T00:00:00Z");
        assertThat(find(at)).isPresent();
        for (var again = 0; again < 100; again++) {
            assertThat(find(at)).isPresent();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - read)).isLessThan(Duration.ofSeconds(20));
    }

    private PriceList load(Instant effective, Resource... files) {
        return stand.inTransaction(
                () -> stand.priceLists.load(new NewPriceList(CLOUD, "Test", effective), List.of(files)));
    }

    private void activate(PriceList list) {
        stand.inTransaction(() -> {
            stand.priceLists.activate(list);
            return list;
        });
    }

    private List<PriceList> lists() {
        return Objects.requireNonNull(stand.priceLists.list(CLOUD)).stream()
                .filter(list -> list.effectiveFrom().isAfter(Instant.parse("2030-12-31T00:00:00Z"))
                        && list.effectiveFrom().isBefore(Instant.parse("2031-12-31T00:00:00Z")))
                .toList();
    }

    private java.util.Optional<CatalogItem> find(Instant at) {
        var market = Market.within(CLOUD, "GB", CurrencyUnit.GBP);
        return stand.catalog.find(Sale.commercial(market, at), "CFQ7TTC0QX41:0001");
    }
}
