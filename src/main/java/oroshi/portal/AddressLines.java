package oroshi.portal;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a postal address, written in the order that its country uses. */
public record AddressLines(
        String country,
        String line1,
        @Nullable String line2,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode) {
    private static final Set<String> POSTAL_CODE_BEFORE_CITY = Set.of(
            "DE", "AT", "CH", "LI", "FR", "BE", "NL", "LU", "IT", "ES", "PT", "DK", "SE", "NO", "FI", "IS", "PL", "CZ",
            "SK", "HU", "SI", "HR", "RS", "BA", "ME", "MK", "AL", "BG", "RO", "GR", "EE", "LV", "LT", "TR", "MX", "IL");

    /** For example 〒530-0001 大阪府大阪市北区梅田3-1-3 ノースゲートビル15階, or 1820 Blake Street, Suite 400, Denver, CO 80202. */
    public String inOneLine() {
        if ("JP".equals(country)) {
            return japanese();
        }
        if (POSTAL_CODE_BEFORE_CITY.contains(country)) {
            return join(", ", line1, line2, join(" ", postalCode, city), state);
        }
        return join(", ", line1, line2, city, join(" ", state, postalCode));
    }

    private String japanese() {
        var mark = isGiven(postalCode) ? "〒" + postalCode : null;
        return join(" ", mark, join("", state, city, line1), line2);
    }

    private static String join(String separator, @Nullable String... parts) {
        return Arrays.stream(parts)
                .flatMap(part -> Stream.ofNullable(part))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(separator));
    }

    private static boolean isGiven(@Nullable String part) {
        return !Objects.requireNonNullElse(part, "").isBlank();
    }
}
