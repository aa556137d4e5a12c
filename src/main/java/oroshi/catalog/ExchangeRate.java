package oroshi.catalog;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What one unit of a currency is worth in US dollars, for a whole month.
 *
 * @param month as the file writes it: {@code yyyyMM}
 */
record ExchangeRate(String month, String currency, BigDecimal usdPerUnit) {
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}(0[1-9]|1[0-2])");

    static ExchangeRate read(PriceFileLine line) {
        var rate = line.rate("USDPerUnit");
        return new ExchangeRate(
                line.matching("Month", MONTH),
                line.value("CurrencyCode", PriceSheetReader::knownCurrency).getCode(),
                rate);
    }
}
