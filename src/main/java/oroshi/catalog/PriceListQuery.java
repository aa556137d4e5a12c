package oroshi.catalog;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Cloud;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/**
 * What the operator says about a price list beside its files.
 *
 * @param cloud the public one when it is missing
 * @param effectiveFrom the list's first day in UTC; today when it is missing
 * @param name by which it is listed; the day when it is missing
 */
record PriceListQuery(
        @Nullable String cloud,
        @Nullable String effectiveFrom,
        @Nullable String name) {
    NewPriceList toNewPriceList(Clock clock) {
        var day = effectiveFrom == null ? LocalDate.now(clock) : day(effectiveFrom);
        return new NewPriceList(
                cloud == null ? Cloud.PUBLIC : cloud(cloud),
                name == null || name.isBlank() ? day.toString() : name.strip(),
                day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static Cloud cloud(String text) {
        return Arrays.stream(Cloud.values())
                .filter(cloud -> cloud.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> invalid(
                        "cloud",
                        "use one of "
                                + Arrays.stream(Cloud.values()).map(Cloud::name).collect(Collectors.joining(", "))));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException noDay) {
            throw invalid("effectiveFrom", "use a day such as 2026-08-01");
        }
    }

    private static Refusal invalid(String name, String why) {
        return Refusal.of(name, RestRefusal.INVALID_PARAMETER, why);
    }
}
