package oroshi.access.throttling;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often callers may call.
 *
 * @param limits the contract's own numbers; a hundred and twenty times as many, which only a program gone wild reaches;
 *     or none
 * @param writeWeight how many calls one counts that changes something
 * @param resources other numbers for single resources
 * @param failedSignIns how many sign-ins may fail from one network before it has to wait; published by nobody, so the same
 *     whichever {@code limits} are, unless there are none
 */
@ConfigurationProperties("oroshi.throttling")
record ThrottlingSettings(
        @DefaultValue("GENEROUS") Limits limits,
        @DefaultValue("2") int writeWeight,
        @DefaultValue Map<Throttled, Given> resources,
        @DefaultValue Given failedSignIns) {
    private static final int GENEROSITY = 120;
    private static final Limit FAILED_SIGN_INS = Limit.perMinute(60);

    enum Limits {
        PUBLISHED,
        GENEROUS,
        NONE
    }

    /** A part of a limit; what is missing stays as it is. */
    record Given(@Nullable Integer requests, @Nullable Duration period) {
        private Limit or(Limit usual) {
            return new Limit(requests == null ? usual.requests() : requests, period == null ? usual.period() : period);
        }
    }

    ThrottlingSettings {
        resources = Map.copyOf(resources);
        if (writeWeight < 1) {
            throw new IllegalArgumentException("oroshi.throttling.write-weight is at least 1.");
        }
    }

    boolean enabled() {
        return limits != Limits.NONE;
    }

    Limit of(Throttled resource) {
        var usual = limits == Limits.PUBLISHED
                ? resource.published()
                : resource.published().times(GENEROSITY);
        var given = resources.get(resource);
        return given == null ? usual : given.or(usual);
    }

    Limit ofFailedSignIns() {
        return failedSignIns.or(FAILED_SIGN_INS);
    }
}
