package oroshi.catalog;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of files a price list is made of, in the order in which they are read. A file is recognised by its columns,
 * whose order does not matter.
 */
enum PriceFileFormat {
    /** Ours: what the published formats have no column for, such as Japanese titles and short codes. */
    DETAILS("ItemId", "Code", "Kind", "TitleJa"),
    /** Purchase rules of SKUs. */
    OFFER_MATRIX(
            "ProductTitle",
            "ProductId",
            "SkuId",
            "SkuTitle",
            "ProvisioningId",
            "MinLicenses",
            "MaxLicenses",
            "AssetOwnershipLimit",
            "AssetOwnershipLimitType",
            "ProductSkuPreRequisites",
            "ProductSkuConversion"),
    /** Purchase rules of legacy offers. */
    LEGACY_OFFER_MATRIX(
            "Durable Offer ID",
            "Offer Display Name",
            "Duration",
            "Billing Frequency",
            "Min Seat Count",
            "Max Seat Count",
            "Offer Limit",
            "Offer Limit Scope",
            "DependsOn",
            "CanConvertTo",
            "Allowed Countries"),
    /** Prices of reservations and consumption. */
    AZURE_PRICES(
            "ProductTitle",
            "ProductId",
            "SkuId",
            "SkuTitle",
            "Publisher",
            "TermDuration",
            "Market",
            "Currency",
            "UnitPrice",
            "EffectiveStartDate",
            "EffectiveEndDate",
            "MeterIds",
            "Tags"),
    /** Prices of licences and software. */
    LICENSE_PRICES(
            "ProductTitle",
            "ProductId",
            "SkuId",
            "SkuTitle",
            "Publisher",
            "TermDuration",
            "BillingPlan",
            "Market",
            "Currency",
            "UnitPrice",
            "EffectiveStartDate",
            "EffectiveEndDate",
            "Tags",
            "ERP Price"),
    /** Monthly prices of legacy offers in one currency, which the file's name ends in. */
    LEGACY_PRICES(
            "A/C/D/U",
            "Valid-From Date",
            "ValidToDate",
            "Offer ID",
            "License Agreement Type",
            "Secondary License Type",
            "End Customer Type",
            "List Price",
            "ERP Price"),
    /** What one unit of each currency is worth in US dollars in a month. */
    EXCHANGE_RATES("CurrencyCode", "USDPerUnit", "Month"),
    /** Ours: discounts on products. */
    PROMOTIONS("PromotionId", "Name", "StartDate", "EndDate", "ProductId", "SkuId", "Discount");

    private final List<String> columns;

    PriceFileFormat(String... columns) {
        this.columns = List.of(columns);
    }

    static Optional<PriceFileFormat> of(Collection<String> header) {
        return Arrays.stream(values())
                .filter(format -> header.containsAll(format.columns))
                .findFirst();
    }
}
