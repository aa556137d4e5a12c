package oroshi.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import oroshi.access.Role;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerType;

/** The partners and people of the demonstration, as the data files list them. */
public final class DemoSheet {
    private static final List<DemoPartner> PARTNERS =
            read("partners").stream().map(DemoSheet::partner).toList();

    private DemoSheet() {}

    /** Providers stand before their resellers. */
    public static List<DemoPartner> partners() {
        return PARTNERS;
    }

    public static DemoPartner partner(String code) {
        return PARTNERS.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static DemoPartner partner(NamedCsvRecord row) {
        var code = row.getField("code");
        return new DemoPartner(
                code,
                PartnerType.valueOf(row.getField("type")),
                Cloud.valueOf(row.getField("cloud")),
                row.getField("country"),
                CurrencyUnit.of(row.getField("currency")),
                row.getField("name"),
                row.getField("prefix"),
                row.getField("domain"),
                row.getField("mpn_id"),
                Locale.forLanguageTag(row.getField("culture")),
                ZoneId.of(row.getField("zone")),
                row.getField("agreement_signed").equals("yes"),
                row.getField("sandbox").equals("yes"),
                Optional.of(row.getField("provider")).filter(provider -> !provider.isEmpty()),
                users(code));
    }

    private static List<DemoUser> users(String partner) {
        return read("users").stream()
                .filter(row -> row.getField("partner").equals(partner))
                .map(DemoSheet::user)
                .toList();
    }

    private static DemoUser user(NamedCsvRecord row) {
        var roles = Arrays.stream(row.getField("roles").split(" "))
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new DemoUser(row.getField("name"), row.getField("first_name"), row.getField("last_name"), roles);
    }

    private static List<NamedCsvRecord> read(String file) {
        var stream = Objects.requireNonNull(DemoSheet.class.getResourceAsStream("/demo/" + file + ".csv"));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
