package oroshi.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.basics.Cloud;
import oroshi.database.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** The catalog alone, on a real database that the tests of this package share. */
final class CatalogStand {
    /** Taken by tests that load, activate or count price lists there: one at a time, or each counts the other's. */
    static final String LISTS = "price lists of the database without an application";

    /** 2019-04-24 10:00 in Tokyo, where the clock of the examples stands. */
    static final Instant EXAMPLES = Instant.parse("2019-04-24T01:00:00Z");

    /** A day when new commerce has been on sale for years. */
    static final Instant LATER = Instant.parse("2026-01-15T00:00:00Z");

    static final Instant EVER = Instant.parse("2017-09-01T00:00:00Z");

    final DataSource dataSource = TestDatabase.migrated();
    final JdbcClient jdbc = JdbcClient.create(dataSource);
    final PriceListTable table = new PriceListTable(jdbc);
    final Catalog catalog;
    final PriceLists priceLists;
    final PriceListLoads loads;
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));

    CatalogStand() {
        var skus = new SkuTable(jdbc, JsonMapper.builder().build());
        var offers = new OfferTable(jdbc);
        catalog = new Catalog(
                new ListsInForce(table), new Shelves(skus, offers, new PriceTable(jdbc), new PromotionTable(jdbc)));
        var tables = new PriceListImport.Tables(skus, offers, new PromotionTable(jdbc), new ExchangeRateTable(jdbc));
        priceLists = new PriceLists(table, tables, dataSource);
        loads = new PriceListLoads(priceLists, table, new PriceListLoadTable(jdbc), tables, dataSource, transaction);
    }

    /** The stand with the demo's lists in force. */
    static CatalogStand withDemo() {
        var stand = new CatalogStand();
        stand.inTransaction(
                () -> stand.priceLists.loadOnce(new NewPriceList(Cloud.PUBLIC, "Demo", EVER), demo("public")));
        stand.inTransaction(
                () -> stand.priceLists.loadOnce(new NewPriceList(Cloud.US_GOV, "Demo", EVER), demo("us-gov")));
        return stand;
    }

    <T> T inTransaction(Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    static List<Resource> demo(String cloud) {
        try {
            return Arrays.asList(new PathMatchingResourcePatternResolver()
                    .getResources("classpath:/demo/catalog/" + cloud + "/*.csv"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file of lines made up for a test. */
    static Resource file(String name, String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

    static Sale sale(String partnerCountry, String customerCountry, String currency, Instant at) {
        return Sale.commercial(
                new Market(Cloud.PUBLIC, partnerCountry, customerCountry, CurrencyUnit.of(currency)), at);
    }
}
