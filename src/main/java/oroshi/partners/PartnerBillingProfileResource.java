package oroshi.partners;

import static oroshi.partners.PartnerAddressResource.filled;
import static oroshi.rest.Fields.required;
import static oroshi.rest.Fields.text;

import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.rest.Attributes;
import oroshi.rest.Links;

/** The BillingProfile resource as the contract has it. */
record PartnerBillingProfileResource(
        @Nullable String companyName,
        @Nullable PartnerAddressResource address,
        @Nullable PartnerContactResource primaryContact,
        @Nullable String purchaseOrderNumber,
        @Nullable String taxId,
        @Nullable Integer billingDay,
        @Nullable String billingCurrency,
        @Nullable String profileType,
        @Nullable Links links,
        @Nullable Attributes attributes) {
    private static final String TYPE = "BillingProfile";

    static PartnerBillingProfileResource of(CurrencyUnit currency, Versioned<PartnerBillingProfile> stored) {
        var profile = stored.profile();
        var contact = profile.primaryContact();
        return new PartnerBillingProfileResource(
                profile.companyName(),
                PartnerAddressResource.of(profile.address()),
                contact.equals(ProfileContact.NOBODY) ? null : PartnerContactResource.of(contact),
                filled(profile.purchaseOrderNumber()),
                filled(profile.taxId()),
                profile.billingDay(),
                currency.getCode(),
                TYPE,
                Links.self("/profiles/billing"),
                Attributes.of(TYPE, stored.etag()));
    }

    /** The profile; refuses another currency, because it is fixed by the partner's country. */
    PartnerBillingProfile toProfile(CurrencyUnit currency) {
        if (!text(billingCurrency).isBlank() && !text(billingCurrency).equalsIgnoreCase(currency.getCode())) {
            throw Refusal.of("billingCurrency", PartnerRefusal.CURRENCY_FIXED, currency.getCode());
        }
        return new PartnerBillingProfile(
                required("companyName", companyName),
                required("address", address).toAddress(),
                PartnerContactResource.toContact(primaryContact),
                text(purchaseOrderNumber),
                text(taxId),
                billingDay);
    }
}
