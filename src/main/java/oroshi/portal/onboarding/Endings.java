package oroshi.portal.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.DraftId;
import oroshi.onboarding.DraftContent;
import oroshi.onboarding.Drafts;
import oroshi.portal.Locales;
import oroshi.portal.Page;

/** How a draft ends without a customer, and what is shown in place of one that is over. */
@Controller
@Needs(Permission.CUSTOMER_ADD)
class Endings {
    private final Drafts drafts;
    private final Locales locales;

    Endings(Drafts drafts, Locales locales) {
        this.drafts = drafts;
        this.locales = locales;
    }

    /** Leads to what became of the draft, or says that it is gone. */
    Page of(Caller caller, DraftId draftId) {
        return drafts.findSubmitted(caller, draftId)
                .map(customer -> Page.redirect(Wizard.root(draftId) + "/confirmation"))
                .orElseGet(() -> Page.of("onboarding/gone").status(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/customers/new/{draftId}/cancel")
    Page ask(@PathVariable DraftId draftId, Caller caller, HttpServletRequest request) {
        return drafts.find(caller, draftId)
                .map(draft -> Page.of(
                        "onboarding/cancel",
                        "wizard",
                        Wizard.of(draftId, draft.content(), Wizard.Page.ACCOUNT, locales.texts(request))))
                .orElseGet(() -> of(caller, draftId));
    }

    @PostMapping("/customers/new/{draftId}/cancel")
    Page discard(@PathVariable DraftId draftId, Caller caller) {
        return Page.redirect(drafts.discard(caller, draftId)
                .map(draft -> draft.content())
                .map(DraftContent::cameFrom)
                .orElse("/customers"));
    }
}
