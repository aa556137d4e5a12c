package oroshi.customers;

import org.jspecify.annotations.Nullable;

/** What somebody typed or sent about a company; nothing has been checked. */
public record CustomerEntry(
        @Nullable String country,
        @Nullable String companyName,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        @Nullable String addressLine3,
        @Nullable String city,
        @Nullable String state,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String registrationId,
        @Nullable String culture,
        @Nullable String language,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone) {}
