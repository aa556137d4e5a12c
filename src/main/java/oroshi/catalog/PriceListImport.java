package oroshi.catalog;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Reads the files of one price list; used once. Prices stream through to their sink, only what describes SKUs and offers is
 * kept. As soon as anything is wrong no more prices are passed on, but reading goes on to the last line.
 */
final class PriceListImport {
    private static final Logger LOG = LoggerFactory.getLogger(PriceListImport.class);
    private static final long PROGRESS = 100_000;
    private static final Pattern CURRENCY_IN_NAME = Pattern.compile(".*[-_]([A-Z]{3})\\.csv", Pattern.CASE_INSENSITIVE);

    private final PriceFiles files = new PriceFiles();
    private final PriceSink prices;
    private final PriceSheetReader sheets = new PriceSheetReader();
    private final PriceKeys keys = new PriceKeys();
    private final Set<String> suspects = new HashSet<>();
    private final Map<String, PriceFileLine> details = new HashMap<>();
    private final Map<String, PriceFileLine> matrix = new LinkedHashMap<>();
    private final Map<String, PriceFileLine> legacyMatrix = new LinkedHashMap<>();
    private final LegacyOfferAssembly offers = new LegacyOfferAssembly(legacyMatrix, details);
    private final Map<String, LegacyPrice> legacyPrices = new LinkedHashMap<>();
    private final Map<String, ExchangeRate> rates = new LinkedHashMap<>();
    private final Map<String, PriceFileLine> promotions = new LinkedHashMap<>();
    private long rows;

    /** Where what describes the items is stored. */
    @Component
    record Tables(SkuTable skus, OfferTable offers, PromotionTable promotions, ExchangeRateTable rates) {}

    /** How much a list holds. */
    record Content(long prices, int skus, int offers) {}

    private record LegacyPrice(String currency, OfferTable.MonthlyPrice price) {}

    PriceListImport(PriceSink prices) {
        this.prices = prices;
    }

    /** Reads everything, or refuses with the lines that are wrong. */
    Content read(List<Resource> resources, IntConsumer filesDone) {
        var recognised = files.recognise(resources);
        for (var done = 0; done < recognised.size(); done++) {
            filesDone.accept(done);
            read(recognised.get(done));
        }
        compareSuspects(recognised);
        files.refuse();
        prices.finish();
        filesDone.accept(recognised.size());
        return new Content(rows, sheets.skus().size(), legacyMatrix.size());
    }

    /** Stores what was read besides prices, or refuses with the lines that are wrong. */
    void store(UUID priceListId, Tables tables) {
        storeSkus(priceListId, tables);
        storeOffers(priceListId, tables);
        storePromotions(priceListId, tables);
        files.refuse();
        rates.values().forEach(rate -> tables.rates().insert(priceListId, rate));
        legacyPrices.values().forEach(legacy -> tables.offers()
                .insertPrice(priceListId, legacy.currency(), legacy.price()));
        LOG.info("Loaded {} prices, {} SKUs, {} offers", rows, sheets.skus().size(), legacyMatrix.size());
    }

    private void read(PriceFiles.PriceFile file) {
        switch (file.format()) {
            case DETAILS ->
                files.read(file, line -> once(details, line.required("ItemId").replace('/', ':'), line));
            case OFFER_MATRIX -> files.read(file, line -> once(matrix, skuKey(line), line));
            case LEGACY_OFFER_MATRIX ->
                files.read(file, line -> once(legacyMatrix, line.required("Durable Offer ID"), line));
            case AZURE_PRICES, LICENSE_PRICES -> files.read(file, line -> price(file, line));
            case LEGACY_PRICES -> readLegacyPrices(file);
            case EXCHANGE_RATES -> files.read(file, this::rate);
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

    private void price(PriceFiles.PriceFile file, PriceFileLine line) {
        var text = PriceText.of(sheets.read(file.format(), line));
        if (!keys.add(text.key())) {
            suspects.add(text.key());
        } else if (!files.isRefused()) {
            prices.add(text);
        }
        if (++rows % PROGRESS == 0) {
            LOG.info("{}: {} prices read so far", file.name(), rows);
        }
    }

    /** Reads again what may price the same thing for the same time, and names every line that does. */
    private void compareSuspects(List<PriceFiles.PriceFile> recognised) {
        if (suspects.isEmpty()) {
            return;
        }
        var first = new LinkedHashMap<String, PriceFileLine>();
        var alone = new LinkedHashMap<String, PriceText>();
        for (var file : recognised) {
            if (file.format() == PriceFileFormat.AZURE_PRICES || file.format() == PriceFileFormat.LICENSE_PRICES) {
                files.read(file, line -> compare(file, line, first, alone));
            }
        }
        if (!files.isRefused()) {
            alone.values().forEach(prices::add);
        }
    }

    private void compare(
            PriceFiles.PriceFile file,
            PriceFileLine line,
            Map<String, PriceFileLine> first,
            Map<String, PriceText> alone) {
        var text = files.ifReadable(() -> PriceText.of(sheets.read(file.format(), line)));
        if (text.isEmpty() || !suspects.contains(text.get().key())) {
            return;
        }
        var key = text.get().key();
        var earlier = first.putIfAbsent(key, line);
        alone.put(key, text.get());
        if (earlier != null) {
            throw line.unreadable(
                    "", "prices the same from the same time as " + earlier.place() + ": " + key.replace('\t', ' '));
        }
    }

    private void readLegacyPrices(PriceFiles.PriceFile file) {
        var currency = currencyIn(file.name());
        if (currency.isEmpty()) {
            files.report(
                    new PriceListProblem(file.name(), 1, "", "the file's name must end in a currency, like -EUR.csv"));
            return;
        }
        files.read(file, line -> offers.price(line).ifPresent(price -> {
            var key = currency.get() + " " + price.offerId().toLowerCase(Locale.ROOT) + " " + price.from();
            if (legacyPrices.putIfAbsent(key, new LegacyPrice(currency.get(), price)) != null) {
                throw line.unreadable("Offer ID", "has a price from the same day already");
            }
        }));
    }

    private void rate(PriceFileLine line) {
        var rate = ExchangeRate.read(line);
        if (rates.putIfAbsent(rate.month() + rate.currency(), rate) != null) {
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

    private void storeSkus(UUID priceListId, Tables tables) {
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

    private void storeOffers(UUID priceListId, Tables tables) {
        var known = names(offers.ids());
        for (var id : offers.ids()) {
            attempt(() -> {
                var offer = offers.offer(id);
                checkNames(legacyMatrix.get(id), offer.prerequisites(), known);
                checkNames(legacyMatrix.get(id), offer.upgradeTargets(), known);
                checkNames(legacyMatrix.get(id), offer.conversionTargets(), known);
                checkNames(
                        legacyMatrix.get(id),
                        offer.successor().stream().toList(),
                        sheets.skus().keySet());
                tables.offers().insert(priceListId, offer);
            });
        }
    }

    private void storePromotions(UUID priceListId, Tables tables) {
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
