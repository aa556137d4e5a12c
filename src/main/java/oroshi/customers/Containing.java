package oroshi.customers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.basics.Typed;
import oroshi.customers.CustomerListTable.Window;

/**
 * Finds the customers whose name or domain contains a text, with little regard to how many there are in all.
 *
 * <p>When they are many, a walk through the customers meets them soon; when they are few, the index of pieces knows them.
 * The first steps of the walk tell which of the two holds, because no text prefers a time of joining. Only a text that
 * thousands carry, but none of the latest thousands, makes the walk long.
 */
@Component
class Containing {
    private static final int ROWS = 50;
    private static final int STEPS_PER_ROW = 80;
    // Measured: the index's answer costs as much for one customer as the walk for about twenty steps.
    private static final int STEPS_PER_FREQUENT = 400;
    private static final int FEW = 4_000;

    private final CustomerListTable table;

    Containing(CustomerListTable table) {
        this.table = table;
    }

    /** The next customers that contain the text and don't begin with it. */
    List<UUID> find(PartnerId partnerId, String folded, Window window) {
        var rest = Closeness.CONTAINS.narrowing(folded);
        if (!hasPieces(folded)) {
            return table.walk(partnerId, rest, Integer.MAX_VALUE, window);
        }
        var steps = STEPS_PER_ROW * Math.max(ROWS, window.limit());
        var met = table.walk(partnerId, rest, steps, window);
        if (met.size() == window.limit()) {
            return met;
        }
        var known = met.size() * STEPS_PER_FREQUENT < steps
                ? table.findFew(partnerId, folded, FEW, window)
                : Optional.<List<UUID>>empty();
        return known.orElseGet(() -> table.walk(partnerId, rest, Integer.MAX_VALUE, window));
    }

    /** What is left to look at in any other order: the few customers that the index knows, or whoever has the text. */
    Narrowing narrowing(PartnerId partnerId, String folded) {
        return few(partnerId, folded).map(Narrowing::among).orElse(Narrowing.containing(folded));
    }

    private Optional<List<UUID>> few(PartnerId partnerId, String folded) {
        if (!hasPieces(folded) || isFrequent(partnerId, folded)) {
            return Optional.empty();
        }
        return Optional.of(table.findContaining(partnerId, folded, FEW + 1)).filter(ids -> ids.size() <= FEW);
    }

    private boolean isFrequent(PartnerId partnerId, String folded) {
        var steps = STEPS_PER_ROW * ROWS;
        var latest = new Window(Closeness.CONTAINS.order(false), Optional.empty(), steps / STEPS_PER_FREQUENT);
        var met = table.walk(partnerId, Narrowing.containing(folded), steps, latest);
        return met.size() == latest.limit();
    }

    /** Whether the index has pieces of the text; a single letter in ASCII is none. */
    private static boolean hasPieces(String folded) {
        return Typed.length(folded) > 1 || folded.codePoints().anyMatch(letter -> letter > 127);
    }
}
