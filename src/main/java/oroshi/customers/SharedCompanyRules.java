package oroshi.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import oroshi.basics.Problems;
import oroshi.basics.Typed;
import oroshi.partners.CompanyRules;
import oroshi.partners.ProfileAddress;

/** Holds partners' own profiles to the rules that customers' data keep. */
@Component
class SharedCompanyRules implements CompanyRules {
    @Override
    public String name(String field, String typed, Problems problems) {
        var name = Typed.name(typed);
        CompanyNameRules.problem(field, name).ifPresent(problem -> problems.addAll(List.of(problem)));
        return name;
    }

    @Override
    public ProfileAddress address(String path, ProfileAddress typed, Problems problems) {
        var check = new AddressCheck(entry(typed), path);
        var address = check.address();
        problems.addAll(check.problems().list());
        return address.map(SharedCompanyRules::profile).orElse(typed);
    }

    @Override
    public String email(String field, String typed, Problems problems) {
        var email = Typed.email(typed);
        if (!email.isEmpty() && EmailAddress.parse(email).isEmpty()) {
            problems.add(field, CustomerRefusal.EMAIL_FORMAT);
        }
        return email;
    }

    @Override
    public String phone(String field, String typed, Problems problems) {
        var phone = Typed.number(typed);
        if (!phone.isEmpty() && PhoneNumber.parse(phone).isEmpty()) {
            problems.add(field, CustomerRefusal.PHONE_FORMAT);
        }
        return phone;
    }

    @Override
    public String website(String field, String typed, Problems problems) {
        var website = Typed.code(typed);
        if (!website.isEmpty() && !QualificationRules.isWebsite(website)) {
            problems.add(field, CustomerRefusal.EDUCATION_WEBSITE);
        }
        return website;
    }

    private static CustomerEntry entry(ProfileAddress typed) {
        return new CustomerEntry(
                typed.country(),
                null,
                typed.addressLine1(),
                typed.addressLine2(),
                typed.addressLine3(),
                typed.city(),
                typed.state(),
                typed.region(),
                typed.postalCode(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ProfileAddress profile(PostalAddress address) {
        return new ProfileAddress(
                address.country(),
                text(address.region()),
                address.city(),
                text(address.state()),
                address.addressLine1(),
                text(address.addressLine2()),
                text(address.addressLine3()),
                text(address.postalCode()),
                "",
                "",
                "",
                "");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
