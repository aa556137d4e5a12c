package oroshi.customers;

/** By what the customer list is ordered; equal values follow by id. */
public enum CustomerSort {
    /** By how close a customer is to the text that is sought; without a text by name. */
    CLOSEST,
    /** By name in the collation of the reader's language. */
    NAME,
    ID,
    DOMAIN,
    RELATIONSHIP,
    /** By the first tag; customers without a tag come last. */
    TAGS
}
