package oroshi.administration;

import java.util.UUID;
import oroshi.directory.DirectoryRole;
import oroshi.rest.Attributes;

/** The DirectoryRole resource as the contract names it. */
record DirectoryRoleResource(String name, UUID id, Attributes attributes) {
    private static final Attributes ROLE = Attributes.of("DirectoryRole");

    static DirectoryRoleResource of(DirectoryRole role) {
        return new DirectoryRoleResource(role.title(), role.id(), ROLE);
    }
}
