package oroshi.partners;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Problems;
import oroshi.basics.Typed;

/** Checks one profile of a partner from top to bottom, and brings what was typed into its one form. */
final class ProfileCheck {
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_NUMBER = 50;
    private static final int LAST_DAY = 31;
    private static final Pattern CULTURE = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?-[A-Z]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final CompanyRules rules;
    private final Partner partner;
    private final Problems problems = new Problems();

    ProfileCheck(CompanyRules rules, Partner partner) {
        this.rules = rules;
        this.partner = partner;
    }

    LegalProfile legal(LegalProfile typed) {
        var profile = new LegalProfile(
                rules.name("companyName", typed.companyName(), problems),
                ownAddress("address", typed.address()),
                contact("primaryContact.", typed.primaryContact(), true),
                approverAddress(typed.approverAddress()),
                rules.email("companyApproverEmail", typed.approverEmail(), problems));
        problems.refuse();
        return profile;
    }

    OrganizationProfile organization(OrganizationProfile typed) {
        var culture = culture(typed.culture());
        var profile = new OrganizationProfile(
                rules.name("companyName", typed.companyName(), problems),
                ownAddress("defaultAddress", typed.address()),
                rules.email("email", typed.email(), problems),
                language(typed.language(), culture),
                culture);
        problems.refuse();
        return profile;
    }

    /** @param present what holds: an address that stays as it is was checked when it was new, or not yet given */
    PartnerBillingProfile billing(PartnerBillingProfile typed, ProfileAddress present) {
        var profile = new PartnerBillingProfile(
                rules.name("companyName", typed.companyName(), problems),
                typed.address().equals(present) ? present : ownAddress("address", typed.address()),
                contact("primaryContact.", typed.primaryContact(), false),
                number("purchaseOrderNumber", typed.purchaseOrderNumber()),
                number("taxId", typed.taxId()),
                billingDay(typed.billingDay()));
        problems.refuse();
        return profile;
    }

    SupportProfile support(SupportProfile typed) {
        var profile = new SupportProfile(
                rules.email("email", typed.email(), problems),
                rules.phone("telephone", typed.telephone(), problems),
                rules.website("website", typed.website(), problems));
        problems.refuse();
        return profile;
    }

    /** An address of the partner itself, which lies in the country it is enrolled in: currency and market hang on it. */
    private ProfileAddress ownAddress(String member, ProfileAddress typed) {
        var address = address(member, typed);
        if (!address.country().isEmpty() && !address.country().equals(partner.country())) {
            problems.add(member + ".country", PartnerRefusal.COUNTRY_FIXED, partner.country());
        }
        return address;
    }

    private ProfileAddress address(String member, ProfileAddress typed) {
        var path = member + ".";
        var place = rules.address(path, typed, problems);
        return new ProfileAddress(
                place.country(),
                place.region(),
                place.city(),
                place.state(),
                place.addressLine1(),
                place.addressLine2(),
                place.addressLine3(),
                place.postalCode(),
                name(path + "firstName", typed.firstName()),
                name(path + "middleName", typed.middleName()),
                name(path + "lastName", typed.lastName()),
                rules.phone(path + "phoneNumber", typed.phoneNumber(), problems));
    }

    private @Nullable ProfileAddress approverAddress(@Nullable ProfileAddress typed) {
        return typed == null ? null : address("companyApproverAddress", typed);
    }

    private ProfileContact contact(String path, ProfileContact typed, boolean demanded) {
        var contact = new ProfileContact(
                name(path + "firstName", typed.firstName()),
                name(path + "middleName", typed.middleName()),
                name(path + "lastName", typed.lastName()),
                rules.email(path + "email", typed.email(), problems),
                rules.phone(path + "phoneNumber", typed.phoneNumber(), problems));
        if (demanded) {
            demand(path + "firstName", contact.firstName());
            demand(path + "lastName", contact.lastName());
            demand(path + "email", contact.email());
        }
        return contact;
    }

    private void demand(String field, String value) {
        if (value.isEmpty()) {
            problems.add(field, PartnerRefusal.FIELD_REQUIRED);
        }
    }

    private String name(String field, String typed) {
        return limited(field, Typed.name(typed), LONGEST_NAME);
    }

    private String number(String field, String typed) {
        return limited(field, Typed.text(typed), LONGEST_NUMBER);
    }

    private String limited(String field, String text, int longest) {
        if (Typed.length(text) > longest) {
            problems.add(field, PartnerRefusal.FIELD_TOO_LONG, longest);
        }
        if (Typed.hasControlCharacter(text)) {
            problems.add(field, PartnerRefusal.FIELD_CONTROL_CHARACTER);
        }
        return text;
    }

    private String culture(String typed) {
        var tag = Typed.code(typed).replace('_', '-');
        var culture = tag.isEmpty() ? partner.culture().toLanguageTag() : inItsForm(tag);
        if (!CULTURE.matcher(culture).matches()) {
            problems.add("culture", PartnerRefusal.CULTURE_FORMAT);
        }
        return culture;
    }

    /** The tag with the case that tags have; as typed when it is none. */
    private static String inItsForm(String tag) {
        var locale = Locale.forLanguageTag(tag);
        return locale.getLanguage().isEmpty() ? tag : locale.toLanguageTag();
    }

    private String language(String typed, String culture) {
        var language = Typed.code(typed).toLowerCase(Locale.ROOT);
        if (language.isEmpty()) {
            return Locale.forLanguageTag(culture).getLanguage();
        }
        if (!LANGUAGE.matcher(language).matches()) {
            problems.add("language", PartnerRefusal.LANGUAGE_FORMAT);
        }
        return language;
    }

    /** A day of the month; 0 is what a client sends that knows none. */
    private @Nullable Integer billingDay(@Nullable Integer typed) {
        if (typed == null || typed == 0) {
            return null;
        }
        if (typed < 1 || typed > LAST_DAY) {
            problems.add("billingDay", PartnerRefusal.BILLING_DAY, LAST_DAY);
        }
        return typed;
    }
}
