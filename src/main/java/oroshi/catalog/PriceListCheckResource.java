package oroshi.catalog;

import java.util.List;

/** What a dry run found, as the operator reads it: how much the list holds, or what is wrong with it. */
record PriceListCheckResource(
        boolean loadable, long prices, int skus, int offers, int problemCount, List<String> problems) {
    static PriceListCheckResource of(PriceListImport.Content content) {
        return new PriceListCheckResource(true, content.prices(), content.skus(), content.offers(), 0, List.of());
    }

    static PriceListCheckResource of(PriceListRejected rejected) {
        var problems =
                rejected.problems().stream().map(PriceListProblem::toString).toList();
        return new PriceListCheckResource(false, 0, 0, 0, rejected.found(), problems);
    }
}
