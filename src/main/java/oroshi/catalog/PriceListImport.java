package oroshi.catalog;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;

/** Loads the files of one price list; used once. Prices stream through, only what describes SKUs and offers is kept. */
final class PriceListImport {
    private static final Logger LOG = LoggerFactory.getLogger(PriceListImport.class);
    private static final long PROGRESS = 100_000;
    private static final Pattern CURRENCY_IN_NAME = Pattern.compile(".*[-_]([A-Z]{3})\\.csv", Pattern.CASE_INSENSITIVE);

    private final UUID priceListId;
    private final Tables tables;
    private final PriceFiles files = new PriceFiles();
    private final PriceSheetReader sheets = new PriceSheetReader();
    private final Map<String, PriceFileLine> details = new HashMap<>();
    private final Map<String, PriceFileLine> matrix = new LinkedHashMap<>();
    private final Map<String, PriceFileLine> legacyMatrix = new LinkedHashMap<>();
    private final LegacyOfferAssembly offers = new LegacyOfferAssembly(legacyMatrix, details);
    private final Map<String, PriceFileLine> promotions = new LinkedHashMap<>();
    private long rows;

    /** Where the import writes. */
    record Tables(
            Connection connection,
            SkuTable skus,
            OfferTable offers,
            PromotionTable promotions,
            ExchangeRateTable rates) {}

    PriceListImport(UUID priceListId, Tables tables) {
        this.priceListId = priceListId;
        this.tables = tables;
    }

    /** Loads everything, or refuses with the lines that are wrong. */
    void load(List<Resource> resources) throws SQLException {
        for (var file : files.recognise(resources)) {
            read(file);
        }
        files.refuse();
        storeSkus();
        storeOffers();
        storePromotions();
        files.refuse();
        LOG.info("Loaded {} prices, {} SKUs, {} offers", rows, sheets.skus().size(), legacyMatrix.size());
    }

    private void read(PriceFiles.PriceFile file) throws SQLException {
        switch (file.format()) {
            case DETAILS ->
                files.read(file, line -> once(details, line.required("ItemId").replace('/', ':'), line));
            case OFFER_MATRIX -> files.read(file, line -> once(matrix, skuKey(line), line));
            case LEGACY_OFFER_MATRIX ->
                files.read(file, line -> once(legacyMatrix, line.required("Durable Offer ID"), line));
            case AZURE_PRICES, LICENSE_PRICES -> copy(file);
            case LEGACY_PRICES -> readLegacyPrices(file);
            case EXCHANGE_RATES -> files.read(file, this::storeRate);
            case PROMOTIONS ->
                files.read(
                        file,
                        line -> once(
                                promotions,
                                line.required("PromotionId") + " " + skuKey(line) + line.text("TermDuration")
                                        + line.text("BillingPlan"),
                                line));
        }
    }

    private static void once(Map<String, PriceFileLine> lines, String key, PriceFileLine line) {
        if (lines.putIfAbsent(key, line) != null) {
            throw line.unreadable("", "repeats " + key);
        }
    }

    private static String skuKey(PriceFileLine line) {
        return line.matching("ProductId", PriceSheetReader.PRODUCT_ID)
                + ":"
                + line.matching("SkuId", PriceSheetReader.SKU_ID);
    }

    private void copy(PriceFiles.PriceFile file) throws SQLException {
        var copy = PriceCopy.into(tables.connection(), priceListId);
        try {
            files.read(file, line -> copy(copy, file, line));
            copy.finish();
        } catch (PSQLException refused) {
            throw rejected(file, refused);
        } finally {
            copy.cancel();
        }
    }

    private void copy(PriceCopy copy, PriceFiles.PriceFile file, PriceFileLine line) {
        var priced = sheets.read(file.format(), line);
        try {
            copy.add(priced);
        } catch (SQLException broken) {
            throw new IllegalStateException("The copy into the price table broke", broken);
        }
        if (++rows % PROGRESS == 0) {
            LOG.info("{}: {} prices read so far", file.name(), rows);
        }
    }

    /** Only the database sees that two lines price the same thing for the same time; it says which. */
    private static RuntimeException rejected(PriceFiles.PriceFile file, PSQLException refused) {
        var message = refused.getServerErrorMessage();
        if (message == null || !"23505".equals(message.getSQLState())) {
            return new IllegalStateException("The copy into the price table failed", refused);
        }
        return new PriceListRejected(List.of(new PriceListProblem(
                file.name(), 0, "", "two lines price the same thing from the same time: " + message.getDetail())));
    }

    private void readLegacyPrices(PriceFiles.PriceFile file) {
        var currency = currencyIn(file.name());
        if (currency.isEmpty()) {
            files.report(
                    new PriceListProblem(file.name(), 1, "", "the file's name must end in a currency, like -EUR.csv"));
            return;
        }
        files.read(file, line -> offers.price(line).ifPresent(price -> {
            if (!tables.offers().insertPrice(priceListId, currency.get(), price)) {
                throw line.unreadable("Offer ID", "has a price from the same day already");
            }
        }));
    }

    private void storeRate(PriceFileLine line) {
        var rate = ExchangeRate.read(line);
        if (!tables.rates().insert(priceListId, rate)) {
            throw line.unreadable("CurrencyCode", "has a rate for the month already");
        }
    }

    private static Optional<String> currencyIn(String name) {
        var matcher = CURRENCY_IN_NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(matcher.group(1).toUpperCase(Locale.ROOT))
                        .filter(code -> PriceSheetReader.knownCurrency(code).isPresent())
                : Optional.empty();
    }

    private void storeSkus() {
        var assembly = new SkuAssembly(sheets.skus(), matrix, details);
        var known = names(assembly.keys());
        var products = new HashSet<String>();
        for (var key : assembly.keys()) {
            attempt(() -> {
                var sku = assembly.sku(key);
                checkNames(matrix.get(key), sku.prerequisites(), known);
                checkNames(matrix.get(key), sku.upgradeTargets(), known);
                checkNames(matrix.get(key), sku.conversionTargets(), known);
                if (products.add(sku.product().id())) {
                    tables.skus().insert(priceListId, sku.product());
                }
                tables.skus().insert(priceListId, sku, assembly.published(key));
            });
        }
    }

    private void storeOffers() {
        var known = names(offers.ids());
        for (var id : offers.ids()) {
            attempt(() -> {
                var offer = offers.offer(id);
                checkNames(legacyMatrix.get(id), offer.prerequisites(), known);
                checkNames(legacyMatrix.get(id), offer.upgradeTargets(), known);
                checkNames(legacyMatrix.get(id), offer.conversionTargets(), known);
                tables.offers().insert(priceListId, offer);
            });
        }
    }

    private void storePromotions() {
        var reader = new PromotionReader();
        var line = 0;
        for (var promotion : promotions.values()) {
            var number = ++line;
            attempt(() -> {
                var read = reader.read(promotion);
                checkNames(promotion, List.of(skuKey(promotion)), sheets.skus().keySet());
                tables.promotions()
                        .insert(priceListId, number, read, read.discounts().getFirst());
            });
        }
    }

    /** Everything that a rule of this list may name: SKUs and legacy offers alike. */
    private Set<String> names(Set<String> own) {
        var names = new HashSet<>(own);
        names.addAll(sheets.skus().keySet());
        names.addAll(matrix.keySet());
        names.addAll(legacyMatrix.keySet());
        return names;
    }

    private static void checkNames(@Nullable PriceFileLine line, List<String> named, Set<String> known) {
        for (var name : named) {
            if (line != null && !known.contains(name)) {
                throw line.unreadable("", "names " + name + ", which the list doesn't hold");
            }
        }
    }

    private void attempt(Runnable store) {
        try {
            store.run();
        } catch (PriceFileLine.Unreadable unreadable) {
            files.report(unreadable.problem());
        }
    }

    static BigDecimal fraction(PriceFileLine line, String column) {
        var fraction = line.amount(column);
        if (fraction.compareTo(BigDecimal.ONE) > 0) {
            throw line.unreadable(column, "is more than 1, which is 100 percent");
        }
        return fraction;
    }
}
