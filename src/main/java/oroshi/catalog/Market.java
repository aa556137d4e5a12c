package oroshi.catalog;

import java.util.Locale;
import org.joda.money.CurrencyUnit;
import oroshi.basics.Cloud;

/**
 * Where a sale takes place: an item must be sold in the seller's and in the buyer's country, and is priced in the
 * currency the seller is billed in.
 */
public record Market(Cloud cloud, String partnerCountry, String customerCountry, CurrencyUnit currency) {
    public Market {
        partnerCountry = partnerCountry.toUpperCase(Locale.ROOT);
        customerCountry = customerCountry.toUpperCase(Locale.ROOT);
    }

    /** Seller and buyer in one country. */
    public static Market within(Cloud cloud, String country, CurrencyUnit currency) {
        return new Market(cloud, country, country, currency);
    }
}
