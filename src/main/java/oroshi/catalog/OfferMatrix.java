package oroshi.catalog;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the offer matrix is written: one line for each SKU that has rules of purchase. */
final class OfferMatrix {
    private OfferMatrix() {}

    static void writeHeader(CsvWriter csv) {
        csv.writeRecord(
                "ProductTitle",
                "ProductId",
                "SkuId",
                "SkuTitle",
                "ProvisioningId",
                "ProvisioningString",
                "MinLicenses",
                "MaxLicenses",
                "AssetOwnershipLimit",
                "AssetOwnershipLimitType",
                "ProductSkuPreRequisites",
                "ProductSkuConversion",
                "Description",
                "AllowedCountries");
    }

    static void write(CsvWriter csv, PriceSheetTable.MatrixRow row) {
        var isLimited = row.limit().scope() != PurchaseLimit.Scope.NONE;
        csv.writeRecord(
                row.titles().product(),
                row.productId(),
                row.skuId(),
                row.titles().sku(),
                text(row.provisioningId()),
                row.provisioningString(),
                String.valueOf(row.minimum()),
                String.valueOf(row.maximum()),
                isLimited ? String.valueOf(row.limit().count()) : "",
                scope(row.limit().scope()),
                keys(row.prerequisites()),
                keys(row.targets()),
                row.titles().description(),
                String.join(";", row.countries()));
    }

    private static String scope(PurchaseLimit.Scope scope) {
        return switch (scope) {
            case NONE -> "";
            case CONCURRENT -> "ConcurrentCount";
            case LIFETIME -> "Lifetime";
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** The files write a SKU as {@code productId/skuId}. */
    private static String keys(List<String> keys) {
        return keys.stream().map(key -> key.replace(':', '/')).collect(Collectors.joining(","));
    }
}
