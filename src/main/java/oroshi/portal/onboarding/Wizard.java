package oroshi.portal.onboarding;

import java.util.List;
import oroshi.basics.DraftId;
import oroshi.onboarding.DraftContent;
import oroshi.portal.Step;
import oroshi.portal.Texts;

/**
 * What every page of the wizard shows: the addresses of the draft and the list of steps.
 *
 * @param reviewable whether Review was reached, so that one may go straight back to it
 */
public record Wizard(DraftId id, String root, List<Step> steps, boolean reviewable) {
    /** The pages in their order. */
    enum Page {
        ACCOUNT,
        SUBSCRIPTIONS,
        REVIEW,
        CONFIRMATION
    }

    static Wizard of(DraftId id, DraftContent content, Page current, Texts texts) {
        var root = root(id);
        // A mistake on Account info takes the step away, not the button: it leads to Review once the page passes
        // (J1-17).
        var reviewable = content.selectionPassed();
        return new Wizard(
                id,
                root,
                List.of(
                        step(Page.ACCOUNT, current, true, root, texts),
                        step(Page.SUBSCRIPTIONS, current, content.accountPassed(), root, texts),
                        step(Page.REVIEW, current, content.accountPassed() && reviewable, root, texts),
                        step(Page.CONFIRMATION, current, false, root, texts)),
                reviewable);
    }

    /** The wizard after its end: every step is done and none can be opened again. */
    static Wizard finished(DraftId id, Texts texts) {
        return new Wizard(
                id,
                root(id),
                List.of(
                        Step.done(label(Page.ACCOUNT, texts), null),
                        Step.done(label(Page.SUBSCRIPTIONS, texts), null),
                        Step.done(label(Page.REVIEW, texts), null),
                        Step.current(label(Page.CONFIRMATION, texts))),
                false);
    }

    static String root(DraftId id) {
        return "/customers/new/" + id;
    }

    public String at(String page) {
        return root + "/" + page;
    }

    private static Step step(Page page, Page current, boolean passed, String root, Texts texts) {
        var label = label(page, texts);
        if (page == current) {
            return Step.current(label);
        }
        return passed ? Step.done(label, root + "/" + name(page)) : Step.toCome(label);
    }

    private static String label(Page page, Texts texts) {
        return texts.text("wizard.step." + name(page));
    }

    private static String name(Page page) {
        return page.name().toLowerCase(java.util.Locale.ROOT);
    }
}
