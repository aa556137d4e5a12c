package oroshi.portal.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import oroshi.activity.ActivityRecord;
import oroshi.activity.ActivityStatus;
import oroshi.catalog.LocalizedText;
import oroshi.portal.Message;

/** One line of the log as the page shows it. */
public record ActivityRow(ActivityRecord activity, Optional<String> customerName) {
    private static final String REASON = "reason";
    private static final String ARGUMENTS = "arguments";

    /** What was done, in the reader's language; the operation's own name when there is no word for it. */
    public Message action() {
        return label(activity.operation());
    }

    /** Whether it was tried in vain. */
    public boolean isFailed() {
        return activity.status() == ActivityStatus.FAILED;
    }

    static Message label(String operation) {
        return Message.of("activity.operation." + operation);
    }

    /** Why an attempt failed, in the words that the person read. */
    public Optional<Message> refusal() {
        return Optional.ofNullable(activity.details().get(REASON))
                .filter(key -> isFailed())
                .map(Object::toString)
                .map(key -> key.equals("error") ? Message.of("error.failed.title") : new Message(key, arguments()));
    }

    private List<Object> arguments() {
        return activity.details().get(ARGUMENTS) instanceof List<?> noted
                ? noted.stream().<Object>map(ActivityRow::spoken).toList()
                : List.of();
    }

    /** What was noted, as a text of the portal takes it: titles in both languages, days as days. */
    private static Object spoken(Object noted) {
        if (noted instanceof Map<?, ?> title) {
            return new LocalizedText(String.valueOf(title.get("en")), String.valueOf(title.get("ja")));
        }
        return noted instanceof String day && day.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(day) : noted;
    }

    /** Everything else that was written down, by name. */
    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        var changed = new TreeMap<String, Object>(activity.newValues());
        activity.oldValues().keySet().forEach(name -> changed.putIfAbsent(name, ""));
        changed.forEach(
                (name, value) -> facts.add(new Fact(name, shown(activity.oldValues(), name), value.toString())));
        var details = new TreeMap<>(activity.details());
        if (isFailed()) {
            details.keySet().removeAll(List.of(REASON, ARGUMENTS));
        }
        details.forEach((name, value) -> facts.add(new Fact(name, "", value.toString())));
        return facts;
    }

    private static String shown(Map<String, Object> values, String name) {
        var value = values.get(name);
        return value == null ? "" : value.toString();
    }

    /** One value that changed or was noted; {@code before} is empty for something new. */
    public record Fact(String name, String before, String after) {}
}
