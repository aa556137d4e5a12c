package oroshi.customers;

import java.util.Optional;

/**
 * Which page of a list.
 *
 * @param from the position the page begins after, or going back ends before; empty for the first page or the last
 * @param backwards whether the page lies before the position
 */
public record CustomerPageRequest(int size, Optional<CustomerPosition> from, boolean backwards) {
    public static CustomerPageRequest first(int size) {
        return new CustomerPageRequest(size, Optional.empty(), false);
    }

    public static CustomerPageRequest after(CustomerPosition position, int size) {
        return new CustomerPageRequest(size, Optional.of(position), false);
    }

    public static CustomerPageRequest before(CustomerPosition position, int size) {
        return new CustomerPageRequest(size, Optional.of(position), true);
    }
}
