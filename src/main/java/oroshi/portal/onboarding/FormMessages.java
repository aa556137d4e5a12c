package oroshi.portal.onboarding;

import java.util.List;
import java.util.Optional;
import oroshi.basics.Problem;
import oroshi.customers.Country;
import oroshi.portal.Form;
import oroshi.portal.Message;

/** Words for what is wrong, with the labels of the wizard's fields. */
final class FormMessages {
    private FormMessages() {}

    static void reject(Form form, List<Problem> problems) {
        problems.forEach(problem -> form.reject(problem.field(), message(problem)));
    }

    static Message message(Problem problem) {
        var key = problem.reason().key();
        var label = Message.of("wizard.field." + problem.field());
        return switch (key) {
            case "field.required" -> Message.of(key, "field", label);
            case "name.length" -> Message.of(key, label);
            default ->
                new Message(
                        key,
                        problem.arguments().stream().map(FormMessages::named).toList());
        };
    }

    /** A country that a reason names by its code is shown by its name. */
    private static Object named(Object argument) {
        return argument instanceof String text && text.matches("[A-Z]{2}")
                ? Optional.<Object>ofNullable(Country.find(text).orElse(null)).orElse(text)
                : argument;
    }
}
