package oroshi.portal.agreements;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.agreements.AgreementRefusal;
import oroshi.agreements.Agreements;
import oroshi.agreements.NewAttestation;
import oroshi.agreements.Signer;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.portal.Texts;
import oroshi.portal.relationships.Draft;
import oroshi.rest.Attempt;

/** A customer's agreement: its state, its history, the form that attests it, and the request to accept it. */
@Controller
class CustomerAgreementPages {
    private static final String PAGE = "/customers/{customerId}/agreement";
    private static final String ASK = PAGE + "/ask";

    private final Agreements agreements;
    private final CustomerAgreements views;

    CustomerAgreementPages(Agreements agreements, CustomerAgreements views) {
        this.agreements = agreements;
        this.views = views;
    }

    /** The page; {@code next} is where an order or a change was interrupted because the acceptance is missing. */
    @GetMapping(PAGE)
    @Needs(Permission.AGREEMENT_VIEW)
    Page show(
            Caller caller,
            Texts texts,
            @PathVariable CustomerId customerId,
            @RequestParam(defaultValue = "") String next) {
        var view = view(caller, texts, customerId);
        return page(view, view.prefilled(texts).fill("next", isInside(next) ? next : ""), texts);
    }

    /** Attests; {@code next} leads back to where an order was interrupted. */
    @PostMapping(PAGE)
    @Needs(Permission.AGREEMENT_ATTEST)
    Page attest(Caller caller, Texts texts, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var view = view(caller, texts, customerId);
        var form = Form.of(request);
        var template = view.latest().orElseThrow(() -> Refusal.because(AgreementRefusal.NO_TEMPLATE, ""));
        form.require("firstName", "agreement.firstName")
                .require("lastName", "agreement.lastName")
                .require("email", "agreement.email")
                .require("date", "agreement.date");
        var day = texts.formats().parseDate(form.value("date"));
        if (!form.isRejected("date") && day.isEmpty()) {
            form.reject("date", "agreement.dateFormat", texts.formats().dateHint());
        }
        if (form.isRejected() || day.isEmpty()) {
            return page(view, form, texts).rejected();
        }
        var signer =
                new Signer(form.value("firstName"), form.value("lastName"), form.value("email"), form.value("phone"));
        try {
            agreements.attest(
                    caller.partnerId(),
                    customerId,
                    NewAttestation.on(day.get(), signer, template, form.value("language")));
        } catch (Refusal refusal) {
            return page(view, rejected(form, refusal), texts).rejected();
        }
        return Page.redirect(next(form, view)).flash(Flash.success("agreement.saved"));
    }

    @GetMapping(ASK)
    @Needs(Permission.CUSTOMER_ADD)
    Page ask(Caller caller, Texts texts, @PathVariable CustomerId customerId) {
        var view = view(caller, texts, customerId);
        requireOwn(view);
        var portal = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/customer-portal")
                .toUriString();
        var draft = new Draft(
                texts.text("agreement.askSubject", "company", view.customerName()),
                texts.text("agreement.askText", "company", view.customerName(), "portal", portal));
        return Page.of(
                "agreements/ask",
                "view",
                view,
                "form",
                Form.empty().fill("text", draft.text()),
                "draft",
                draft,
                "portal",
                portal);
    }

    @PostMapping(ASK)
    @Needs(Permission.CUSTOMER_ADD)
    Page asked(Caller caller, Texts texts, @PathVariable CustomerId customerId) {
        var view = view(caller, texts, customerId);
        requireOwn(view);
        agreements.ask(caller.partnerId(), customerId);
        return Page.redirect(view.address()).flash(Flash.success("agreement.asked"));
    }

    private AgreementView view(Caller caller, Texts texts, CustomerId customerId) {
        if (!caller.cloud().isPublic()) {
            throw Refusal.because(AccessRefusal.NOT_IN_THIS_CLOUD, "The customer agreement");
        }
        return views.of(caller, texts, customerId);
    }

    private static Page page(AgreementView view, Form form, Texts texts) {
        return Page.of("agreements/customer", "view", view, "form", form, "languages", view.languages(texts));
    }

    /** Puts what the agreements module names by the wire's words to the fields of the form. */
    private static Form rejected(Form form, Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            return form.reject(refusal);
        }
        Attempt.refused(refusal);
        for (var problem : refusal.problems()) {
            var field = problem.field().replace("primaryContact.", "").replace("dateAgreed", "date");
            form.reject(
                    field.equals("agreement") ? "" : field,
                    problem.reason().key(),
                    problem.arguments().toArray());
        }
        return form;
    }

    /** Only ways inside the portal are followed. */
    private static String next(Form form, AgreementView view) {
        return Optional.of(form.value("next"))
                .filter(CustomerAgreementPages::isInside)
                .orElse(view.address());
    }

    private static boolean isInside(String way) {
        return way.startsWith("/") && !way.startsWith("//") && !way.contains("\\");
    }

    private static void requireOwn(AgreementView view) {
        if (!view.mayAsk()) {
            throw Refusal.because(AccessRefusal.PERMISSION_MISSING, "");
        }
    }
}
