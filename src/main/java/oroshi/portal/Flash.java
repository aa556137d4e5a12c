package oroshi.portal;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What the next page says about what was just done. */
public record Flash(Tone tone, String key, ArrayList<String> arguments) implements Serializable {
    public static Flash success(String key, String... arguments) {
        return new Flash(Tone.SUCCESS, key, new ArrayList<>(List.of(arguments)));
    }

    public static Flash warning(String key, String... arguments) {
        return new Flash(Tone.WARNING, key, new ArrayList<>(List.of(arguments)));
    }

    public Message message() {
        return new Message(key, List.copyOf(arguments));
    }
}
