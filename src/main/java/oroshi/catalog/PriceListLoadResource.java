package oroshi.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The progress of a load as the operator reads it. */
record PriceListLoadResource(
        UUID id,
        String cloud,
        String name,
        Instant effectiveFrom,
        String state,
        long prices,
        int filesDone,
        int filesTotal,
        int problemCount,
        List<String> problems,
        Instant startedAt,
        Instant updatedAt) {

    static PriceListLoadResource of(PriceListLoad load) {
        return new PriceListLoadResource(
                load.id(),
                load.cloud().name(),
                load.name(),
                load.effectiveFrom(),
                load.state().name(),
                load.rows(),
                load.filesDone(),
                load.filesTotal(),
                load.problemCount(),
                load.problems(),
                load.startedAt(),
                load.updatedAt());
    }
}
