package oroshi.customers;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes an address in the order of its country (P2). */
final class AddressFormat {
    private AddressFormat() {}

    static String line(PostalAddress address, Locale language) {
        return switch (address.country()) {
            case "JP" -> japanese(address);
            case "US", "CA", "AU" -> american(address);
            default -> european(address, language);
        };
    }

    /** 〒530-0001 大阪府大阪市北区梅田3-1-3 ノースゲートビル15階. */
    private static String japanese(PostalAddress address) {
        var place = Stream.of(address.stateName(Locale.JAPANESE).orElse(null), address.city(), address.addressLine1())
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
        var line = new ArrayList<String>();
        if (address.postalCode() != null) {
            line.add("〒" + address.postalCode());
        }
        line.add(place);
        Stream.of(address.addressLine2(), address.addressLine3())
                .filter(Objects::nonNull)
                .forEach(line::add);
        return String.join(" ", line);
    }

    /** Line 1, line 2, City, ST ZIP. */
    private static String american(PostalAddress address) {
        return joined(", ", streets(address), address.city(), joined(" ", address.state(), address.postalCode()));
    }

    /** Line 1, line 2, code City. */
    private static String european(PostalAddress address, Locale language) {
        return joined(
                ", ",
                streets(address),
                joined(" ", address.postalCode(), address.city()),
                address.stateName(language).orElse(null));
    }

    private static String streets(PostalAddress address) {
        return joined(", ", address.addressLine1(), address.addressLine2(), address.addressLine3());
    }

    private static String joined(String separator, @org.jspecify.annotations.Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(separator));
    }
}
