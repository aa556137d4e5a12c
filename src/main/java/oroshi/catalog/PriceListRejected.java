package oroshi.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** A price list that can't be loaded; nothing of it is kept. */
public final class PriceListRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<PriceListProblem> problems;

    private final int found;

    /** @param found how many problems there are; only the first are listed */
    PriceListRejected(List<PriceListProblem> problems, int found) {
        super(problems.stream()
                .map(PriceListProblem::toString)
                .collect(Collectors.joining(
                        "\n", "The price list is rejected.\n", found > problems.size() ? "\n…" : "")));
        this.problems = List.copyOf(problems);
        this.found = found;
    }

    /** How many problems there are. */
    public int found() {
        return found;
    }

    /** What is wrong, in the order of the files; of very many problems the first thousand. */
    public List<PriceListProblem> problems() {
        return problems;
    }
}
