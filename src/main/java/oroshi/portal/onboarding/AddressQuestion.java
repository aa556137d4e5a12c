package oroshi.portal.onboarding;

import java.util.ArrayList;
import java.util.List;
import oroshi.onboarding.AddressAnswer;
import oroshi.portal.Choice;
import oroshi.portal.Texts;

/**
 * What the address check wants to know: which of the suggested addresses is meant, or that what was typed is right.
 *
 * @param action where the answer leads: to the next page, or back to Review
 */
public record AddressQuestion(List<Choice> choices, String action) {
    /** Name of the field with the choice. */
    static final String FIELD = "addressChoice";

    public AddressQuestion {
        choices = List.copyOf(choices);
    }

    static AddressQuestion of(AddressAnswer answer, String action, Texts texts) {
        var locale = texts.language().locale();
        var choices = new ArrayList<Choice>();
        for (var suggested : answer.finding().suggestions()) {
            choices.add(Choice.of(String.valueOf(choices.size() + 1), suggested.in(locale)));
        }
        choices.add(Choice.of(AddressAnswer.AS_TYPED, texts.text("wizard.address.typed"))
                .withHelp(answer.asked().in(locale)));
        return new AddressQuestion(choices, action);
    }
}
