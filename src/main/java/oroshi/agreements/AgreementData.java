package oroshi.agreements;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The types of agreements and the first edition of each, as the data files that come with the product have them. */
final class AgreementData {
    private static final List<AgreementType> TYPES = read("types.csv").stream()
            .map(row -> new AgreementType(
                    row.getField("key"),
                    row.getField("wire_name"),
                    row.getField("template_id"),
                    Boolean.parseBoolean(row.getField("attestable")),
                    row.getField("english"),
                    row.getField("japanese")))
            .toList();

    private AgreementData() {}

    static List<AgreementType> types() {
        return TYPES;
    }

    static Optional<AgreementType> find(String key) {
        return TYPES.stream().filter(type -> type.key().equals(key)).findFirst();
    }

    /** A type that data or settings name; a name that no type has is a mistake of the operator. */
    static AgreementType get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("There is no agreement type " + key));
    }

    /** The first edition of every type: one template for each country of its file. */
    static List<AgreementTemplate> firstEditions() {
        return TYPES.stream().flatMap(type -> firstEdition(type).stream()).toList();
    }

    private static List<AgreementTemplate> firstEdition(AgreementType type) {
        return read(type.key() + ".csv").stream()
                .map(row -> new AgreementTemplate(
                        type,
                        type.templateId(),
                        row.getField("country"),
                        0,
                        LocalDate.parse(row.getField("effective_from")),
                        Arrays.asList(row.getField("languages").split(";"))))
                .toList();
    }

    private static List<NamedCsvRecord> read(String name) {
        var stream = Objects.requireNonNull(AgreementData.class.getResourceAsStream("/agreements/" + name));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
