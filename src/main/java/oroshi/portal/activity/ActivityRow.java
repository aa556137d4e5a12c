package oroshi.portal.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import oroshi.activity.ActivityRecord;
import oroshi.activity.ActivityStatus;
import oroshi.portal.Message;

/** One line of the log as the page shows it. */
public record ActivityRow(ActivityRecord activity, Optional<String> customerName) {
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

    /** Everything else that was written down, by name. */
    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        var changed = new TreeMap<String, Object>(activity.newValues());
        activity.oldValues().keySet().forEach(name -> changed.putIfAbsent(name, ""));
        changed.forEach(
                (name, value) -> facts.add(new Fact(name, shown(activity.oldValues(), name), value.toString())));
        new TreeMap<>(activity.details()).forEach((name, value) -> facts.add(new Fact(name, "", value.toString())));
        return facts;
    }

    private static String shown(Map<String, Object> values, String name) {
        var value = values.get(name);
        return value == null ? "" : value.toString();
    }

    /** One value that changed or was noted; {@code before} is empty for something new. */
    public record Fact(String name, String before, String after) {}
}
