package oroshi.onboarding;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oroshi.customers.CustomerEntry;
import oroshi.customers.PostalAddress;

/** What a user typed on Account info, exactly as typed; a field never touched reads as an empty text. */
public record AccountInput(Map<AccountField, String> values) {
    static final AccountInput EMPTY = new AccountInput(Map.of());

    public AccountInput {
        values = Map.copyOf(values);
    }

    /** Reads every field from a form; {@code form} answers null for what was not sent. */
    public static AccountInput read(Function<String, @Nullable String> form) {
        var values = new EnumMap<AccountField, String>(AccountField.class);
        for (var field : AccountField.values()) {
            var typed = form.apply(field.key());
            if (typed != null && !typed.isEmpty()) {
                values.put(field, typed);
            }
        }
        return new AccountInput(values);
    }

    public String get(AccountField field) {
        return values.getOrDefault(field, "");
    }

    public boolean has(AccountField field) {
        return !get(field).isBlank();
    }

    /** The same with one value replaced. */
    public AccountInput with(AccountField field, String value) {
        var changed = new EnumMap<AccountField, String>(AccountField.class);
        changed.putAll(values);
        changed.put(field, value);
        return new AccountInput(changed);
    }

    /** The same without one value. */
    public AccountInput without(AccountField field) {
        var changed = new EnumMap<AccountField, String>(AccountField.class);
        changed.putAll(values);
        changed.remove(field);
        return new AccountInput(changed);
    }

    /** Company, address and contact, for the rules of customers to check. */
    CustomerEntry toEntry() {
        return new CustomerEntry(
                get(AccountField.COUNTRY),
                get(AccountField.COMPANY_NAME),
                get(AccountField.ADDRESS_LINE_1),
                get(AccountField.ADDRESS_LINE_2),
                null,
                get(AccountField.CITY),
                get(AccountField.STATE),
                null,
                get(AccountField.POSTAL_CODE),
                get(AccountField.REGISTRATION_ID),
                get(AccountField.CULTURE),
                null,
                get(AccountField.CONTACT_FIRST_NAME),
                get(AccountField.CONTACT_LAST_NAME),
                get(AccountField.CONTACT_EMAIL),
                get(AccountField.CONTACT_PHONE));
    }

    /** The same with the address in another form. */
    public AccountInput with(PostalAddress address) {
        return with(AccountField.POSTAL_CODE, Objects.requireNonNullElse(address.postalCode(), ""))
                .with(AccountField.STATE, Objects.requireNonNullElse(address.state(), ""))
                .with(AccountField.CITY, address.city())
                .with(AccountField.ADDRESS_LINE_1, address.addressLine1())
                .with(AccountField.ADDRESS_LINE_2, Objects.requireNonNullElse(address.addressLine2(), ""));
    }

    Map<String, String> byKey() {
        var byKey = new LinkedHashMap<String, String>();
        values.forEach((field, value) -> byKey.put(field.key(), value));
        return byKey;
    }

    static AccountInput ofKeys(Map<String, String> byKey) {
        return read(byKey::get);
    }
}
