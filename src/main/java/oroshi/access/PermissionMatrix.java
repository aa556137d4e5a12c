package oroshi.access;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which role has which permission, as the data file says. */
public final class PermissionMatrix {
    private static final String RESOURCE = "/access/role-permissions.csv";
    private static final PermissionMatrix PUBLISHED = read();

    private final Map<Permission, Set<Role>> changers = new EnumMap<>(Permission.class);
    private final Map<Permission, Set<Role>> readers = new EnumMap<>(Permission.class);

    private PermissionMatrix() {}

    public static PermissionMatrix published() {
        return PUBLISHED;
    }

    /** The roles that have the permission in full. */
    public Set<Role> rolesWith(Permission permission) {
        return Objects.requireNonNull(changers.get(permission));
    }

    /** Whether one of the roles has the permission in full. */
    public boolean allows(Collection<Role> roles, Permission permission) {
        return roles.stream().anyMatch(rolesWith(permission)::contains);
    }

    /** Whether one of the roles has the permission, be it for reading only. */
    public boolean allowsReading(Collection<Role> roles, Permission permission) {
        var readOnly = Objects.requireNonNull(readers.get(permission));
        return allows(roles, permission) || roles.stream().anyMatch(readOnly::contains);
    }

    private static PermissionMatrix read() {
        var stream = Objects.requireNonNull(PermissionMatrix.class.getResourceAsStream(RESOURCE));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var rows = csv.stream().collect(Collectors.toMap(row -> row.getField("permission"), row -> row));
            var matrix = new PermissionMatrix();
            for (var permission : Permission.values()) {
                var row = Objects.requireNonNull(rows.get(permission.key()), permission.key());
                matrix.changers.put(permission, roles(row, "Y"));
                matrix.readers.put(permission, roles(row, "R"));
            }
            return matrix;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<Role> roles(NamedCsvRecord row, String mark) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (row.getField(role.key()).equals(mark)) {
                roles.add(role);
            }
        }
        return roles;
    }
}
