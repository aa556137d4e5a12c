package oroshi.customers;

import java.util.Optional;
import java.util.Set;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/**
 * The account that a partner opens for a new customer: the checked customer and how it is served.
 *
 * @param domain primary domain of the customer's directory, with suffix
 * @param reseller the indirect reseller through which a provider serves it
 * @param addressStanding what the address check said and the user chose (J1-08)
 * @param delegatedAdministration whether the partner administers the customer's directory
 */
public record NewAccount(
        CustomerId customerId,
        Cloud cloud,
        String domain,
        NewCustomer customer,
        Optional<PartnerId> reseller,
        Set<Tag> tags,
        Optional<QualificationRequest> qualification,
        Optional<GovernmentEntityKind> entityKind,
        AgreementState agreement,
        AddressStanding addressStanding,
        boolean delegatedAdministration) {
    public NewAccount {
        tags = Set.copyOf(tags);
    }

    /** A direct customer without tags or qualification whose address was verified. */
    public static NewAccount direct(CustomerId customerId, Cloud cloud, String domain, NewCustomer customer) {
        return new NewAccount(
                customerId,
                cloud,
                domain,
                customer,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                AgreementState.MISSING,
                AddressStanding.VERIFIED,
                true);
    }
}
