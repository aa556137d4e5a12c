package oroshi.portal.orders;

import java.util.List;
import java.util.Optional;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.agreements.AgreementView;

/**
 * The confirmation that an order waits for, in the place where the order stopped (J2 2.4).
 *
 * @param reason why nothing can be bought yet
 * @param view what the form shows; empty for a visitor who may not confirm
 * @param attesters who may confirm, by name
 */
public record AgreementAsked(
        Message reason, Optional<AgreementView> view, Form form, List<Choice> languages, List<String> attesters) {
    public AgreementAsked {
        languages = List.copyOf(languages);
        attesters = List.copyOf(attesters);
    }
}
