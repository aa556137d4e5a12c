package oroshi.sandbox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** A sandbox partner got a clock of its own, moved it or gave it up; published inside the transaction that does it. */
public record ClockChanged(PartnerId partnerId, Change change, Instant from, Instant to) implements BusinessEvent {
    /** What happened to the clock. */
    public enum Change {
        CREATED("create_clock"),
        ADVANCED("advance_clock"),
        GIVEN_UP("delete_clock");

        private final String operation;

        Change(String operation) {
            this.operation = operation;
        }
    }

    @Override
    public String operation() {
        return change.operation;
    }

    @Override
    public String resourceType() {
        return "clock";
    }

    @Override
    public String resourceId() {
        return partnerId.toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> oldValues() {
        return change == Change.CREATED ? Map.of() : Map.of("time", from.toString());
    }

    @Override
    public Map<String, Object> newValues() {
        return Map.of("time", to.toString());
    }
}
