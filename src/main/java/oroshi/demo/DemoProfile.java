package oroshi.demo;

import oroshi.partners.LegalProfile;
import oroshi.partners.PartnerBillingProfile;
import oroshi.partners.ProfileAddress;
import oroshi.partners.ProfileContact;
import oroshi.partners.SupportProfile;

/** What a partner of the demonstration says about itself: where it is, whom to ask for, and where its customers find help. */
record DemoProfile(ProfileAddress address, ProfileContact contact, SupportProfile support) {
    LegalProfile legal(DemoPartner partner) {
        return new LegalProfile(partner.name(), address, contact, null, "");
    }

    PartnerBillingProfile billing(DemoPartner partner) {
        return new PartnerBillingProfile(partner.name(), address, contact, "", "", null);
    }
}
