package oroshi.orders;

import java.util.Set;

/** Which purchases are delivered only after papers were handed in: two products on which a sandbox tries it. */
final class PaperRule {
    private static final Set<String> PRODUCTS = Set.of("DG7GMGF0D7FV", "DG7GMGF0D7FT");

    private PaperRule() {}

    /** The state in which a line begins that nothing has to be set up for. */
    static LineState stateOf(Deal deal, PricedLine line) {
        var product = line.item().key().split(":", -1)[0];
        return deal.partner().sandbox() && PRODUCTS.contains(product)
                ? LineState.WAITING_FOR_PAPERS
                : LineState.FULFILLED;
    }
}
