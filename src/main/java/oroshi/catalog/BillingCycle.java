package oroshi.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How often the price of a unit is charged. */
public enum BillingCycle {
    MONTHLY("monthly", "Monthly", 1),
    ANNUAL("annual", "Annual", 12),
    BIENNIAL("biennial", "Biennial", 24),
    TRIENNIAL("triennial", "Triennial", 36),
    ONE_TIME("one_time", "OneTime", 0),
    NONE("none", "None", 0);

    /** How .NET clients count the words; 0 stands for none that was chosen. */
    private static final Map<String, String> NUMBERS =
            Map.of("1", "monthly", "2", "annual", "3", "none", "4", "onetime", "5", "triennial", "6", "biennial");

    private final String wire;
    private final String title;
    private final int months;

    BillingCycle(String wire, String title, int months) {
        this.wire = wire;
        this.title = title;
        this.months = months;
    }

    /** The word of orders, carts and subscriptions, such as {@code one_time}. */
    public String wire() {
        return wire;
    }

    /** The title-case word of terms and promotions, such as {@code OneTime}. */
    public String title() {
        return title;
    }

    /** Months between two charges; zero when there is one charge or none. */
    public int months() {
        return months;
    }

    /** How many times a term is charged: a year charged monthly twelve times; what is charged once or never, once. */
    public int chargesIn(Term term) {
        if (months == 0 || term.months() <= months) {
            return 1;
        }
        return term.months() / months;
    }

    /** Reads either word, in any letter case and with or without the underscore, or the number of older clients. */
    public static Optional<BillingCycle> find(String text) {
        var given = text.strip().replace("_", "").toLowerCase(Locale.ROOT);
        var word = NUMBERS.getOrDefault(given, given);
        return Arrays.stream(values())
                .filter(cycle -> cycle.title.toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
