package oroshi.customers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.customers.CustomerListTable.Window;
import oroshi.customers.ListOrder.Placed;

/** Lists the customers that fit a text, the closest first: one rank after the other, each in its own order. */
@Component
class ClosestFirst {
    private final CustomerListTable table;
    private final Containing containing;

    ClosestFirst(CustomerListTable table, Containing containing) {
        this.table = table;
        this.containing = containing;
    }

    List<Placed> list(PartnerId partnerId, CustomerSearch search, String folded, CustomerPageRequest page) {
        var start = page.from().flatMap(Closeness::at);
        var read = new ArrayList<Placed>();
        for (var rank : ranks(start, page.backwards())) {
            var from =
                    page.from().filter(any -> start.equals(Optional.of(rank))).map(Closeness::within);
            var window = new Window(rank.order(page.backwards()), from, page.size() + 1 - read.size());
            if (window.limit() > 0) {
                list(partnerId, search, folded, rank, window).forEach(placed -> read.add(rank.placed(placed)));
            }
        }
        return read;
    }

    private List<Placed> list(
            PartnerId partnerId, CustomerSearch search, String folded, Closeness rank, Window window) {
        if (rank != Closeness.CONTAINS) {
            return table.list(partnerId, search, rank.narrowing(folded), window);
        }
        if (search.hasFilters()) {
            var narrowing = containing.narrowing(partnerId, folded).and(rank.narrowing(folded));
            return table.list(partnerId, search, narrowing, window);
        }
        return table.byIds(partnerId, containing.find(partnerId, folded, window), window.order());
    }

    /** The ranks in reading direction, from the one on where the page begins. */
    private static List<Closeness> ranks(Optional<Closeness> start, boolean backwards) {
        var all = Arrays.asList(Closeness.values());
        var ordered = backwards ? all.reversed() : all;
        return ordered.subList(start.map(ordered::indexOf).orElse(0), ordered.size());
    }
}
