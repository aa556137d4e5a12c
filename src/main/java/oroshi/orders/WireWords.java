package oroshi.orders;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.rest.RestRefusal;

/** Reads the words for cycles and terms that clients send. */
final class WireWords {
    private static final String DEFAULT_OF_DOT_NET = "unknown";

    private WireWords() {}

    /** The cycle; empty when none is named. Refuses a word that stands for none. */
    static Optional<BillingCycle> billingCycle(@Nullable String word) {
        if (word == null || word.isBlank() || word.strip().equalsIgnoreCase(DEFAULT_OF_DOT_NET)) {
            return Optional.empty();
        }
        return Optional.of(BillingCycle.find(word).orElseThrow(() -> unknown(word)));
    }

    /** The term; empty when none is named, which is also how software bought once and for all is written. */
    static Optional<Term> term(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Term.find(word)
                .orElseThrow(
                        () -> Refusal.because(OrderRefusal.INPUT_INVALID, "termDuration " + word + " is no duration")));
    }

    private static Refusal unknown(String word) {
        var known = Arrays.stream(BillingCycle.values()).map(BillingCycle::wire).collect(Collectors.joining(", "));
        return Refusal.because(RestRefusal.UNKNOWN_ENUM, word, known);
    }
}
