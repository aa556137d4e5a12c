package oroshi.catalog;

import java.util.List;

/** What may be sold, looked through only as far as somebody asks: catalogs are large and most questions small. */
interface Admission {
    /** Of a price list that is not there. */
    Admission OF_NOTHING = new Admission() {
        @Override
        public List<CatalogItem> admitted() {
            return List.of();
        }

        @Override
        public List<CatalogItem> admitted(String product) {
            return List.of();
        }
    };

    /** Everything, by category and title. */
    List<CatalogItem> admitted();

    /** What there is of the product, or the legacy offer, in the same order. */
    List<CatalogItem> admitted(String product);
}
