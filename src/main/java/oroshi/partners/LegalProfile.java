package oroshi.partners;

import org.jspecify.annotations.Nullable;

/**
 * Who a partner is by law.
 *
 * @param approverAddress of whoever answers for the company's data, if it differs
 * @param approverEmail empty when nobody was named
 */
public record LegalProfile(
        String companyName,
        ProfileAddress address,
        ProfileContact primaryContact,
        @Nullable ProfileAddress approverAddress,
        String approverEmail) {
    /** Whether the operator has to look again: another name or another place is another company until proved. */
    boolean needsVettingAfter(LegalProfile before) {
        return !companyName.equals(before.companyName) || !address.equals(before.address);
    }
}
