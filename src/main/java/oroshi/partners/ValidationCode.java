package oroshi.partners;

import java.time.Instant;

/** A code that lets its partner add customers of the government community cloud, a fixed number of times. */
public record ValidationCode(
        String code, String organizationName, int maxCreates, int remainingCreates, Instant changedAt) {}
