package oroshi.administration;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oroshi.customers.CompanyProfile;

/** The CustomerOrganization resource as the contract has it. */
record OrganizationResource(
        String street,
        String countryLetterCode,
        @Nullable String postalCode,
        String city,
        @Nullable String state,
        String displayName,
        List<String> technicalNotificationMails) {
    static OrganizationResource of(CompanyProfile company, String displayName) {
        var address = company.address();
        var street = Stream.of(address.addressLine1(), address.addressLine2(), address.addressLine3())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return new OrganizationResource(
                street,
                address.country(),
                address.postalCode(),
                address.city(),
                address.state() == null ? address.region() : address.state(),
                displayName,
                List.of(company.email().value()));
    }
}
