package oroshi.catalog;

import org.jspecify.annotations.Nullable;
import oroshi.rest.Attributes;

/** The OfferCategory resource; add-ons stand in a category without id and name. */
record OfferCategoryResource(String id, String name, int rank, String locale, String country, Attributes attributes) {
    static OfferCategoryResource of(@Nullable Category category, String country, WireLocale locale) {
        return new OfferCategoryResource(
                category == null ? "" : category.id(),
                category == null ? "" : locale.text(category.categoryName()),
                category == null ? 0 : category.rank(),
                locale.echo(),
                country,
                Attributes.of("OfferCategory"));
    }
}
