package oroshi.rest;

import java.util.Optional;
import java.util.UUID;

/** The ids of the present request, for logs, error pages and the activity record. */
public final class RequestIds {
    static final ScopedValue<RequestIds> CURRENT = ScopedValue.newInstance();

    private final UUID requestId;
    private final UUID correlationId;

    RequestIds(UUID requestId, UUID correlationId) {
        this.requestId = requestId;
        this.correlationId = correlationId;
    }

    public static Optional<RequestIds> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Names this one call. */
    public UUID requestId() {
        return requestId;
    }

    /** Ties the call to others of one business transaction. */
    public UUID correlationId() {
        return correlationId;
    }
}
