package oroshi.exchanges;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that a story may use in double braces, and what they stand for in this run. */
final class Scene {
    private static final int TO_MINUTES = "2019-04-24T01:00".length();
    private static final Pattern NAME = Pattern.compile("\\{\\{([\\w.]+)}}");
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9]+((:|%3A)[0-9.]+)*(Z|\\+00:00)?");
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final Pattern SECRET = Pattern.compile(
            "(\"(password|refresh_token|device_code|user_code|client_info|n|kid|x5t)\" : |\"code\" : (?=\"[^\"]{16}))\"[^\"]+\"");

    private static final Pattern SIGNATURE = Pattern.compile("([?&#](sig|exp|code|state)=)[^&\"\\s]{6,}");

    private static final Pattern CONTINUATION = Pattern.compile(
            "(\"continuationToken\" : |\"key\" : \"MS-ContinuationToken\",\\s+\"value\" : )\"(?!\\{\\{)[^\"]+\"");

    private static final Pattern CERTIFICATE = Pattern.compile("\"MII[\\w+/=]+\"");
    private static final Pattern SECOND =
            Pattern.compile("(\"(expires_on|not_before)\" : )\"\\d+\"|(\"timestamp\" : )\"[0-9:Z -]+\"");

    private static final Pattern LINK_TOKEN = Pattern.compile("([?&]token=)[\\w-]+");

    private static final Pattern VERSION = Pattern.compile("(\"etag\" : |ETag: )\"(-?\\d+|eyJ[\\w-]+)\"");

    private final StringBuilder sent = new StringBuilder();
    private final Map<String, String> known = new LinkedHashMap<>();
    private final Map<String, Supplier<String>> makers = new LinkedHashMap<>();
    private final Set<String> constants = new HashSet<>();

    /** From now on the name stands for the value. */
    void know(String name, String value) {
        known.put(name, value);
    }

    /** The name stands for what is made when it is used first. */
    void make(String name, Supplier<String> maker) {
        makers.put(name, maker);
    }

    /** The ids in the text are the same in every run and are shown as they are. */
    void keepIdsOf(String text) {
        ID.matcher(text).results().forEach(id -> constants.add(id.group()));
    }

    String value(String name) {
        var value = known.get(name);
        if (value == null) {
            var maker = makers.get(name);
            if (maker == null) {
                throw new IllegalStateException("{{" + name + "}} stands for nothing here");
            }
            value = maker.get();
            known.put(name, value);
        }
        return value;
    }

    private static String timed(MatchResult found) {
        return Matcher.quoteReplacement((found.group(1) == null ? found.group(3) : found.group(1)) + "\"(time)\"");
    }

    /** A moment that the story itself names, in whatever form it comes back. */
    private boolean isSent(String time) {
        return time.length() >= TO_MINUTES && sent.indexOf(time.substring(0, TO_MINUTES)) >= 0;
    }

    /** The text with values in the place of names. */
    String filled(String text) {
        var filled = NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
        sent.append(filled).append('\n');
        return filled;
    }

    /** The text with names in the place of values, and general words for what differs from run to run. */
    String masked(String text) {
        // Before what is known: two tokens of one second are the same, and a later one is not.
        var masked = TOKEN.matcher(text).replaceAll("(token)");
        var longestFirst = known.entrySet().stream()
                .filter(entry -> entry.getValue().length() > 4)
                .sorted(Comparator.comparing(entry -> entry.getValue().length(), Comparator.reverseOrder()))
                .toList();
        for (var entry : longestFirst) {
            masked = masked.replace(entry.getValue(), "{{" + entry.getKey() + "}}");
        }
        masked = ID.matcher(masked).replaceAll(id -> constants.contains(id.group()) ? id.group() : "(id)");
        masked = TIME.matcher(masked).replaceAll(found -> isSent(found.group()) ? found.group() : "(time)");
        masked = VERSION.matcher(masked).replaceAll("$1\"(version)\"");
        masked = LINK_TOKEN.matcher(masked).replaceAll("$1(secret)");
        masked = SIGNATURE.matcher(masked).replaceAll("$1(secret)");
        masked = CONTINUATION.matcher(masked).replaceAll("$1\"(continuation)\"");
        masked = CERTIFICATE.matcher(masked).replaceAll("\"(certificate)\"");
        masked = SECOND.matcher(masked).replaceAll(Scene::timed);
        return SECRET.matcher(masked).replaceAll("$1\"(secret)\"");
    }
}
