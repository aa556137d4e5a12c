package oroshi.partners;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;
import oroshi.basics.Refusal;

/** Where partners may sell: the countries of the market region that a partner's own country lies in. */
@Component
public class Markets {
    private static final String RESOURCE = "/partners/market-regions.csv";

    private final Map<String, MarketCountry> countries = read();

    Markets() {}

    /** The country with the code, in any letter case. */
    public Optional<MarketCountry> findCountry(String code) {
        return Optional.ofNullable(countries.get(code.toUpperCase(Locale.ROOT)));
    }

    /** The market region of the country, for example {@code EUROPE}. */
    public Optional<String> regionOf(String country) {
        return findCountry(country).map(MarketCountry::marketRegion);
    }

    /** Every country of every region, by English name. */
    public List<MarketCountry> all() {
        return List.copyOf(countries.values());
    }

    /** The countries whose customers the partner may add, by English name; none in a cloud that takes no new ones. */
    public List<MarketCountry> countriesOf(Partner partner) {
        return countries.values().stream()
                .filter(country -> maySell(partner, country.code()))
                .toList();
    }

    /** Whether the partner may add a customer in the country. */
    public boolean maySell(Partner partner, String country) {
        return switch (partner.cloud()) {
            case PUBLIC ->
                regionOf(country).filter(partner.marketRegion()::equals).isPresent();
            case US_GOV -> country.equalsIgnoreCase("US");
            case GERMANY -> false;
        };
    }

    /** Refuses when the partner may not add a customer in the country. */
    public void require(Partner partner, String country) {
        if (!maySell(partner, country)) {
            throw Refusal.because(PartnerRefusal.COUNTRY_NOT_IN_MARKET, country);
        }
    }

    /** Whether adding customers is open in the cloud at all. */
    public boolean takesNewCustomers(Cloud cloud) {
        return cloud != Cloud.GERMANY;
    }

    private static Map<String, MarketCountry> read() {
        var stream = Objects.requireNonNull(Markets.class.getResourceAsStream(RESOURCE));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream()
                    .map(Markets::country)
                    .sorted((a, b) -> a.english().compareTo(b.english()))
                    .collect(Collectors.toMap(
                            MarketCountry::code, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MarketCountry country(NamedCsvRecord row) {
        var currency = row.getField("currency");
        return new MarketCountry(
                row.getField("country_iso2"),
                row.getField("country_en"),
                row.getField("country_ja"),
                row.getField("market_region"),
                currency.isBlank() ? Optional.empty() : Optional.of(currency));
    }
}
