package oroshi.customers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of all countries, read once from the data files. */
final class CountryData {
    private static final CountryData PUBLISHED = new CountryData();

    private final Map<String, List<Subdivision>> subdivisions = read("subdivisions").stream()
            .collect(groupingBy(
                    row -> row.getField("country_iso2"),
                    mapping(
                            row -> new Subdivision(
                                    row.getField("code"), row.getField("name_en"), row.getField("name_ja")),
                            toList())));
    private final Map<String, NamedCsvRecord> addresses = byCountry("address-rules");
    private final Map<String, NamedCsvRecord> registrations = byCountry("registration-ids");
    private final SequencedMap<String, CountryRules> rules;

    private CountryData() {
        var all = new TreeMap<String, CountryRules>();
        read("countries").forEach(row -> all.put(row.getField("country"), rules(row)));
        rules = Collections.unmodifiableSequencedMap(all);
    }

    static CountryData published() {
        return PUBLISHED;
    }

    Optional<CountryRules> find(String code) {
        return Optional.ofNullable(rules.get(code));
    }

    Collection<CountryRules> all() {
        return rules.values();
    }

    private CountryRules rules(NamedCsvRecord row) {
        var code = row.getField("country");
        var country = new Country(code, row.getField("name_en"), row.getField("name_ja"));
        var cultures = Arrays.stream(row.getField("cultures").split(";"))
                .map(Culture::new)
                .toList();
        var address = addresses.get(code);
        return new CountryRules(
                country,
                address == null ? StateKind.TEXT : StateKind.valueOf(upper(address.getField("state_kind"))),
                subdivisions.getOrDefault(code, List.of()),
                address != null && address.getField("postal_required").equals("yes"),
                address == null ? Optional.empty() : pattern(address.getField("postal_regex")),
                address == null ? "" : address.getField("postal_example"),
                registration(registrations.get(code)),
                cultures,
                callingCode(code),
                ZoneId.of(address == null ? "UTC" : address.getField("default_time_zone")));
    }

    /** 0 for the few places without telephones of their own. */
    private static int callingCode(String country) {
        var phones = PhoneNumberUtil.getInstance();
        return phones.getSupportedRegions().contains(country) ? phones.getCountryCodeForRegion(country) : 0;
    }

    private static RegistrationIdRule registration(@Nullable NamedCsvRecord row) {
        if (row == null) {
            return RegistrationIdRule.ELSEWHERE;
        }
        return new RegistrationIdRule(
                row.getField("label_en"),
                row.getField("label_ja"),
                row.getField("required").equals("yes"),
                pattern(row.getField("pattern")));
    }

    private static Optional<Pattern> pattern(String expression) {
        return expression.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(expression));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static Map<String, NamedCsvRecord> byCountry(String file) {
        return read(file).stream().collect(toMap(row -> row.getField("country"), row -> row));
    }

    private static List<NamedCsvRecord> read(String file) {
        var stream = Objects.requireNonNull(CountryData.class.getResourceAsStream("/customers/" + file + ".csv"));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
