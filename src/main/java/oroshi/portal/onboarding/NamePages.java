package oroshi.portal.onboarding;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.DraftId;
import oroshi.portal.Page;

/** Warnings about a company name while it is typed (C5, C7); they never block. */
@Controller
@Needs(Permission.CUSTOMER_ADD)
class NamePages {
    private final NameHints hints;

    NamePages(NameHints hints) {
        this.hints = hints;
    }

    @GetMapping("/customers/new/{draftId}/name")
    Page hint(
            @PathVariable DraftId draftId,
            @RequestParam(defaultValue = "") String companyName,
            @RequestParam(defaultValue = "") String domainPrefix,
            @RequestParam(defaultValue = "") String country,
            Caller caller) {
        var hint = hints.of(caller, draftId, companyName, country);
        return Page.of("onboarding/name-says", "hint", domainPrefix.isBlank() ? hint : hint.withoutProposal());
    }
}
