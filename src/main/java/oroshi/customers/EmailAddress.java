package oroshi.customers;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Typed;

/** An e-mail address of valid form (E1), its domain in lower case. */
public record EmailAddress(String value) {
    private static final Pattern LOCAL = Pattern.compile("[!#-'*+\\-/0-9=?A-Z^-~]+(\\.[!#-'*+\\-/0-9=?A-Z^-~]+)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

    /** The address that was typed, normalised; empty when its form is wrong. */
    public static Optional<EmailAddress> parse(@Nullable String typed) {
        var address = Typed.email(typed);
        var at = address.lastIndexOf('@');
        if (at < 1 || at > 64 || address.length() > 254) {
            return Optional.empty();
        }
        var wellFormed = LOCAL.matcher(address.substring(0, at)).matches() && isDomain(address.substring(at + 1));
        return wellFormed ? Optional.of(new EmailAddress(address)) : Optional.empty();
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** Whether the address is at this domain or below it. */
    public boolean isAt(String domain) {
        return domain().equals(domain) || domain().endsWith("." + domain);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isDomain(String domain) {
        var labels = domain.split("\\.", -1);
        if (labels.length < 2) {
            return false;
        }
        for (var label : labels) {
            if (label.length() > 63 || !LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }
}
