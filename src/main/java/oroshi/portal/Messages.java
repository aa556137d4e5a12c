package oroshi.portal;

import com.ibm.icu.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The message files: every text of the portal by key, once in each language, or in the operator's own words. */
@Component
public class Messages {
    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    Messages(PortalSettings settings) {
        for (var language : Language.values()) {
            texts.put(language, load(language));
        }
        settings.texts().forEach(this::replace);
    }

    /** The texts of the files alone. */
    static Messages builtIn() {
        return new Messages(new PortalSettings(Map.of(), Map.of(), Map.of()));
    }

    /** Puts the operator's words in place of the file's; refuses a text that no page has. */
    private void replace(String name, String words) {
        for (var language : Language.values()) {
            var prefix = language.code() + ".";
            if (name.startsWith(prefix) && of(language).containsKey(name.substring(prefix.length()))) {
                of(language).put(name.substring(prefix.length()), words);
                return;
            }
        }
        throw new IllegalArgumentException("oroshi.portal.texts names no text of the portal: " + name
                + ". A name is a language and a key, ja.customers.id");
    }

    private static Map<String, String> load(Language language) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var bundle = (PropertyResourceBundle) ResourceBundle.getBundle("messages", language.locale(), control);
        var all = new TreeMap<String, String>();
        bundle.keySet().forEach(key -> all.put(key, bundle.getString(key)));
        return all;
    }

    /** All keys that the file of the language has. */
    public Set<String> keys(Language language) {
        return of(language).keySet();
    }

    /** The text as the file has it, placeholders included. */
    String pattern(Language language, String key) {
        return of(language).getOrDefault(key, "[" + key + "]");
    }

    /** The text with its arguments filled in; the key itself, in brackets, when the file lacks it. */
    String text(Language language, String key, List<?> arguments) {
        var pattern = pattern(language, key);
        return pattern.indexOf('{') < 0 ? pattern : format(new MessageFormat(pattern, language.locale()), arguments);
    }

    private static String format(MessageFormat format, List<?> arguments) {
        if (format.usesNamedArguments()) {
            return format.format(named(arguments));
        }
        return format.format(arguments.toArray());
    }

    private static Map<String, Object> named(List<?> pairs) {
        var values = new HashMap<String, Object>();
        for (var i = 0; i + 1 < pairs.size(); i += 2) {
            values.put(String.valueOf(pairs.get(i)), pairs.get(i + 1));
        }
        return values;
    }

    private Map<String, String> of(Language language) {
        return texts.getOrDefault(language, Map.of());
    }
}
