package oroshi.subscriptions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether an upgrade only moves the subscription, or the licenses of users with it. */
public enum TransitionType {
    ONLY("transition_only", "upgrade_only", "1"),
    WITH_LICENSES("transition_with_license_transfer", "upgrade_with_license_transfer", "2");

    private final String wire;
    private final String classicWire;
    private final String number;

    TransitionType(String wire, String classicWire, String number) {
        this.wire = wire;
        this.classicWire = classicWire;
        this.number = number;
    }

    /** The word for a subscription of new commerce. */
    String wire() {
        return wire;
    }

    /** The word for a classic subscription. */
    String classicWire() {
        return classicWire;
    }

    /** Reads either word in any letter case, or the number of older clients. */
    static Optional<TransitionType> find(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> word.equals(type.wire) || word.equals(type.classicWire) || word.equals(type.number))
                .findFirst();
    }
}
