package oroshi.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.Money;
import oroshi.basics.Localized;
import oroshi.basics.Problem;

/** The portal's words for one reader: his language and his formats. */
public record Texts(Messages messages, Language language, Formats formats) {

    /** The text of a key in the reader's language. */
    public String text(String key, Object... arguments) {
        return messages.text(language, key, shown(List.of(arguments)));
    }

    /** The message in the reader's language. */
    public String text(Message message) {
        return messages.text(language, message.key(), shown(message.arguments()));
    }

    private List<?> shown(List<?> arguments) {
        return arguments.stream().map(this::shown).toList();
    }

    private Object shown(Object argument) {
        return switch (argument) {
            case Message message -> text(message);
            case Problem problem -> text(Message.of(problem));
            case LocalDate date -> formats.date(date);
            case Instant instant -> formats.instant(instant);
            case Localized localized -> localized.in(language.locale());
            case Money money ->
                formats.money(money.getAmount(), money.getCurrencyUnit().getCode());
            case Collection<?> several ->
                several.stream().map(each -> shown(each).toString()).collect(Collectors.joining(", "));
            default -> argument;
        };
    }
}
