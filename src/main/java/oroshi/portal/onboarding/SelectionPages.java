package oroshi.portal.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.DraftId;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.catalog.Pins;
import oroshi.onboarding.Draft;
import oroshi.onboarding.Drafts;
import oroshi.onboarding.LineInput;
import oroshi.onboarding.Sales;
import oroshi.onboarding.Selection;
import oroshi.onboarding.Selections;
import oroshi.portal.Locales;
import oroshi.portal.Page;
import oroshi.portal.offers.OfferFilter;
import oroshi.portal.offers.TypedLines;

/** The second page of the wizard: Subscriptions. */
@Controller
@Needs(Permission.CUSTOMER_ADD)
class SelectionPages {
    private final Drafts drafts;
    private final Selections selections;
    private final Sales sales;
    private final Pins pins;
    private final SelectionViews views;
    private final Endings endings;
    private final Locales locales;

    SelectionPages(
            Drafts drafts,
            Selections selections,
            Sales sales,
            Pins pins,
            SelectionViews views,
            Endings endings,
            Locales locales) {
        this.drafts = drafts;
        this.selections = selections;
        this.sales = sales;
        this.pins = pins;
        this.views = views;
        this.endings = endings;
        this.locales = locales;
    }

    @GetMapping("/customers/new/{draftId}/subscriptions")
    Page show(@PathVariable DraftId draftId, Caller caller, HttpServletRequest request) {
        var draft = drafts.find(caller, draftId);
        if (draft.isEmpty()) {
            return endings.of(caller, draftId);
        }
        return draft.get().content().accountPassed()
                ? page(caller, draft.get(), List.of(), request)
                : Page.redirect(Wizard.root(draftId) + "/account");
    }

    @PostMapping("/customers/new/{draftId}/subscriptions")
    Page save(@PathVariable DraftId draftId, Caller caller, HttpServletRequest request) {
        var known = drafts.find(caller, draftId);
        if (known.isEmpty()) {
            return endings.of(caller, draftId);
        }
        var lines = TypedLines.read(request);
        return switch (Objects.requireNonNullElse(request.getParameter("action"), "filter")) {
            case "next" -> pass(caller, known.get(), lines, request);
            case "back" -> keep(caller, draftId, lines, Wizard.root(draftId) + "/account");
            default -> {
                var here = OfferFilter.read(request::getParameter).in(Wizard.root(draftId) + "/subscriptions");
                yield keep(caller, draftId, lines, here.toString());
            }
        };
    }

    /** Pins an offer to the top of the list, or takes its pin away; keeps what is typed so far. */
    @PostMapping("/customers/new/{draftId}/pins")
    @Needs(Permission.CATALOG_PIN)
    Page pin(@PathVariable DraftId draftId, Caller caller, HttpServletRequest request) {
        var known = drafts.find(caller, draftId);
        if (known.isEmpty()) {
            return endings.of(caller, draftId);
        }
        var draft = drafts.change(
                caller, draftId, content -> content.withLines(TypedLines.read(request), content.selectionPassed()));
        try {
            changePin(caller, draft, request);
        } catch (Refusal full) {
            return page(caller, draft, List.of(problem(full)), request).rejected();
        }
        return Page.redirect(OfferFilter.read(request::getParameter).in(Wizard.root(draftId) + "/subscriptions"));
    }

    private void changePin(Caller caller, Draft draft, HttpServletRequest request) {
        Optional.ofNullable(request.getParameter("unpin")).ifPresent(key -> pins.unpin(caller.partnerId(), key));
        selections
                .offers(
                        sales.of(caller, draft.content().account()),
                        locales.texts(request).language().locale())
                .stream()
                .filter(item -> item.key().equals(request.getParameter("pin")))
                .findFirst()
                .ifPresent(item -> pins.pin(caller.partnerId(), item));
    }

    private static Problem problem(Refusal refusal) {
        return Problem.of("", refusal.reason(), refusal.arguments().toArray());
    }

    /** The side panel for what is typed so far; keeps it too. */
    @PostMapping("/customers/new/{draftId}/subscriptions/total")
    Page total(@PathVariable DraftId draftId, Caller caller, HttpServletRequest request) {
        var draft = drafts.change(
                caller, draftId, content -> content.withLines(TypedLines.read(request), content.selectionPassed()));
        return Page.of(
                "onboarding/selection",
                "root",
                Wizard.root(draftId),
                "selection",
                selections.judge(
                        sales.of(caller, draft.content().account()),
                        draft.content().lines()));
    }

    private Page keep(Caller caller, DraftId draftId, List<LineInput> lines, String next) {
        drafts.change(caller, draftId, content -> content.withLines(lines, content.selectionPassed()));
        return Page.redirect(next);
    }

    private Page pass(Caller caller, Draft known, List<LineInput> lines, HttpServletRequest request) {
        var chosen = SelectionViews.isReadOnly(known) ? List.<LineInput>of() : lines;
        var selection = selections.judge(sales.of(caller, known.content().account()), chosen);
        var passed = selection.problems().isEmpty();
        var seen = passed ? seen(chosen, selection) : chosen;
        var draft = drafts.change(caller, known.id(), content -> content.withLines(seen, passed));
        return passed
                ? Page.redirect(Wizard.root(known.id()) + "/review")
                : page(caller, draft, selection.problems(), request).rejected();
    }

    private Page page(Caller caller, Draft draft, List<Problem> problems, HttpServletRequest request) {
        var filter = OfferFilter.read(request::getParameter);
        var page = views.page(caller, draft, filter, problems, locales.texts(request));
        return Page.of("onboarding/subscriptions", "page", page);
    }

    /** The lines with the prices that Review is about to show, where the page showed none for the chosen cycle. */
    private static List<LineInput> seen(List<LineInput> lines, Selection selection) {
        var prices = selection.lines().stream()
                .collect(Collectors.toMap(
                        line -> line.input().key(),
                        line -> line.plan().unitPrice().toString()));
        return lines.stream()
                .filter(LineInput::isChosen)
                .map(line -> line.shownPrice().isEmpty() ? line.seenAt(prices.getOrDefault(line.key(), "")) : line)
                .toList();
    }
}
