package oroshi;

import static java.util.stream.Collectors.toUnmodifiableSet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import oroshi.access.Role;
import oroshi.basics.PartnerType;

/**
 * Who may call one operation, as the contract says.
 *
 * @param roles the contract's names; some of them nobody can have here
 * @param partnerTypes the contract's names; empty admits all
 * @param success the statuses of its good answers, the usual one first
 */
record AccessRule(
        String family,
        String operationId,
        String method,
        String path,
        Set<String> tokens,
        Set<String> roles,
        Set<String> partnerTypes,
        List<Integer> success) {
    private static final Path FILE = Path.of("src/test/resources/oroshi/access/roles.csv");

    static List<AccessRule> all() {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(FILE)) {
            return csv.stream().map(AccessRule::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static AccessRule of(NamedCsvRecord row) {
        return new AccessRule(
                row.getField("family"),
                row.getField("operationId"),
                row.getField("method"),
                row.getField("path"),
                words(row, "tokens"),
                words(row, "roles"),
                words(row, "partnerTypes"),
                Arrays.stream(row.getField("success").split(" "))
                        .map(Integer::valueOf)
                        .toList());
    }

    private static Set<String> words(NamedCsvRecord row, String field) {
        return Arrays.stream(row.getField(field).split(" "))
                .filter(word -> !word.isEmpty())
                .collect(toUnmodifiableSet());
    }

    boolean admitsApplicationAlone() {
        return tokens.contains("app-only");
    }

    boolean admits(Set<Role> held) {
        return roles.isEmpty()
                || !Collections.disjoint(
                        roles, held.stream().map(AccessRule::name).toList());
    }

    boolean admits(PartnerType type) {
        return partnerTypes.isEmpty()
                || partnerTypes.contains(type.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** {@code ADMIN_AGENT} is {@code AdminAgent} there. */
    private static String name(Role role) {
        var name = new StringBuilder();
        for (var word : role.name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    boolean isOfCustomer() {
        return path.contains("{customerId}");
    }

    Route route() {
        return new Route(method, path);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
