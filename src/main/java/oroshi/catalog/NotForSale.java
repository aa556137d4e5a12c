package oroshi.catalog;

/** Why an item cannot be bought where somebody asks for it. */
public enum NotForSale {
    /** No list has ever held it. */
    UNKNOWN,
    /** It is not sold in the partner's country. */
    PARTNER_COUNTRY,
    /** It is not sold in the customer's country. */
    CUSTOMER_COUNTRY,
    /** Its sale has ended. */
    ENDED,
    /** Its sale has not begun. */
    NOT_YET,
    /** The customer does not belong to its segment. */
    SEGMENT,
    /** The partner lacks a qualification. */
    PARTNER_QUALIFICATION
}
