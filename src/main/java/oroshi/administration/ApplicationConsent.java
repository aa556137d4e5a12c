package oroshi.administration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a partner lets an application do in the tenant of a customer. */
record ApplicationConsent(UUID applicationId, @Nullable String displayName, List<ApplicationGrant> grants) {
    ApplicationConsent {
        grants = List.copyOf(grants);
    }

    /** What is allowed, by API: one may be named more than once. */
    Map<UUID, Set<String>> permissions() {
        return grants.stream()
                .collect(Collectors.groupingBy(
                        ApplicationGrant::enterpriseApplicationId,
                        Collectors.flatMapping(grant -> grant.permissions().stream(), Collectors.toSet())));
    }
}
