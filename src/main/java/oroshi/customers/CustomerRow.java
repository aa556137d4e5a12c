package oroshi.customers;

import java.util.List;
import java.util.Optional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** One line of the customer list. */
public record CustomerRow(
        CustomerId id,
        String name,
        String domain,
        RelationshipKind relationship,
        Optional<PartnerId> reseller,
        Optional<PartnerId> provider,
        List<Tag> tags) {
    CustomerRow with(List<Tag> newTags) {
        return new CustomerRow(id, name, domain, relationship, reseller, provider, newTags);
    }
}
