package oroshi.administration;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import oroshi.basics.Refusal;

/**
 * What an application may do with one API on behalf of a signed-in user.
 *
 * @param enterpriseApplicationId the API
 * @param permissions by name, at least one
 */
record ApplicationGrant(UUID enterpriseApplicationId, List<String> permissions) {
    private static final String SEPARATOR = ",";

    ApplicationGrant {
        permissions = List.copyOf(permissions);
    }

    /** Reads the permissions, which commas separate; refuses an unknown API and what is no permission. */
    static ApplicationGrant of(String path, UUID enterpriseApplicationId, String scope) {
        if (ResourceApplication.find(enterpriseApplicationId).isEmpty()) {
            throw Refusal.of(
                    path + ".enterpriseApplicationId",
                    AdministrationRefusal.RESOURCE_APPLICATION_UNKNOWN,
                    enterpriseApplicationId);
        }
        var names = Arrays.stream(scope.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        var unknown = names.stream()
                .filter(name -> !ResourceApplication.isPermission(name))
                .toList();
        if (names.isEmpty() || !unknown.isEmpty()) {
            throw Refusal.of(path + ".scope", AdministrationRefusal.SCOPE_UNKNOWN, String.join(SEPARATOR, unknown));
        }
        return new ApplicationGrant(enterpriseApplicationId, names);
    }

    String scope() {
        return String.join(SEPARATOR, permissions);
    }
}
