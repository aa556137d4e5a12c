package oroshi.portal.offers;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;
import oroshi.portal.Form;
import oroshi.portal.Link;

/**
 * Which of the offers a page shows. An empty word lets everything through, and so does a filter that a page doesn't
 * have.
 *
 * @param shelf name of an {@link OfferShelf}
 * @param publisher {@code operator} or {@code partner}
 * @param billing {@code license} or {@code usage}
 * @param frequency name of a billing cycle, or {@code TRIAL}
 */
public record OfferFilter(
        String shelf,
        String publisher,
        String billing,
        String frequency,
        String category,
        String segment,
        String search) {
    public static OfferFilter read(Function<String, @Nullable String> form) {
        return new OfferFilter(
                text(form.apply("tab")),
                text(form.apply("publisher")),
                text(form.apply("billing")),
                text(form.apply("frequency")),
                text(form.apply("category")),
                text(form.apply("segment")),
                text(form.apply("q")));
    }

    public boolean shows(CatalogItem item) {
        return showsShelf(item)
                && showsPublisher(item)
                && showsBilling(item)
                && showsCycle(item)
                && showsCategory(item)
                && showsSegment(item)
                && isFoundIn(item);
    }

    /** The address of the page with these filters, so that Back and sharing work. */
    public Link in(String path) {
        return Link.to(path)
                .with("tab", shelf)
                .with("publisher", publisher)
                .with("billing", billing)
                .with("frequency", frequency)
                .with("category", category)
                .with("segment", segment)
                .with("q", search);
    }

    /** The filters as their form shows them. */
    public Form form() {
        return Form.empty()
                .fill("tab", shelf)
                .fill("publisher", publisher)
                .fill("billing", billing)
                .fill("frequency", frequency)
                .fill("category", category)
                .fill("segment", segment)
                .fill("q", search);
    }

    private boolean showsShelf(CatalogItem item) {
        return Arrays.stream(OfferShelf.values())
                .filter(each -> each.name().equals(shelf))
                .allMatch(each -> each.holds(item));
    }

    private boolean showsPublisher(CatalogItem item) {
        return switch (publisher) {
            case "operator" -> item.isOperatorProduct();
            case "partner" -> !item.isOperatorProduct();
            default -> true;
        };
    }

    private boolean showsBilling(CatalogItem item) {
        return switch (billing) {
            case "license" -> item.kind() != ItemKind.USAGE;
            case "usage" -> item.kind() == ItemKind.USAGE;
            default -> true;
        };
    }

    private boolean showsCycle(CatalogItem item) {
        return frequency.isEmpty()
                || (frequency.equals("TRIAL")
                        ? item.isTrial()
                        : item.billingCycles().stream().map(BillingCycle::name).anyMatch(frequency::equals));
    }

    private boolean showsCategory(CatalogItem item) {
        var stand = item.category();
        return category.isEmpty() || stand != null && stand.name().equals(category);
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
