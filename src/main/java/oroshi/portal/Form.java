package oroshi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.rest.Attempt;

/**
 * What a form shows: the values as they were typed, and what is wrong or doubtful about them. One page request makes
 * one form, collects every problem in it, and shows them all at once.
 */
public final class Form {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, List<Message>> problems = new LinkedHashMap<>();
    private final Map<String, List<Message>> warnings = new LinkedHashMap<>();

    /** One thing to put right: the field that it belongs to and what to say. */
    public record Finding(String field, Message message) {
        public String target() {
            return id(field);
        }
    }

    /** A form without values. */
    public static Form empty() {
        return new Form();
    }

    /** A form with what the browser sent. */
    public static Form of(HttpServletRequest request) {
        var form = new Form();
        request.getParameterMap().forEach((name, values) -> form.values.put(name, List.of(values)));
        return form;
    }

    /** A form with stored values. */
    public static Form of(Map<String, String> values) {
        var form = new Form();
        values.forEach(form::fill);
        return form;
    }

    /** Puts a value into a field, instead of what it had; null empties it. */
    public Form fill(String field, @Nullable String value) {
        values.put(field, value == null ? List.of() : List.of(value));
        return this;
    }

    /** The value as typed; empty when there is none. */
    public String value(String field) {
        var all = values(field);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** All values of a field that may have several. */
    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean has(String field, String value) {
        return values(field).contains(value);
    }

    /** The day typed into a field; empty when there is none, and rejected when it is no day as the visitor writes them. */
    public Optional<LocalDate> date(String field, Formats formats) {
        if (value(field).isBlank()) {
            return Optional.empty();
        }
        var day = formats.parseDate(value(field));
        if (day.isEmpty()) {
            reject(field, "field.date", "example", formats.dateHint());
        }
        return day;
    }

    /** Every field with its first value. */
    public Map<String, String> values() {
        var firsts = new LinkedHashMap<String, String>();
        values.keySet().forEach(field -> firsts.put(field, value(field)));
        return firsts;
    }

    /** Says what is wrong with a field; the form is not accepted. */
    public Form reject(String field, Message message) {
        problems.computeIfAbsent(field, name -> new ArrayList<>()).add(message);
        return this;
    }

    public Form reject(String field, String key, Object... arguments) {
        return reject(field, Message.of(key, arguments));
    }

    /** Shows a refusal at its fields; above the form when it names none. */
    public Form reject(Refusal refusal) {
        Attempt.refused(refusal);
        if (refusal.problems().isEmpty()) {
            return reject("", Message.of(refusal));
        }
        refusal.problems().forEach(problem -> reject(problem.field(), Message.of(problem)));
        return this;
    }

    /** Says what is doubtful about a field; it does not block. */
    public Form warn(String field, Message message) {
        warnings.computeIfAbsent(field, name -> new ArrayList<>()).add(message);
        return this;
    }

    public Form warn(String field, String key, Object... arguments) {
        return warn(field, Message.of(key, arguments));
    }

    /** Rejects the field with "Enter {field}." when nothing but white space is in it. */
    public Form require(String field, String labelKey) {
        return value(field).isBlank() ? reject(field, "field.required", "field", Message.of(labelKey)) : this;
    }

    public boolean isRejected() {
        return !problems.isEmpty();
    }

    public boolean isRejected(String field) {
        return problems.containsKey(field);
    }

    public List<Message> problems(String field) {
        return problems.getOrDefault(field, List.of());
    }

    public List<Message> warnings(String field) {
        return warnings.getOrDefault(field, List.of());
    }

    /** Everything to put right in the order they were found. */
    public List<Finding> problems() {
        return problems.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(message -> new Finding(each.getKey(), message)))
                .toList();
    }

    public boolean isDoubtful(String field) {
        return warnings.containsKey(field);
    }

    /** The id of the element that holds a field: dots do not work in selectors. */
    public static String id(String field) {
        return field.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /** The ids of what describes a field to a screen reader, or null when nothing does. */
    public @Nullable String describedBy(String field, boolean hasHelp, boolean isChecked) {
        var parts = new ArrayList<String>();
        addIf(isChecked, parts, field, "-live");
        addIf(hasHelp, parts, field, "-help");
        addIf(isRejected(field), parts, field, "-error");
        addIf(isDoubtful(field), parts, field, "-warning");
        return parts.isEmpty() ? null : String.join(" ", parts);
    }

    private static void addIf(boolean given, List<String> parts, String field, String suffix) {
        if (given) {
            parts.add(id(field) + suffix);
        }
    }
}
