package oroshi.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An offer of the time before products and SKUs, sold in a list of countries for a price per month.
 *
 * @param successor key of the SKU into which new commerce takes it over; empty while there is none
 */
record LegacyOffer(
        String id,
        String code,
        ItemKind kind,
        Segment segment,
        @Nullable Category category,
        int rank,
        LocalizedText title,
        LocalizedText description,
        String publisherName,
        boolean isOperatorProduct,
        int minimumQuantity,
        int maximumQuantity,
        Term term,
        List<BillingCycle> billingCycles,
        boolean isTrial,
        boolean isAddOn,
        PurchaseLimit limit,
        List<String> prerequisites,
        List<String> upgradeTargets,
        List<String> conversionTargets,
        Optional<String> successor,
        Set<String> countries,
        String salesGroup,
        String unitType,
        String learnMoreUri,
        Set<String> resellerQualifications,
        Set<String> reselleeQualifications,
        @Nullable Instant saleEndsAt) {}
