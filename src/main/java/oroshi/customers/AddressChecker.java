package oroshi.customers;

/**
 * Checks that an address exists. Without an outside service one that satisfies its country's rules passes. An outside
 * service may take seconds, so nobody asks while a transaction is open.
 */
public interface AddressChecker {
    /** Whether an outside service answers. */
    boolean isConnected();

    /** What is known about an address that satisfies its country's rules. */
    AddressFinding check(PostalAddress address);
}
