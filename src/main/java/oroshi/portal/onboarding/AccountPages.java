package oroshi.portal.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
import oroshi.onboarding.AddressAnswer;
import oroshi.onboarding.Draft;
import oroshi.onboarding.DraftAddresses;
import oroshi.onboarding.Drafts;
import oroshi.portal.Locales;
import oroshi.portal.Page;

/** The first page of the wizard: Account info. */
@Controller
@Needs(Permission.CUSTOMER_ADD)
class AccountPages {
    private final Drafts drafts;
    private final AccountChecks checks;
    private final DraftAddresses addresses;
    private final AccountInputs inputs;
    private final AccountViews views;
    private final Endings endings;
    private final Locales locales;

    AccountPages(
            Drafts drafts,
            AccountChecks checks,
            DraftAddresses addresses,
            AccountInputs inputs,
            AccountViews views,
            Endings endings,
            Locales locales) {
        this.drafts = drafts;
        this.checks = checks;
        this.addresses = addresses;
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
                .map(draft -> page(caller, draft, List.of(), Optional.empty(), request))
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
            case "review" -> pass(caller, known.get(), typed, "review", request);
            default -> pass(caller, known.get(), typed, "subscriptions", request);
        };
    }

    private Page keep(Caller caller, DraftId draftId, AccountInput typed, String section) {
        drafts.change(caller, draftId, content -> addresses.keep(content, typed));
        return Page.redirect(Wizard.root(draftId) + "/account" + section);
    }

    private Page pass(Caller caller, Draft draft, AccountInput typed, String next, HttpServletRequest request) {
        var dates = locales.texts(request).formats();
        var choice = Objects.requireNonNullElse(request.getParameter(AddressQuestion.FIELD), "");
        var chosen = addresses.choose(draft.content().withAccount(typed, false), choice);
        var check = checks.check(caller, chosen.account(), dates::parseDate);
        // Outside any transaction: the answer may take seconds.
        var checked = addresses.ask(chosen, check);
        var changed = drafts.change(caller, draft.id(), content -> content.withAccountOf(checked));
        return checked.accountPassed()
                ? Page.redirect(Wizard.root(draft.id()) + "/" + next)
                : rejected(caller, changed, check.problems(), next, request);
    }

    /** The page with what has to be put right, or chosen, before one may go on. */
    Page rejected(Caller caller, Draft draft, List<Problem> problems, String next, HttpServletRequest request) {
        var all = Stream.concat(problems.stream(), addresses.problems(draft.content()).stream())
                .toList();
        var question = addresses
                .current(draft.content())
                .filter(AddressAnswer::isOpen)
                .map(answer -> AddressQuestion.of(answer, next, locales.texts(request)));
        return page(caller, draft, all, question, request).rejected();
    }

    private Page page(
            Caller caller,
            Draft draft,
            List<Problem> problems,
            Optional<AddressQuestion> question,
            HttpServletRequest request) {
        var texts = locales.texts(request);
        var form = AccountViews.form(draft.content().account());
        FormMessages.reject(form, problems);
        return Page.of("onboarding/account", "page", views.page(caller, draft, form, question, texts));
    }
}
