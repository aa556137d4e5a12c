package oroshi.previews;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.joda.money.Money;
import oroshi.previews.Preview.Sum;
import oroshi.subscriptions.ChargeReason;
import oroshi.subscriptions.SubscriptionStatus;

/** The words of previews, from the files {@code previews/words_en} and {@code previews/words_ja}. */
final class PreviewWords {
    private static final String FILES = "previews.words";
    private static final int SHOWN_DECIMALS = 7;

    private final Locale language;
    private final ResourceBundle texts;

    private PreviewWords(Locale language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                FILES, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Japanese for those who read it, else English. */
    static PreviewWords in(Locale reader) {
        var isJapanese = reader.getLanguage().equals(Locale.JAPANESE.getLanguage());
        return new PreviewWords(isJapanese ? Locale.JAPANESE : Locale.ENGLISH);
    }

    Locale language() {
        return language;
    }

    /** What a charge is for, which depends on whether it is charged or given back. */
    String title(ChargeReason reason, Sum sum) {
        var side = sum.quantity() < 0 ? ".back" : ".charge";
        var own = reason.name() + side;
        return texts.getString(texts.containsKey(own) ? own : "ANY" + side);
    }

    /** How the amount came about. */
    String calculation(Sum sum, int times, Money total, boolean isClassic) {
        var values = new HashMap<String, Object>(Map.of(
                "quantity", number(BigDecimal.valueOf(sum.quantity())),
                "price", money(sum.unitPrice()),
                "cycleDays", sum.cycleDays(),
                "days", sum.days(),
                "unit", number(sum.effectiveUnitPrice()),
                "amount", money(sum.amount()),
                "from", date(sum.from()),
                "to", sum.to().map(this::date).orElse(""),
                "times", times,
                "total", money(total)));
        var once = text(key(sum, isClassic), values);
        values.put("calculation", once);
        return times == 1 ? once : text("calculation.repeated", values);
    }

    private static String key(Sum sum, boolean isClassic) {
        if (sum.to().isEmpty()) {
            return "calculation.endless";
        }
        if (sum.isWhole()) {
            return "calculation.whole";
        }
        return isClassic ? "calculation.classic" : "calculation.days";
    }

    /** What becomes of a subscription at the end of a term. */
    String outcome(SubscriptionStatus status, boolean wasTrial) {
        return texts.getString(wasTrial ? "outcome.CONVERTED" : "outcome." + status.name());
    }

    private String text(String key, Map<String, Object> values) {
        return new MessageFormat(texts.getString(key), language).format(values);
    }

    /** As pages write it: the number, then the currency. */
    private String money(Money amount) {
        var unit = amount.getCurrencyUnit();
        var format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(unit.getDecimalPlaces());
        format.setMaximumFractionDigits(unit.getDecimalPlaces());
        var isYen = language.equals(Locale.JAPANESE) && unit.getCode().equals("JPY");
        return format.format(amount.getAmount()) + " " + (isYen ? "円" : unit.getCode());
    }

    private String number(BigDecimal value) {
        var format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(SHOWN_DECIMALS);
        return format.format(value.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP));
    }

    private String date(LocalDate day) {
        var format = DateFormat.getDateInstance(DateFormat.MEDIUM, language);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
}
