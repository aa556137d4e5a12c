package oroshi.migrations;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.catalog.CatalogItem;

/** What would become of a base and of its add-ons, and what stands against it. */
public record Judgement(Fate base, List<Fate> addOns) {
    public Judgement {
        addOns = List.copyOf(addOns);
    }

    /**
     * What would become of one subscription.
     *
     * @param item empty when there is nothing in new commerce that it could become
     * @param sold what the catalog sells in its place
     */
    public record Fate(
            MigrationWish wish, Optional<MigratedItem> item, Optional<CatalogItem> sold, List<Problem> problems) {
        public Fate {
            problems = List.copyOf(problems);
        }

        static Fate refused(MigrationWish wish, Problem problem) {
            return refused(wish, List.of(problem));
        }

        static Fate refused(MigrationWish wish, List<Problem> problems) {
            return new Fate(wish, Optional.empty(), Optional.empty(), problems);
        }

        Fate with(List<Problem> others) {
            return new Fate(wish, item, sold, others);
        }

        public boolean isEligible() {
            return problems.isEmpty();
        }
    }

    /** Everything that stands against it, that of the base first. */
    public List<Problem> problems() {
        return all().flatMap(fate -> fate.problems().stream()).toList();
    }

    public boolean isEligible() {
        return problems().isEmpty();
    }

    /** What becomes of all of them, the base first; refuses with the first thing that stands against it. */
    List<MigratedItem> require() {
        var problems = problems();
        if (!problems.isEmpty()) {
            throw Refusal.because(
                    problems.getFirst().reason(),
                    problems.getFirst().arguments().toArray());
        }
        return all().map(fate -> fate.item().orElseThrow()).toList();
    }

    /** What becomes of each, the base first. */
    public List<Fate> fates() {
        return all().toList();
    }

    private Stream<Fate> all() {
        return Stream.concat(Stream.of(base), addOns.stream());
    }
}
