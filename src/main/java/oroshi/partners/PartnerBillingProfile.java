package oroshi.partners;

import org.jspecify.annotations.Nullable;

/**
 * To whom the operator's invoices for a partner go. The currency is not in it: it is fixed for good.
 *
 * @param billingDay day of the month on which invoices are made; null where the operator decides
 */
public record PartnerBillingProfile(
        String companyName,
        ProfileAddress address,
        ProfileContact primaryContact,
        String purchaseOrderNumber,
        String taxId,
        @Nullable Integer billingDay) {}
