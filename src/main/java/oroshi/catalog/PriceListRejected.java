package oroshi.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** A price list that can't be loaded; nothing of it is kept. */
public final class PriceListRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<PriceListProblem> problems;

    PriceListRejected(List<PriceListProblem> problems) {
        super(problems.stream()
                .map(PriceListProblem::toString)
                .collect(Collectors.joining("\n", "The price list is rejected.\n", "")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the files; after a hundred problems reading stops. */
    public List<PriceListProblem> problems() {
        return problems;
    }
}
