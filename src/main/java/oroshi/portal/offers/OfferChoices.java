package oroshi.portal.offers;

import java.util.List;
import java.util.stream.Stream;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Category;
import oroshi.portal.Choice;
import oroshi.portal.Texts;

/** What the filters over offers can be set to. */
public record OfferChoices(List<Choice> frequencies, List<Choice> categories, List<Choice> segments) {
    public OfferChoices {
        frequencies = List.copyOf(frequencies);
        categories = List.copyOf(categories);
        segments = List.copyOf(segments);
    }

    /** The choices with one more frequency. */
    public OfferChoices withFrequency(Choice more) {
        return new OfferChoices(
                Stream.concat(frequencies.stream(), Stream.of(more)).toList(), categories, segments);
    }

    /** Only segments that the customer may buy from are named. */
    public static OfferChoices of(List<CatalogItem> offers, Texts texts) {
        var frequencies = Stream.of(BillingCycle.MONTHLY, BillingCycle.ANNUAL)
                .map(cycle -> Choice.of(cycle.name(), texts.text("wizard.frequency." + cycle.name())))
                .toList();
        var categories = Stream.of(Category.ENTERPRISE, Category.SMALL_BUSINESS, Category.TRIAL)
                .map(category -> Choice.of(category.name(), texts.text("wizard.category." + category.name())))
                .toList();
        var segments = offers.stream()
                .map(CatalogItem::segment)
                .distinct()
                .sorted()
                .map(segment -> Choice.of(segment.name(), texts.text("wizard.segment." + segment.name())))
                .toList();
        return new OfferChoices(frequencies, categories, segments);
    }
}
