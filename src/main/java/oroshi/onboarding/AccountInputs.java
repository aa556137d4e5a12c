package oroshi.onboarding;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import oroshi.access.Caller;
import oroshi.basics.Refusal;
import oroshi.basics.Typed;
import oroshi.customers.CountryRules;
import oroshi.customers.Culture;
import oroshi.partners.Markets;
import oroshi.partners.Partner;
import oroshi.partners.Partners;

/** What the fields of Account info hold before somebody types, and what a change of country leaves of them. */
@Service
public class AccountInputs {
    private final Partners partners;
    private final Markets markets;

    AccountInputs(Partners partners, Markets markets) {
        this.partners = partners;
        this.markets = markets;
    }

    /** Refuses when the partner's status or cloud keeps it from adding customers. */
    public void requireMayOpen(Caller caller) {
        if (!markets.takesNewCustomers(caller.cloud())) {
            throw Refusal.because(OnboardingRefusal.CLOUD_CLOSED);
        }
        partners.get(caller.partnerId()).requireMayAddCustomers();
    }

    /** The fields of a new draft: the partner's own country where it may sell, its first language, the given reseller. */
    public AccountInput first(Caller caller, Optional<String> reseller) {
        var partner = partners.get(caller.partnerId());
        var country = markets.maySell(partner, partner.country()) ? partner.country() : onlyCountry(partner);
        var input = AccountInput.EMPTY
                .with(AccountField.COUNTRY, country)
                .with(AccountField.CULTURE, firstCulture(country));
        return reseller.map(id -> input.with(AccountField.RESELLER, id)).orElse(input);
    }

    /** Reads the form; when its country is another than before, what does not fit the new one is cleared (J1-07). */
    public AccountInput read(AccountInput before, Function<String, @Nullable String> form) {
        var typed = AccountInput.read(form)
                .with(AccountField.AGREEMENT_VERSION, before.get(AccountField.AGREEMENT_VERSION));
        var kept = before.has(AccountField.SIGNER_DIFFERS) ? typed.with(AccountField.SIGNER_DIFFERS, "true") : typed;
        var country = kept.get(AccountField.COUNTRY);
        return country.equals(before.get(AccountField.COUNTRY)) ? kept : fitting(kept, country);
    }

    /** The signer's own fields, filled with the primary contact's values; from now on they no longer follow it. */
    public AccountInput withOwnSigner(AccountInput input) {
        var signers = Map.of(
                AccountField.SIGNER_FIRST_NAME, AccountField.CONTACT_FIRST_NAME,
                AccountField.SIGNER_LAST_NAME, AccountField.CONTACT_LAST_NAME,
                AccountField.SIGNER_EMAIL, AccountField.CONTACT_EMAIL,
                AccountField.SIGNER_PHONE, AccountField.CONTACT_PHONE);
        var filled = input.with(AccountField.SIGNER_DIFFERS, "true");
        for (var signer : signers.entrySet()) {
            filled = filled.with(signer.getKey(), input.get(signer.getValue()));
        }
        return filled;
    }

    /** Remembers which version of the agreement the page was passed with. */
    public AccountInput withVersion(AccountInput input, CheckedAccount passed) {
        return passed.agreement() instanceof AgreementChoice.Attested attested
                ? input.with(
                        AccountField.AGREEMENT_VERSION,
                        AgreementChecking.version(attested.attestation().template()))
                : input.without(AccountField.AGREEMENT_VERSION);
    }

    private AccountInput fitting(AccountInput input, String country) {
        var rules = CountryRules.find(country);
        if (rules.isEmpty()) {
            return input.without(AccountField.STATE).without(AccountField.POSTAL_CODE);
        }
        var fitting = input;
        if (!fitsState(rules.get(), input.get(AccountField.STATE))) {
            fitting = fitting.without(AccountField.STATE);
        }
        if (!fitsPostalCode(rules.get(), input.get(AccountField.POSTAL_CODE))) {
            fitting = fitting.without(AccountField.POSTAL_CODE);
        }
        if (rules.get().culture(input.get(AccountField.CULTURE)).isEmpty()) {
            fitting = fitting.with(
                    AccountField.CULTURE, rules.get().defaultCulture().tag());
        }
        return fitting.without(AccountField.AGREEMENT_LANGUAGE);
    }

    private static boolean fitsState(CountryRules rules, String state) {
        return switch (rules.stateKind()) {
            case LIST -> rules.subdivision(state).isPresent();
            case TEXT -> true;
            case NONE -> false;
        };
    }

    private static boolean fitsPostalCode(CountryRules rules, String typed) {
        var code = Typed.postalCode(rules.country().code(), typed);
        return rules.postalPattern()
                .map(pattern -> pattern.matcher(code).matches())
                .orElse(true);
    }

    private String onlyCountry(Partner partner) {
        var countries = markets.countriesOf(partner);
        return countries.size() == 1 ? countries.getFirst().code() : "";
    }

    private static String firstCulture(String country) {
        return CountryRules.find(country)
                .map(CountryRules::defaultCulture)
                .map(Culture::tag)
                .orElse("");
    }
}
