package oroshi.customers;

import java.util.UUID;

/** A place in an ordered list of customers: the value sorted by, and the id that orders equal values. */
public record CustomerPosition(String value, UUID id) {}
