package oroshi.catalog;

/** A product of the new-commerce catalog; its SKUs are what is bought. */
record Product(
        String id,
        String type,
        String subType,
        String publisherName,
        boolean isOperatorProduct,
        LocalizedText title,
        LocalizedText description) {}
