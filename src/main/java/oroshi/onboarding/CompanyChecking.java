package oroshi.onboarding;

import java.util.Optional;
import oroshi.basics.Problems;
import oroshi.customers.Country;
import oroshi.customers.CustomerEntry;
import oroshi.customers.EmailLimits;
import oroshi.customers.NewCustomer;
import oroshi.customers.Qualification;
import oroshi.partners.PartnerRefusal;

/** Checks company, address and contact, and whether the partner may sell there. */
final class CompanyChecking {
    private final Reading reading;

    CompanyChecking(Reading reading) {
        this.reading = reading;
    }

    Optional<NewCustomer> check(CustomerEntry entry) {
        var found = new Problems();
        var customer = reading.rules().customerRules().check(entry, limits(), found);
        reading.found(found);
        market();
        return customer;
    }

    private void market() {
        var code = reading.get(AccountField.COUNTRY);
        var country = Country.find(code);
        if (!code.isBlank() && !reading.rules().markets().maySell(reading.partner(), code)) {
            reading.problem(
                    AccountField.COUNTRY,
                    PartnerRefusal.COUNTRY_NOT_IN_MARKET,
                    country.<Object>map(known -> known).orElse(code));
        }
    }

    private EmailLimits limits() {
        var partner = reading.partner();
        return reading.get(AccountField.QUALIFICATION).equals(Qualification.EDUCATION.name())
                ? EmailLimits.ofEducation(
                        partner.verifiedDomains(), reading.rules().directory().suffix(partner.cloud()))
                : EmailLimits.of(partner.verifiedDomains());
    }
}
