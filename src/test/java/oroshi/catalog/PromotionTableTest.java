package oroshi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static oroshi.catalog.CatalogStand.file;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.core.io.Resource;
import oroshi.basics.Cloud;

@ResourceLock(CatalogStand.LISTS)
class PromotionTableTest {
    private static final String ID = "39NFJQT1SP15:0001:39NFJQT1SP2A";
    private static final Resource PRICES = file("prices.csv", """
            "ProductTitle","ProductId","SkuId","SkuTitle","Publisher","SkuDescription","UnitOfMeasure","TermDuration",\
            "BillingPlan","Market","Currency","UnitPrice","PricingTierRangeMin","PricingTierRangeMax",\
            "EffectiveStartDate","EffectiveEndDate","Tags","ERP Price","Segment"
            "Meridian Workplace Essentials","CFQ7TTC0QX41","0001","Meridian Workplace Essentials",\
            "Meridian Software Ltd","Mail, calendar and storage","","P1Y","Annual","GB","GBP","48","","",\
            "2/1/2024 12:00:00 AM","11/30/9999 11:59:59 PM","License","60","Commercial"
            """);
    private static final Resource PROMOTIONS = file("promotions.csv", """
            "PromotionId","Name","NameJa","Description","DescriptionJa","StartDate","EndDate","AutoApplicable","Markets",\
            "Segment","ProductId","SkuId","TermDuration","BillingPlan","Discount","MinSeats","MaxSeats",\
            "MaxRedemptions","FirstPurchaseOnly"
            "39NFJQT1SP15:0001:39NFJQT1SP2A","Spring","","","","2/1/2024 12:00:00 AM","11/30/9999 11:59:59 PM","true",\
            "GB","Commercial","CFQ7TTC0QX41","0001","P1Y","Annual","0.15","","","","false"
            """);

    private final CatalogStand stand = new CatalogStand();
    private final PromotionTable table = new PromotionTable(stand.jdbc);

    @Test
    @DisplayName("a promotion that only an earlier list has is still found, for old invoices name it")
    void findsWhatOnlyAnEarlierListHas() {
        load("2073-01-01T00:00:00Z", PRICES, PROMOTIONS);
        load("2073-02-01T00:00:00Z", PRICES);

        assertThat(table.find(Cloud.GERMANY, Instant.parse("2073-03-01T00:00:00Z"), ID.toLowerCase(Locale.ROOT)))
                .extracting(Promotion::id)
                .containsExactly(ID);
        assertThat(table.find(Cloud.GERMANY, Instant.parse("2072-12-31T23:59:59Z"), ID))
                .isEmpty();
        assertThat(table.find(Cloud.PUBLIC, Instant.parse("2073-03-01T00:00:00Z"), ID))
                .isEmpty();
    }

    @Test
    @DisplayName("a promotion without an end ends on the day that the contract has for it")
    void writesAnOpenEnd() {
        load("2074-01-01T00:00:00Z", PRICES, PROMOTIONS);
        var promotion = table.find(Cloud.GERMANY, Instant.parse("2074-01-01T00:00:00Z"), ID)
                .getFirst();

        assertThat(PromotionResource.listed(promotion, WireLocale.of("en")).endDate())
                .isEqualTo("9999-01-01T00:00:00+00:00");
    }

    private void load(String from, Resource... files) {
        var request = new NewPriceList(Cloud.GERMANY, "Promotions " + from, Instant.parse(from));
        stand.inTransaction(() -> stand.priceLists.loadOnce(request, List.of(files)));
    }
}
