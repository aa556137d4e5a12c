package oroshi.customers;

import static oroshi.customers.CustomerRefusal.ADDRESS_POSTAL;
import static oroshi.customers.CustomerRefusal.ADDRESS_STATE;
import static oroshi.customers.CustomerRefusal.COUNTRY_UNKNOWN;
import static oroshi.customers.CustomerRefusal.FIELD_CONTROL_CHARACTER;
import static oroshi.customers.CustomerRefusal.FIELD_REQUIRED;
import static oroshi.customers.CustomerRefusal.FIELD_TOO_LONG;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Problems;
import oroshi.basics.Reason;
import oroshi.basics.Typed;

/** Checks one address against the rules of its country. */
final class AddressCheck {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_CITY = 100;
    private static final int LONGEST_STATE = 100;

    private final CustomerEntry entry;
    private final String path;
    private final Problems problems = new Problems();

    /** @param path what stands before the names of the fields, for example {@code billingProfile.defaultAddress.} */
    AddressCheck(CustomerEntry entry, String path) {
        this.entry = entry;
        this.path = path;
    }

    Problems problems() {
        return problems;
    }

    /** The rules of the address's country; empty, with a problem, when it has none. */
    Optional<CountryRules> country() {
        var code = Typed.code(entry.country());
        var rules = CountryRules.find(code);
        if (code.isEmpty()) {
            problem("country", FIELD_REQUIRED);
        } else if (rules.isEmpty()) {
            problem("country", COUNTRY_UNKNOWN, code);
        }
        return rules;
    }

    /** The address, if the country is known; only good when no problem was found. */
    Optional<PostalAddress> address() {
        var line1 = required("addressLine1", entry.addressLine1(), LONGEST_LINE);
        var line2 = optional("addressLine2", entry.addressLine2(), LONGEST_LINE);
        var line3 = optional("addressLine3", entry.addressLine3(), LONGEST_LINE);
        var region = optional("region", entry.region(), LONGEST_STATE);
        var city = required("city", entry.city(), LONGEST_CITY);
        return country()
                .map(rules -> new PostalAddress(
                        rules.country().code(), postalCode(rules), state(rules), region, city, line1, line2, line3));
    }

    private @Nullable String postalCode(CountryRules rules) {
        var code = Typed.postalCode(rules.country().code(), entry.postalCode());
        if (code.isEmpty()) {
            if (rules.postalCodeRequired()) {
                problem("postalCode", FIELD_REQUIRED);
            }
            return null;
        }
        if (!rules.fits(code)) {
            problem("postalCode", ADDRESS_POSTAL, rules.country(), rules.postalExample());
        } else if (Typed.hasControlCharacter(code)) {
            problem("postalCode", FIELD_CONTROL_CHARACTER);
        }
        return code;
    }

    private @Nullable String state(CountryRules rules) {
        if (rules.stateKind() != StateKind.LIST) {
            return optional("state", entry.state(), LONGEST_STATE);
        }
        var typed = Typed.name(entry.state());
        if (typed.isEmpty()) {
            problem("state", FIELD_REQUIRED);
            return null;
        }
        var subdivision = rules.subdivision(typed);
        if (subdivision.isEmpty()) {
            problem("state", ADDRESS_STATE, rules.country());
        }
        return subdivision.map(Subdivision::code).orElse(typed);
    }

    private String required(String field, @Nullable String typed, int longest) {
        var text = Typed.name(typed);
        if (text.isEmpty()) {
            problem(field, FIELD_REQUIRED);
        }
        checked(field, text, longest);
        return text;
    }

    private @Nullable String optional(String field, @Nullable String typed, int longest) {
        var text = Typed.name(typed);
        checked(field, text, longest);
        return text.isEmpty() ? null : text;
    }

    private void checked(String field, String text, int longest) {
        if (Typed.length(text) > longest) {
            problem(field, FIELD_TOO_LONG, longest);
        }
        if (Typed.hasControlCharacter(text)) {
            problem(field, FIELD_CONTROL_CHARACTER);
        }
    }

    private void problem(String field, Reason reason, Object... arguments) {
        problems.add(path + field, reason, arguments);
    }
}
