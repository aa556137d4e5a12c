package oroshi.portal.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.DraftId;
import oroshi.basics.Problem;
import oroshi.directory.Directory;
import oroshi.onboarding.AccountChecks;
import oroshi.onboarding.ChosenLine;
import oroshi.onboarding.Draft;
import oroshi.onboarding.DraftAddresses;
import oroshi.onboarding.DraftRejected;
import oroshi.onboarding.Drafts;
import oroshi.onboarding.LineInput;
import oroshi.onboarding.Onboarding;
import oroshi.onboarding.PasswordSlots;
import oroshi.onboarding.Sales;
import oroshi.onboarding.Selection;
import oroshi.onboarding.Selections;
import oroshi.onboarding.Submitted;
import oroshi.portal.Form;
import oroshi.portal.Locales;
import oroshi.portal.Page;
import oroshi.rest.Attempt;

/** The third page of the wizard: Review, and the submit. */
@Controller
@Needs(Permission.CUSTOMER_ADD)
class ReviewPages {
    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)].*");

    private final Drafts drafts;
    private final AccountChecks checks;
    private final DraftAddresses addresses;
    private final Selections selections;
    private final Sales sales;
    private final Onboarding onboarding;
    private final PasswordSlots passwords;
    private final Directory directory;
    private final AccountPages accountPages;
    private final Endings endings;
    private final Locales locales;

    ReviewPages(
            Drafts drafts,
            AccountChecks checks,
            DraftAddresses addresses,
            Selections selections,
            Sales sales,
            Onboarding onboarding,
            PasswordSlots passwords,
            Directory directory,
            AccountPages accountPages,
            Endings endings,
            Locales locales) {
        this.drafts = drafts;
        this.checks = checks;
        this.addresses = addresses;
        this.selections = selections;
        this.sales = sales;
        this.onboarding = onboarding;
        this.passwords = passwords;
        this.directory = directory;
        this.accountPages = accountPages;
        this.endings = endings;
        this.locales = locales;
    }

    @GetMapping("/customers/new/{draftId}/review")
    Page show(@PathVariable DraftId draftId, Caller caller, HttpServletRequest request) {
        var draft = drafts.find(caller, draftId);
        return draft.isEmpty() ? endings.of(caller, draftId) : page(caller, draft.get(), List.of(), request);
    }

    @PostMapping("/customers/new/{draftId}/review")
    Page change(@PathVariable DraftId draftId, Caller caller, HttpServletRequest request) {
        var draft = drafts.find(caller, draftId);
        if (draft.isEmpty()) {
            return endings.of(caller, draftId);
        }
        return switch (Objects.requireNonNullElse(request.getParameter("action"), "")) {
            case "acknowledge" -> keep(caller, draft.get(), acknowledged(caller, draft.get(), request));
            case "address" -> takeOffered(caller, draft.get(), request);
            case "customerOnly" -> keep(caller, draft.get(), List.of());
            case "back" -> Page.redirect(Wizard.root(draftId) + "/subscriptions");
            default -> Page.redirect(Wizard.root(draftId) + "/review");
        };
    }

    /** Makes the customer; safe to repeat. */
    @PostMapping("/customers/new/{draftId}/submit")
    Page submit(@PathVariable DraftId draftId, Caller caller, HttpServletRequest request) {
        var dates = locales.texts(request).formats();
        try {
            if (onboarding.submit(caller, draftId, dates::parseDate) instanceof Submitted.Now now) {
                passwords.put(
                        draftId,
                        caller.userId().orElseThrow(),
                        request.getSession().getId(),
                        now.onboarded().password().reveal());
            }
            return Page.redirect(Wizard.root(draftId) + "/confirmation");
        } catch (DraftRejected rejected) {
            rejected.problems().stream().findFirst().ifPresent(Attempt::refused);
            return rejected(caller, draftId, rejected, request);
        }
    }

    private Page rejected(Caller caller, DraftId draftId, DraftRejected rejected, HttpServletRequest request) {
        var draft = drafts.find(caller, draftId);
        if (draft.isEmpty()) {
            return endings.of(caller, draftId);
        }
        return switch (rejected.page()) {
            case ACCOUNT -> accountPages.rejected(caller, draft.get(), rejected.problems(), "review", request);
            case REVIEW ->
                page(caller, draft.get(), rejected.problems(), request).rejected();
        };
    }

    private Page keep(Caller caller, Draft draft, List<LineInput> lines) {
        drafts.change(caller, draft.id(), content -> content.withLines(lines, true));
        return Page.redirect(Wizard.root(draft.id()) + "/review");
    }

    /** Takes the form in which the address check knows the address. */
    private Page takeOffered(Caller caller, Draft draft, HttpServletRequest request) {
        var texts = locales.texts(request);
        checks.check(caller, draft.content().account(), texts.formats()::parseDate)
                .info()
                .flatMap(account -> addresses.offer(account, draft.content()))
                .ifPresent(form -> drafts.change(
                        caller,
                        draft.id(),
                        content -> content.withAccount(content.account().with(form), content.accountPassed())));
        return Page.redirect(Wizard.root(draft.id()) + "/review");
    }

    /** What is left after the removed lines, each at the price that the page showed. */
    private List<LineInput> acknowledged(Caller caller, Draft draft, HttpServletRequest request) {
        return selection(caller, draft).lines().stream()
                .map(ChosenLine::input)
                .map(line -> seen(line, request.getParameter("seen." + line.key())))
                .toList();
    }

    private static LineInput seen(LineInput line, @Nullable String price) {
        return price == null ? line : line.seenAt(price);
    }

    private Page page(Caller caller, Draft draft, List<Problem> problems, HttpServletRequest request) {
        var texts = locales.texts(request);
        var check = checks.check(caller, draft.content().account(), texts.formats()::parseDate);
        if (check.info().isEmpty() || !draft.content().accountPassed()) {
            return accountPages.rejected(caller, draft, check.problems(), "review", request);
        }
        if (!draft.content().selectionPassed()) {
            return Page.redirect(Wizard.root(draft.id()) + "/subscriptions");
        }
        var account = check.info().get();
        var selection = selection(caller, draft);
        var form = Form.empty();
        FormMessages.reject(form, problems.stream().map(ReviewPages::atLine).toList());
        FormMessages.reject(form, selection.problems());
        var page = new ReviewPage(
                Wizard.of(draft.id(), draft.content(), Wizard.Page.REVIEW, texts),
                form,
                addresses.standing(account, draft.content()),
                addresses.offer(account, draft.content()),
                directory.domainName(caller.cloud(), account.domainPrefix()),
                sales.of(caller, draft.content().account()).market().currency().getCode(),
                check.suspiciousName(),
                check.duplicate(),
                selection,
                prices(selection));
        return Page.of("onboarding/review", "page", page);
    }

    private static Map<String, String> prices(Selection selection) {
        return selection.lines().stream()
                .collect(Collectors.toMap(
                        line -> line.input().key(),
                        line -> line.plan().unitPrice().toString()));
    }

    private Selection selection(Caller caller, Draft draft) {
        return selections.judge(
                sales.of(caller, draft.content().account()), draft.content().lines());
    }

    private static Problem atLine(Problem problem) {
        var line = LINE.matcher(problem.field());
        return line.matches()
                ? new Problem("line." + line.group(1), problem.reason(), problem.arguments())
                : new Problem("", problem.reason(), problem.arguments());
    }
}
