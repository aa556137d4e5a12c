package oroshi.orders;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.rest.RestRefusal;
import oroshi.rest.WireTime;

/** Reads the words for cycles and terms that clients send. */
final class WireWords {
    private static final Set<String> DEFAULTS_OF_DOT_NET = Set.of("unknown", "0");
    private static final String NO_DAY_OF_DOT_NET = "0001-01-01";

    private WireWords() {}

    /** The cycle; empty when none is named. Refuses a word that stands for none. */
    static Optional<BillingCycle> billingCycle(@Nullable String word) {
        if (word == null
                || word.isBlank()
                || DEFAULTS_OF_DOT_NET.contains(word.strip().toLowerCase(Locale.ROOT))) {
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

    /** The day in UTC of a moment; empty when none is named. Refuses a text that is no moment. */
    static Optional<LocalDate> day(@Nullable String text) {
        if (text == null || text.isBlank() || text.startsWith(NO_DAY_OF_DOT_NET)) {
            return Optional.empty();
        }
        return Optional.of(WireTime.day(text)
                .orElseThrow(() ->
                        Refusal.because(OrderRefusal.INPUT_INVALID, "customTermEndDate " + text + " is no date")));
    }

    /** The parts of a list, of which none may be missing. */
    static <T> List<T> whole(String name, @Nullable List<T> given) {
        if (given == null) {
            return List.of();
        }
        if (given.stream().anyMatch(Objects::isNull)) {
            throw Refusal.because(OrderRefusal.INPUT_INVALID, name + " has a part that is null");
        }
        return given;
    }

    /** The text; null when it says nothing. */
    static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The pairs of a provisioning context that have a value. */
    static Map<String, String> context(@Nullable Map<String, String> given) {
        if (given == null) {
            return Map.of();
        }
        var context = new LinkedHashMap<String, String>();
        given.forEach((key, value) -> {
            if (said(value) != null) {
                context.put(key, value);
            }
        });
        return context;
    }

    private static Refusal unknown(String word) {
        var known = Arrays.stream(BillingCycle.values()).map(BillingCycle::wire).collect(Collectors.joining(", "));
        return Refusal.because(RestRefusal.UNKNOWN_ENUM, word, known);
    }
}
