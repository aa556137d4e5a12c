package oroshi.access.tokens;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an application wants the person to be asked, whatever is known already. */
record Prompt(Set<String> values) {
    /** Under this name it stays with the request, out of sight of the framework, which knows fewer values. */
    static final String NAME = "oroshi_prompt";

    private static final Set<String> KNOWN = Set.of("none", "login", "consent", "admin_consent", "select_account");

    Prompt {
        values = Set.copyOf(values);
    }

    static Prompt of(Map<String, Object> parameters) {
        var text = String.valueOf(parameters.getOrDefault(NAME, "")).strip();
        return new Prompt(text.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(text.split("\\s+"))));
    }

    void check() {
        if (!KNOWN.containsAll(values) || (asksNothing() && values.size() > 1)) {
            throw AuthorityError.PROMPT_UNSUPPORTED.with(String.join(" ", new TreeSet<>(values)));
        }
    }

    boolean asksNothing() {
        return values.contains("none");
    }

    boolean asksToSignIn() {
        return values.contains("login");
    }

    boolean asksForAccount() {
        return values.contains("select_account");
    }

    boolean asksForConsent() {
        return values.contains("consent") || asksForEverybody();
    }

    /** Whether an admin is to consent for the whole organization. */
    boolean asksForEverybody() {
        return values.contains("admin_consent");
    }
}
