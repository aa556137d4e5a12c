import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a price sheet of licences as it is published: every SKU in each of the markets and for each kind of customer, in
 * the ways to pay. Its order and its contents are the same every time.
 *
 * <p>java bench/Prices.java FILE ROWS MARKET:CURRENCY…
 */
final class Prices {
    private static final String HEADER = "\"ProductTitle\",\"ProductId\",\"SkuId\",\"SkuTitle\",\"Publisher\",\"SkuDescription\","
            + "\"UnitOfMeasure\",\"TermDuration\",\"BillingPlan\",\"Market\",\"Currency\",\"UnitPrice\",\"PricingTierRangeMin\","
            + "\"PricingTierRangeMax\",\"EffectiveStartDate\",\"EffectiveEndDate\",\"Tags\",\"ERP Price\",\"Segment\"\n";
    private static final List<String> WAYS = List.of(
            "P1M\",\"Monthly", "P1Y\",\"Monthly", "P1Y\",\"Annual", "P3Y\",\"Monthly", "P3Y\",\"Annual");
    private static final List<String> SEGMENTS = List.of("Commercial", "Education");
    private static final int SKUS_OF_A_PRODUCT = 4;

    private Prices() {}

    public static void main(String[] arguments) throws Exception {
        var rows = Long.parseLong(arguments[1]);
        var markets = List.of(arguments).subList(2, arguments.length);
        var written = 0L;
        try (var file = Files.newBufferedWriter(Path.of(arguments[0]))) {
            file.write(HEADER);
            for (var sku = 0; written < rows; sku++) {
                written += write(file, sku, markets, rows - written);
            }
        }
    }

    private static long write(BufferedWriter file, int sku, List<String> markets, long most) throws Exception {
        var written = 0L;
        for (var market : markets) {
            for (var segment : SEGMENTS) {
                for (var way : WAYS) {
                    if (written == most) {
                        return written;
                    }
                    file.write(line(sku, market.split(":"), way, segment));
                    written++;
                }
            }
        }
        return written;
    }

    private static String line(int sku, String[] market, String way, String segment) {
        var product = "Workplace suite " + sku / SKUS_OF_A_PRODUCT;
        var title = product + ", plan " + (sku % SKUS_OF_A_PRODUCT + 1);
        var price = 1_000 + sku % 9_000 + way.length();
        return String.join(
                        "\",\"",
                        "\"" + product,
                        "CFQ7TTC" + String.format("%05X", sku / SKUS_OF_A_PRODUCT),
                        String.format("%04d", sku % SKUS_OF_A_PRODUCT + 1),
                        title,
                        "Microsoft Corporation",
                        "Mail, calendar, storage and meetings for everybody in the company, on every device",
                        "",
                        way,
                        market[0],
                        market[1],
                        Integer.toString(price),
                        "",
                        "",
                        "3/1/2022 12:00:00 AM",
                        "11/30/9999 11:59:59 PM",
                        "License",
                        Integer.toString(price + price / 4),
                        segment)
                + "\"\n";
    }
}
