package oroshi.portal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oroshi.access.Caller;
import oroshi.access.Permission;

/**
 * What a template may ask about the page that is being rendered: {@code @import static oroshi.portal.Here.*} and then
 * {@code ${text("customers.title")}}.
 */
public final class Here {
    private static final ScopedValue<Shell> SHELL = ScopedValue.newInstance();

    private Here() {}

    static <T> T in(Shell shell, Callable<T> rendering) throws Exception {
        return ScopedValue.where(SHELL, shell).call(rendering::call);
    }

    /** The shell of this page. */
    public static Shell shell() {
        return SHELL.get();
    }

    /** The text of the key in the reader's language. */
    public static String text(String key, Object... arguments) {
        return shell().texts().text(key, arguments);
    }

    public static String text(Message message) {
        return shell().texts().text(message);
    }

    public static Formats formats() {
        return shell().texts().formats();
    }

    public static Language language() {
        return shell().texts().language();
    }

    public static String date(@Nullable LocalDate date) {
        return date == null ? "" : formats().date(date);
    }

    public static String instant(@Nullable Instant instant) {
        return instant == null ? "" : formats().instant(instant);
    }

    public static String money(BigDecimal amount, String currency) {
        return formats().money(amount, currency);
    }

    /** An amount for each month: 34,000 円/月. */
    public static String perMonth(BigDecimal amount, String currency) {
        return text("money.perMonth", "amount", money(amount, currency));
    }

    /** An amount for each year: 480.00 USD per year. */
    public static String perYear(BigDecimal amount, String currency) {
        return text("money.perYear", "amount", money(amount, currency));
    }

    public static String number(long number) {
        return formats().number(number);
    }

    /** Whether the visitor has the permission in full; show a button only then. */
    public static boolean may(Permission permission) {
        var caller = caller();
        return caller != null && caller.may(permission);
    }

    /** The address of a style, script or picture: it changes with the content, so browsers keep it forever. */
    public static String asset(String name) {
        return shell().assets().apply(name);
    }

    /** The line that names the cloud; null when no user of a partner is signed in. */
    public static @Nullable String cloudLine() {
        var caller = caller();
        if (caller == null) {
            return null;
        }
        var cloud = caller.cloud().name();
        var configured = shell().cloudLines().get(cloud + "." + language().code());
        return configured != null ? configured : text("cloud." + cloud);
    }

    /** Whether the visitor works in a cloud that must not be mixed up with the public one. */
    public static boolean isOtherCloud() {
        var caller = caller();
        return caller != null && !caller.cloud().isPublic();
    }

    private static @Nullable Caller caller() {
        var visitor = shell().visitor();
        return visitor == null ? null : visitor.caller();
    }
}
