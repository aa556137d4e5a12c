package oroshi.portal.onboarding;

import java.util.List;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.access.Permission;
import oroshi.basics.Problem;
import oroshi.catalog.Catalog;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Pins;
import oroshi.catalog.Sale;
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
    private final Pins pins;
    private final Catalog catalog;

    SelectionViews(Selections selections, Sales sales, Pins pins, Catalog catalog) {
        this.selections = selections;
        this.sales = sales;
        this.pins = pins;
        this.catalog = catalog;
    }

    SelectionPage page(Caller caller, Draft draft, OfferFilter filter, List<Problem> problems, Texts texts) {
        var content = draft.content();
        var sale = sales.of(caller, content.account());
        var offers = selections.offers(sale, texts.language().locale());
        var pinned = pins.list(caller.partnerId());
        var form = filter.form();
        FormMessages.reject(form, problems);
        return new SelectionPage(
                Wizard.of(draft.id(), content, Wizard.Page.SUBSCRIPTIONS, texts),
                form,
                OfferRows.of(offers, content.lines(), filter, pinned, texts),
                selections.judge(sale, content.lines()),
                OfferChoices.of(offers, texts),
                isReadOnly(draft),
                caller.may(Permission.CATALOG_PIN),
                elsewhere(sale, offers, pinned, texts));
    }

    private List<SelectionPage.PinnedElsewhere> elsewhere(
            Sale sale, List<CatalogItem> offers, List<String> pinned, Texts texts) {
        return pinned.stream()
                .filter(key -> offers.stream().noneMatch(item -> item.key().equals(key)))
                .map(key -> new SelectionPage.PinnedElsewhere(
                        key,
                        catalog.findTitle(sale.market().cloud(), key, sale.at())
                                .map(title -> title.in(texts.language().locale()))
                                .orElse(key)))
                .toList();
    }

    /** Whether the customer is asked to accept first, so that nothing can be ordered yet. */
    static boolean isReadOnly(Draft draft) {
        return draft.content().account().get(AccountField.AGREEMENT_MODE).equals("ask");
    }
}
