package oroshi.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Who reads an answer of the catalog, as far as its form depends on it.
 *
 * @param client what {@code MS-PartnerCenter-Client} says; the Java SDK cannot read everything
 */
record CatalogReader(WireLocale locale, @Nullable String client) {
    private static final String JAVA_SDK = "Partner Center Java SDK";

    static CatalogReader of(@Nullable String locale, @Nullable String client) {
        return new CatalogReader(WireLocale.of(locale), client);
    }

    String text(LocalizedText text) {
        return locale.text(text);
    }

    /** The Java SDK refuses a whole answer over a cycle it does not know, or a list inside the open map of a SKU. */
    boolean needsReducedForm() {
        return client != null && client.strip().equalsIgnoreCase(JAVA_SDK);
    }

    String wire(BillingCycle cycle) {
        var isNew = cycle == BillingCycle.TRIENNIAL || cycle == BillingCycle.BIENNIAL;
        return needsReducedForm() && isNew ? BillingCycle.NONE.wire() : cycle.wire();
    }
}
