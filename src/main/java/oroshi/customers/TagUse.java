package oroshi.customers;

/** A tag of a partner and how many customers carry it. */
public record TagUse(Tag tag, long customers) {}
