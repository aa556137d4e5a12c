package oroshi.basics;

import java.util.ArrayList;
import java.util.List;

/** Collects all that is wrong with a request, so that the caller hears everything at once. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(String field, Reason reason, Object... arguments) {
        found.add(Problem.of(field, reason, arguments));
    }

    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Problem> list() {
        return List.copyOf(found);
    }

    /** Refuses when anything was found. */
    public void refuse() {
        if (!found.isEmpty()) {
            throw Refusal.of(found);
        }
    }
}
