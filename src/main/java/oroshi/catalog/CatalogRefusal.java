package oroshi.catalog;

import oroshi.basics.Reason;

/** Why the catalog answers a question of the API with an error. */
enum CatalogRefusal implements Reason {
    INPUT_INVALID("catalog.input", 400, 800002, "The input is not acceptable: {0}."),
    OFFER_ID_INVALID("catalog.offerId", 400, 800004, "{0} is no id of an offer."),
    NEW_COMMERCE_ID("catalog.newCommerceId", 400, 2100, "{0} is a new-commerce id; read products and SKUs instead."),
    COUNTRY_NOT_SOLD("catalog.countryNotSold", 403, 2030, "This account is not set up to sell in {0}."),
    SEGMENT_HIDDEN("catalog.segmentHidden", 403, 400030, "The segment {0} is not open to this account or customer."),
    VIEW_HIDDEN("catalog.viewHidden", 403, 400036, "Access to the target view {0} is not permitted for the partner."),
    PRODUCT_UNKNOWN("catalog.productUnknown", 404, 400013, "There is no product {0} in this market."),
    SKU_UNKNOWN("catalog.skuUnknown", 404, 400018, "The product has no SKU {0} in this market."),
    SHEET_INPUT("catalog.sheetInput", 400, 800002, "{0}"),
    SHEET_UNKNOWN("catalog.sheetUnknown", 404, 1000, "No price sheet is available for the selection."),
    RATES_UNKNOWN("catalog.ratesUnknown", 404, 1000, "No exchange rates for {0}."),
    MATRIX_UNKNOWN("catalog.matrixUnknown", 404, 1000, "No offer matrix for {0}."),
    PINS_FULL("catalog.pinsFull", 400, 3000, "At most {0} items can be pinned."),
    /** The contract tells it with the status of success: the code in the body is all that a client has. */
    NOT_AVAILABLE("catalog.notAvailable", 200, 400072, "{0} is listed, but is not on sale at the moment."),
    AVAILABILITY_UNKNOWN(
            "catalog.availabilityUnknown",
            404,
            400019,
            "The SKU has no availability {0}. Ids of availabilities change: read the list again.");

    private final Wording wording;

    CatalogRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
