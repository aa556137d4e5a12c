package oroshi.catalog;

import java.time.Instant;
import oroshi.basics.Cloud;

/** What an operator says about a price list that is to be loaded; the files say the rest. */
public record NewPriceList(Cloud cloud, String name, Instant effectiveFrom) {}
