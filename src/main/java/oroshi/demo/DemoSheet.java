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
import oroshi.partners.ProfileAddress;
import oroshi.partners.ProfileContact;
import oroshi.partners.SupportProfile;

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

    /** What the partner says about itself. */
    static DemoProfile profile(DemoPartner partner) {
        return read("profiles").stream()
                .filter(row -> row.getField("partner").equals(partner.code()))
                .map(row -> profile(partner, row))
                .findFirst()
                .orElseThrow();
    }

    private static DemoProfile profile(DemoPartner partner, NamedCsvRecord row) {
        var firstName = row.getField("first_name");
        var lastName = row.getField("last_name");
        var address = new ProfileAddress(
                partner.country(),
                "",
                row.getField("city"),
                row.getField("state"),
                row.getField("address_line_1"),
                row.getField("address_line_2"),
                "",
                row.getField("postal_code"),
                firstName,
                "",
                lastName,
                row.getField("phone"));
        return new DemoProfile(
                address,
                new ProfileContact(firstName, "", lastName, row.getField("email"), row.getField("phone")),
                new SupportProfile(
                        row.getField("help_email"), row.getField("help_phone"), row.getField("help_website")));
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
