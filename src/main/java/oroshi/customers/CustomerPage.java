package oroshi.customers;

import java.util.List;
import java.util.Optional;

/**
 * One page of the customer list.
 *
 * @param next where the next page begins, if there is one
 * @param previous where the page before ends, if there is one
 */
public record CustomerPage(
        List<CustomerRow> rows, Optional<CustomerPosition> next, Optional<CustomerPosition> previous) {
    public CustomerPage {
        rows = List.copyOf(rows);
    }
}
