package oroshi.administration;

import java.util.Set;
import java.util.UUID;
import oroshi.basics.UserId;

/** Somebody may use a product, or part of it. */
record License(UserId userId, UUID skuId, Set<String> excludedPlans) {
    License {
        excludedPlans = Set.copyOf(excludedPlans);
    }
}
