package oroshi.portal.onboarding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.portal.Link;

/** Which of the offers the Subscriptions page shows; what it hides keeps its quantity. */
record OfferFilter(String frequency, String category, String segment, String search) {
    static OfferFilter read(Function<String, @Nullable String> form) {
        return new OfferFilter(
                text(form.apply("frequency")),
                text(form.apply("category")),
                text(form.apply("segment")),
                text(form.apply("q")));
    }

    boolean shows(CatalogItem item) {
        return showsCycle(item) && showsCategory(item) && showsSegment(item) && isFoundIn(item);
    }

    Link in(String path) {
        return Link.to(path)
                .with("frequency", frequency)
                .with("category", category)
                .with("segment", segment)
                .with("q", search);
    }

    private boolean showsCycle(CatalogItem item) {
        return frequency.isEmpty()
                || item.billingCycles().stream().map(BillingCycle::name).anyMatch(frequency::equals);
    }

    private boolean showsCategory(CatalogItem item) {
        var shelf = item.category();
        return category.isEmpty() || shelf != null && shelf.name().equals(category);
    }

    private boolean showsSegment(CatalogItem item) {
        return segment.isEmpty() || item.segment().name().equals(segment);
    }

    private boolean isFoundIn(CatalogItem item) {
        var sought = folded(search);
        return sought.isEmpty()
                || folded(item.title().english()).contains(sought)
                || folded(item.title().japanese()).contains(sought)
                || folded(item.id()).contains(sought)
                || folded(item.code()).contains(sought);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
