package oroshi.portal.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.DraftId;
import oroshi.basics.Problem;
import oroshi.onboarding.AccountChecks;
import oroshi.onboarding.AccountField;
import oroshi.onboarding.AccountInput;
import oroshi.onboarding.AccountInputs;
import oroshi.onboarding.Draft;
import oroshi.onboarding.Drafts;
import oroshi.portal.Locales;
import oroshi.portal.Page;

/** The first page of the wizard: Account info. */
@Controller
@Needs(Permission.CUSTOMER_ADD)
class AccountPages {
    private final Drafts drafts;
    private final AccountChecks checks;
    private final AccountInputs inputs;
    private final AccountViews views;
    private final Endings endings;
    private final Locales locales;

    AccountPages(
            Drafts drafts,
            AccountChecks checks,
            AccountInputs inputs,
            AccountViews views,
            Endings endings,
            Locales locales) {
        this.drafts = drafts;
        this.checks = checks;
        this.inputs = inputs;
        this.views = views;
        this.endings = endings;
        this.locales = locales;
    }

    /** Opens a draft of its own, so that two tabs never disturb each other. */
    @GetMapping("/customers/new")
    Page open(Caller caller, @RequestParam(required = false) @Nullable String reseller) {
        inputs.requireMayOpen(caller);
        var cameFrom = reseller == null ? "/customers" : "/indirect-resellers";
        var draft = drafts.open(caller, inputs.first(caller, Optional.ofNullable(reseller)), cameFrom);
        return Page.redirect(Wizard.root(draft.id()) + "/account");
    }

    @GetMapping("/customers/new/{draftId}")
    Page begin(@PathVariable DraftId draftId) {
        return Page.redirect(Wizard.root(draftId) + "/account");
    }

    @GetMapping("/customers/new/{draftId}/account")
    Page show(@PathVariable DraftId draftId, Caller caller, HttpServletRequest request) {
        return drafts.find(caller, draftId)
                .map(draft -> page(caller, draft, List.of(), request))
                .orElseGet(() -> endings.of(caller, draftId));
    }

    @PostMapping("/customers/new/{draftId}/account")
    Page save(@PathVariable DraftId draftId, Caller caller, HttpServletRequest request) {
        var known = drafts.find(caller, draftId);
        if (known.isEmpty()) {
            return endings.of(caller, draftId);
        }
        var typed = inputs.read(known.get().content().account(), request::getParameter);
        return switch (Objects.requireNonNullElse(request.getParameter("action"), "next")) {
            case "country" -> keep(caller, draftId, typed, "");
            case "signer" -> keep(caller, draftId, inputs.withOwnSigner(typed), "#agreement");
            case "signerReset" -> keep(caller, draftId, typed.without(AccountField.SIGNER_DIFFERS), "#agreement");
            case "review" -> pass(caller, draftId, typed, "review", request);
            default -> pass(caller, draftId, typed, "subscriptions", request);
        };
    }

    private Page keep(Caller caller, DraftId draftId, AccountInput typed, String section) {
        drafts.change(caller, draftId, content -> content.withAccount(typed, content.accountPassed()));
        return Page.redirect(Wizard.root(draftId) + "/account" + section);
    }

    private Page pass(Caller caller, DraftId draftId, AccountInput typed, String next, HttpServletRequest request) {
        var dates = locales.texts(request).formats();
        var check = checks.check(caller, typed, dates::parseDate);
        var account =
                check.info().map(passed -> inputs.withVersion(typed, passed)).orElse(typed);
        var draft = drafts.change(caller, draftId, content -> content.withAccount(account, check.isPassed()));
        return check.isPassed()
                ? Page.redirect(Wizard.root(draftId) + "/" + next)
                : page(caller, draft, check.problems(), request).rejected();
    }

    /** The page with what is wrong about it; empty when nothing is. */
    Page page(Caller caller, Draft draft, List<Problem> problems, HttpServletRequest request) {
        var texts = locales.texts(request);
        var form = AccountViews.form(draft.content().account());
        FormMessages.reject(form, problems);
        return Page.of("onboarding/account", "page", views.page(caller, draft, form, texts));
    }
}
