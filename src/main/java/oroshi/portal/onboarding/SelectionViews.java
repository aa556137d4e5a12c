package oroshi.portal.onboarding;

import java.util.List;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.Problem;
import oroshi.onboarding.AccountField;
import oroshi.onboarding.Draft;
import oroshi.onboarding.Sales;
import oroshi.onboarding.Selections;
import oroshi.portal.Texts;
import oroshi.portal.offers.OfferChoices;
import oroshi.portal.offers.OfferFilter;
import oroshi.portal.offers.OfferRows;

/** Puts the Subscriptions page together from the draft and the catalog of the moment. */
@Component
class SelectionViews {
    private final Selections selections;
    private final Sales sales;

    SelectionViews(Selections selections, Sales sales) {
        this.selections = selections;
        this.sales = sales;
    }

    SelectionPage page(Caller caller, Draft draft, OfferFilter filter, List<Problem> problems, Texts texts) {
        var content = draft.content();
        var sale = sales.of(caller, content.account());
        var offers = selections.offers(sale, texts.language().locale());
        var form = filter.form();
        FormMessages.reject(form, problems);
        return new SelectionPage(
                Wizard.of(draft.id(), content, Wizard.Page.SUBSCRIPTIONS, texts),
                form,
                OfferRows.of(offers, content.lines(), filter, texts),
                selections.judge(sale, content.lines()),
                OfferChoices.of(offers, texts),
                isReadOnly(draft));
    }

    /** Whether the customer is asked to accept first, so that nothing can be ordered yet. */
    static boolean isReadOnly(Draft draft) {
        return draft.content().account().get(AccountField.AGREEMENT_MODE).equals("ask");
    }
}
