package oroshi.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import oroshi.catalog.Market;
import oroshi.catalog.Sale;
import oroshi.catalog.SegmentRule;
import oroshi.partners.Partner;

/**
 * A purchase that may take place: the partner may order for the customer, at this moment.
 *
 * @param marketCurrency code of the currency of the customer's market, in which lines may be bought as well
 */
record Deal(Partner partner, Buyer buyer, Optional<String> marketCurrency, Instant at) {
    /** The day of the purchase, on which terms start. */
    LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** The currency of the line: the partner's, unless it names that of the customer's market; empty for any other. */
    Optional<CurrencyUnit> currencyOf(NewOrderLine line) {
        var asked = line.currency();
        if (asked.filter(code -> !code.equalsIgnoreCase(partner.currency().getCode()))
                .isEmpty()) {
            return Optional.of(partner.currency());
        }
        return marketCurrency.filter(asked.get()::equalsIgnoreCase).map(CurrencyUnit::of);
    }

    /** The codes of the currencies in which lines may be bought. */
    String currencies() {
        return Stream.concat(Stream.of(partner.currency().getCode()), marketCurrency.stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** As the other, priced in the currency of the line. */
    Sale sale(NewOrderLine line) {
        return sale(currencyOf(line).orElse(partner.currency()));
    }

    /** What the catalog wants to know of it. */
    Sale sale() {
        return sale(partner.currency());
    }

    /** As the other, priced in the currency. */
    Sale sale(CurrencyUnit currency) {
        var market = new Market(partner.cloud(), partner.country(), buyer.country(), partner.currency()).in(currency);
        var segments = partner.cloud().isPublic()
                ? SegmentRule.forQualifications(buyer.qualifications())
                : SegmentRule.everything();
        return new Sale(market, segments, partner.qualifications(), at);
    }
}
