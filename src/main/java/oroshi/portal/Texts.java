package oroshi.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

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
            case LocalDate date -> formats.date(date);
            case Instant instant -> formats.instant(instant);
            default -> argument;
        };
    }
}
