package oroshi.partners;

import static oroshi.partners.PartnerAddressResource.filled;
import static oroshi.rest.Fields.required;
import static oroshi.rest.Fields.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import oroshi.rest.Attributes;
import oroshi.rest.Links;

/** The LegalBusinessProfile resource as the contract has it. */
public record LegalProfileResource(
        @Nullable String companyName,
        @Nullable PartnerAddressResource address,
        @Nullable PartnerContactResource primaryContact,
        @Nullable PartnerAddressResource companyApproverAddress,
        @Nullable String companyApproverEmail,
        @Nullable String vettingStatus,
        @Nullable String vettingSubStatus,
        @Nullable String profileType,
        @Nullable Links links,
        @Nullable Attributes attributes) {
    private static final String TYPE = "LegalBusinessProfile";

    static LegalProfileResource of(VettedProfile vetted) {
        var profile = vetted.profile();
        var approver = profile.approverAddress();
        return new LegalProfileResource(
                profile.companyName(),
                PartnerAddressResource.of(profile.address()),
                PartnerContactResource.of(profile.primaryContact()),
                approver == null ? null : PartnerAddressResource.of(approver),
                filled(profile.approverEmail()),
                vetted.vetting().name().toLowerCase(Locale.ROOT),
                // What is pending waits for the operator's decision and nothing else.
                vetted.vetting() == ProfileVetting.PENDING ? "decision" : "none",
                TYPE,
                Links.self("/profiles/legalbusiness"),
                Attributes.of(TYPE));
    }

    /** The data as sent; refuses when a member is missing. */
    LegalProfile toProfile() {
        return toProfile("");
    }

    /** As the other, of data that stand below this path in what was sent. */
    public LegalProfile toProfile(String path) {
        return new LegalProfile(
                required(path + "companyName", companyName),
                required(path + "address", address).toAddress(),
                PartnerContactResource.toContact(required(path + "primaryContact", primaryContact)),
                companyApproverAddress == null ? null : companyApproverAddress.toAddress(),
                text(companyApproverEmail));
    }
}
