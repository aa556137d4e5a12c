package oroshi.orders;

import static oroshi.orders.OrderRefusal.INPUT_INVALID;
import static oroshi.orders.OrderRefusal.METADATA_INCOMPLETE;
import static oroshi.orders.OrderRefusal.PURCHASE_ORDER_MISSING;
import static oroshi.orders.OrderRefusal.TENDER_MISSING;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import oroshi.basics.Refusal;

/**
 * Papers that a partner hands in together. An instance is complete: with a purchase order, and with a tender where it is
 * one.
 *
 * @param customerPrice what the customer pays the partner
 * @param fxRate at which the partner converted the price, if it did
 * @param tenderLink where the tender can be read
 */
public record NewPapers(
        boolean isTender,
        BigDecimal customerPrice,
        String currency,
        Optional<BigDecimal> fxRate,
        Optional<String> tenderLink,
        List<NewAttachment> files) {
    private static final int MOST_FILES = 10;
    private static final int LONGEST_LINK = 2_000;
    private static final BigDecimal TOO_MUCH = new BigDecimal("1e14");

    public NewPapers {
        files = List.copyOf(files);
        if (!has(files, AttachmentKind.PURCHASE_ORDER)) {
            throw Refusal.because(PURCHASE_ORDER_MISSING);
        }
        if (isTender && tenderLink.isEmpty() && !has(files, AttachmentKind.TENDER)) {
            throw Refusal.because(TENDER_MISSING);
        }
        if (files.size() > MOST_FILES) {
            throw Refusal.because(INPUT_INVALID, "at most " + MOST_FILES + " files are handed in together");
        }
    }

    private static boolean has(List<NewAttachment> files, AttachmentKind kind) {
        return files.stream().anyMatch(file -> file.kind() == kind);
    }

    /** What the partner says, as texts; refuses what is missing or cannot be read. */
    public static NewPapers read(
            boolean isTender, String price, String currency, String fxRate, String link, List<NewAttachment> files) {
        if (price.isBlank() || currency.isBlank()) {
            throw Refusal.because(METADATA_INCOMPLETE);
        }
        return new NewPapers(
                isTender,
                number("customerPrice", price),
                currency(currency),
                Optional.of(fxRate).filter(text -> !text.isBlank()).map(text -> number("fxRate", text)),
                Optional.of(link.strip()).filter(text -> !text.isEmpty()).map(NewPapers::address),
                files);
    }

    private static BigDecimal number(String name, String text) {
        try {
            var number = new BigDecimal(text.strip());
            if (number.signum() >= 0
                    && number.compareTo(TOO_MUCH) < 0
                    && number.scale() <= 8
                    && number.scale() >= -14) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Said below, as of a number that is out of range.
        }
        throw Refusal.because(INPUT_INVALID, name + " is no amount");
    }

    private static String currency(String code) {
        var word = code.strip().toUpperCase(Locale.ROOT);
        return Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(word::equals)
                .findFirst()
                .orElseThrow(() -> Refusal.because(INPUT_INVALID, "currency is no code of a currency"));
    }

    private static String address(String link) {
        try {
            var scheme = String.valueOf(URI.create(link).getScheme());
            if (link.length() <= LONGEST_LINK && (scheme.equals("https") || scheme.equals("http"))) {
                return link;
            }
        } catch (IllegalArgumentException noAddress) {
            // Said below, as of an address that leads nowhere.
        }
        throw Refusal.because(INPUT_INVALID, "tenderLink is no address of the web");
    }
}
