package oroshi.orders;

import java.util.Set;

/** Where a line may name more resellers of record than one: in the European Union and its free trade association (3.5). */
public final class FurtherResellers {
    /** As many as may stand beside the first. */
    public static final int MOST = 5;

    private static final Set<String> COUNTRIES = Set.of(
            "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
            "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    private FurtherResellers() {}

    /** Whether lines for customers in the country may name them. */
    public static boolean areTakenIn(String country) {
        return COUNTRIES.contains(country);
    }
}
