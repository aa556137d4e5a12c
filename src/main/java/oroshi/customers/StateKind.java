package oroshi.customers;

/** How the addresses of a country name a state, province or prefecture. */
public enum StateKind {
    /** Required, and one of a list. */
    LIST,
    /** Free text, if there is any. */
    TEXT,
    /** Not part of an address; the forms hide it. */
    NONE
}
