package oroshi.administration;

import java.util.Arrays;
import java.util.Optional;

/** Who looks after the licenses of a product: the directory itself, or the platform of another publisher. */
public enum LicenseGroup {
    GROUP1,
    GROUP2;

    static Optional<LicenseGroup> find(String text) {
        return Arrays.stream(values())
                .filter(group -> group.name().equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
