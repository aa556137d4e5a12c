package oroshi.catalog;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a promotions file, one for each product a promotion discounts. */
final class PromotionReader {
    private final PriceFileTimes times = new PriceFileTimes();

    Promotion read(PriceFileLine line) {
        return new Promotion(
                line.required("PromotionId"),
                line.value("Segment", Segment::find),
                Set.copyOf(line.list("Markets", ";")),
                new LocalizedText(line.required("Name"), line.text("NameJa")),
                new LocalizedText(line.text("Description"), line.text("DescriptionJa")),
                line.value("StartDate", times::start),
                line.value("EndDate", times::end),
                line.text("AutoApplicable").equalsIgnoreCase("true"),
                List.of(new Promotion.Discount(
                        line.required("ProductId"),
                        line.required("SkuId"),
                        line.value("TermDuration", Term::find),
                        line.value("BillingPlan", BillingCycle::find),
                        PriceListImport.fraction(line, "Discount"))),
                optional(line, "MinSeats"),
                optional(line, "MaxSeats"),
                optional(line, "MaxRedemptions"),
                line.text("FirstPurchaseOnly").equalsIgnoreCase("true"),
                line.list("RequiredProducts", ";").stream()
                        .map(PromotionReader::alternatives)
                        .toList());
    }

    /** The file writes {@code A/0001|B/0001}: one of these must be owned. */
    private static Set<String> alternatives(String text) {
        return Set.copyOf(List.of(text.replace('/', ':').split("\\|")));
    }

    private static @Nullable Integer optional(PriceFileLine line, String column) {
        return line.text(column).isEmpty() ? null : line.integer(column, 0);
    }
}
