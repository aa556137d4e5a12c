package oroshi.access.tokens;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an application wants back from the authorize endpoint, and on which way.
 *
 * @param types a code, an identity, or both
 */
record Answer(Set<String> types, Mode mode) {
    /** Under these names the wishes stay with the request; the framework itself knows the code alone. */
    static final String TYPE = "oroshi_response_type";

    static final String MODE = "response_mode";

    private static final Set<String> TYPES = Set.of("code", "id_token");

    Answer {
        types = Set.copyOf(types);
    }

    /** The way that the answer takes to the application. */
    enum Mode {
        QUERY,
        FRAGMENT,
        FORM_POST;

        static Optional<Mode> of(String name) {
            return Arrays.stream(values())
                    .filter(mode -> mode.wireName().equals(name))
                    .findFirst();
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads the wishes; refuses what there is not, and an identity that would end in the logs of servers. */
    static Answer read(Map<String, Object> parameters) {
        var types = types(parameters);
        if (types.isEmpty() || !TYPES.containsAll(types)) {
            throw AuthorityError.RESPONSE_TYPE_UNSUPPORTED.with(String.join(" ", types));
        }
        var name = parameters.get(MODE);
        var mode = name == null ? Optional.of(usual(types)) : Mode.of(String.valueOf(name));
        if (mode.isEmpty() || (mode.get() == Mode.QUERY && types.contains("id_token"))) {
            throw AuthorityError.RESPONSE_MODE_UNSUPPORTED.with(String.valueOf(name));
        }
        return new Answer(types, mode.get());
    }

    /** The way for an answer to a request whose wishes may be wrong themselves. */
    static Mode mode(@Nullable Map<String, Object> parameters) {
        if (parameters == null) {
            return Mode.QUERY;
        }
        return Mode.of(String.valueOf(parameters.get(MODE))).orElseGet(() -> usual(types(parameters)));
    }

    boolean hasCode() {
        return types.contains("code");
    }

    boolean hasIdentity() {
        return types.contains("id_token");
    }

    private static Mode usual(Set<String> types) {
        return types.contains("id_token") ? Mode.FRAGMENT : Mode.QUERY;
    }

    private static Set<String> types(Map<String, Object> parameters) {
        var text = String.valueOf(parameters.getOrDefault(TYPE, "code")).strip();
        return text.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(text.split("\\s+")));
    }
}
