package oroshi.catalog;

import java.util.List;

/**
 * What the published files say about a SKU and nothing here decides by; whoever downloads a sheet gets it back.
 *
 * @param countries the markets that the offer matrix names
 * @param hasRules whether the SKU stands in the offer matrix
 */
record PublishedFacts(
        String unitOfMeasure,
        String tags,
        String meterIds,
        String meterType,
        List<String> countries,
        boolean hasRules) {}
