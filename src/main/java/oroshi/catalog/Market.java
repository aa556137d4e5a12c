package oroshi.catalog;

import java.util.Locale;
import org.joda.money.CurrencyUnit;
import oroshi.basics.Cloud;

/**
 * Where a sale takes place: an item must be sold in the seller's and in the buyer's country.
 *
 * @param currency of the prices: the one the seller is billed in, or that of the buyer's country
 * @param partnerCurrency the one the seller is billed in
 */
public record Market(
        Cloud cloud,
        String partnerCountry,
        String customerCountry,
        CurrencyUnit currency,
        CurrencyUnit partnerCurrency) {
    public Market {
        partnerCountry = partnerCountry.toUpperCase(Locale.ROOT);
        customerCountry = customerCountry.toUpperCase(Locale.ROOT);
    }

    /** Priced in the currency that the seller is billed in. */
    public Market(Cloud cloud, String partnerCountry, String customerCountry, CurrencyUnit currency) {
        this(cloud, partnerCountry, customerCountry, currency, currency);
    }

    /** The same priced in another currency. */
    public Market in(CurrencyUnit other) {
        return new Market(cloud, partnerCountry, customerCountry, other, partnerCurrency);
    }

    /** Seller and buyer in one country. */
    public static Market within(Cloud cloud, String country, CurrencyUnit currency) {
        return new Market(cloud, country, country, currency);
    }
}
