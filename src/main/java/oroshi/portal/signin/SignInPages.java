package oroshi.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.OfferedUsers;
import oroshi.access.OfferedUsers.OfferedUser;
import oroshi.access.Portal;
import oroshi.access.SignIn;
import oroshi.access.SignInOutcome;
import oroshi.access.SignInStep;
import oroshi.basics.Refusal;
import oroshi.portal.Form;
import oroshi.portal.Link;
import oroshi.portal.Message;
import oroshi.portal.Page;

/** Signing in and out: one page for each step, the same in both portals. */
@Controller
class SignInPages {
    private final SignIn signIn;
    private final ObjectProvider<OfferedUsers> offered;

    SignInPages(SignIn signIn, ObjectProvider<OfferedUsers> offered) {
        this.signIn = signIn;
        this.offered = offered;
    }

    @GetMapping({"/sign-in", "/customer-portal/sign-in"})
    Page start(HttpServletRequest request) {
        var form = Form.empty().fill("back", request.getParameter("back")).fill("name", request.getParameter("name"));
        return startPage(form, portal(request));
    }

    /** Asks as whom somebody wants to go on where an application leaves it open. */
    @GetMapping("/sign-in/account")
    Page account(HttpServletRequest request) {
        var back = signIn.safe(request.getParameter("back"));
        return Caller.current()
                .map(caller -> Page.of("signin/account", "present", caller.name(), "back", back))
                .orElseGet(() -> Page.redirect(Link.to("/sign-in").with("back", back)));
    }

    @PostMapping({"/sign-in", "/customer-portal/sign-in"})
    Page password(HttpServletRequest request, HttpServletResponse response) {
        var portal = portal(request);
        var form = Form.of(request);
        var offer = offer(form.value("offered"));
        if (offer.isPresent()) {
            var user = offer.get();
            return after(signIn.password(request, portal, user.signInName(), user.password()), form, request, response);
        }
        form.require("name", "signIn.name").require("password", "signIn.password");
        if (form.isRejected()) {
            return startPage(form, portal).rejected();
        }
        return after(
                signIn.password(request, portal, form.value("name"), form.value("password")), form, request, response);
    }

    @GetMapping({"/sign-in/second-factor", "/customer-portal/sign-in/second-factor"})
    Page secondFactor(HttpServletRequest request) {
        return waitsFor(SignInStep.PROVE_SECOND_FACTOR, request)
                ? stepPage("signin/second-factor", Form.empty(), request)
                : begin(request);
    }

    @PostMapping({"/sign-in/second-factor", "/customer-portal/sign-in/second-factor"})
    Page proveSecondFactor(HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(request).require("code", "signIn.code");
        if (form.isRejected()) {
            return stepPage("signin/second-factor", form, request).rejected();
        }
        return switch (signIn.secondFactor(request, portal(request), form.value("code"))) {
            case SignInOutcome.Next next -> goOn(next.step(), form, request, response);
            case SignInOutcome.Locked ignored ->
                stepPage("signin/second-factor", form.reject("", "signIn.locked"), request)
                        .rejected();
            case SignInOutcome.Wrong ignored ->
                stepPage("signin/second-factor", form.reject("code", "signIn.codeWrong"), request)
                        .rejected();
            case SignInOutcome.Begin ignored -> begin(request);
            case SignInOutcome.Expired ignored -> begin(request);
            case SignInOutcome.OtherPortal ignored -> begin(request);
        };
    }

    @GetMapping({"/sign-in/password", "/customer-portal/sign-in/password"})
    Page newPassword(HttpServletRequest request) {
        return waitsFor(SignInStep.CHANGE_PASSWORD, request)
                ? stepPage("signin/new-password", Form.empty(), request)
                : begin(request);
    }

    @PostMapping({"/sign-in/password", "/customer-portal/sign-in/password"})
    Page changePassword(HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(request)
                .require("password", "signIn.presentPassword")
                .require("newPassword", "signIn.newPassword");
        if (!form.value("newPassword").equals(form.value("repeatPassword"))) {
            form.reject("repeatPassword", "signIn.repeatDiffers");
        }
        if (form.isRejected()) {
            return stepPage("signin/new-password", form, request).rejected();
        }
        try {
            var outcome =
                    signIn.changePassword(request, portal(request), form.value("password"), form.value("newPassword"));
            return outcome instanceof SignInOutcome.Next next
                    ? goOn(next.step(), form, request, response)
                    : begin(request);
        } catch (Refusal refusal) {
            return stepPage("signin/new-password", form.reject(refusal), request)
                    .rejected();
        }
    }

    @GetMapping({"/sign-in/authenticator", "/customer-portal/sign-in/authenticator"})
    Page authenticator(HttpServletRequest request) {
        return enrolmentPage(Form.empty(), request);
    }

    @PostMapping({"/sign-in/authenticator", "/customer-portal/sign-in/authenticator"})
    Page enrol(HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(request).require("code", "signIn.code");
        if (form.isRejected()) {
            return enrolmentPage(form, request).rejected();
        }
        var outcome = signIn.enrol(request, portal(request), form.value("code"));
        if (outcome instanceof SignInOutcome.Next) {
            return Page.of(
                    "signin/recovery-codes",
                    "codes",
                    signIn.recoveryCodes(request),
                    "next",
                    signIn.destination(request, response, portal(request)));
        }
        return outcome instanceof SignInOutcome.Wrong
                ? enrolmentPage(form.reject("code", "signIn.codeWrong"), request)
                        .rejected()
                : begin(request);
    }

    @PostMapping({"/sign-out", "/customer-portal/sign-out"})
    Page signOut(HttpServletRequest request) {
        signIn.signOut(request, portal(request));
        return Page.redirect(portal(request).signInPath());
    }

    private Page after(SignInOutcome outcome, Form form, HttpServletRequest request, HttpServletResponse response) {
        var portal = portal(request);
        return switch (outcome) {
            case SignInOutcome.Next next -> goOn(next.step(), form, request, response);
            case SignInOutcome.Wrong ignored -> refuse(form, portal, "signIn.wrong");
            case SignInOutcome.Locked ignored -> refuse(form, portal, "signIn.locked");
            case SignInOutcome.Expired ignored -> refuse(form, portal, "signIn.expired");
            case SignInOutcome.OtherPortal ignored ->
                refuse(form, portal, portal == Portal.PARTNERS ? "signIn.forCustomers" : "signIn.forPartners");
            case SignInOutcome.Begin ignored -> begin(request);
        };
    }

    private Page refuse(Form form, Portal portal, String key) {
        return startPage(form.reject("", Message.of(key)), portal).rejected();
    }

    private Page goOn(SignInStep step, Form form, HttpServletRequest request, HttpServletResponse response) {
        var portal = portal(request);
        if (step == SignInStep.DONE) {
            return Page.redirect(signIn.destination(request, response, portal));
        }
        var back = form.value("back");
        return Page.redirect(portal.signInPath() + step.path() + (back.isEmpty() ? "" : Back.query(back)));
    }

    private boolean waitsFor(SignInStep step, HttpServletRequest request) {
        return signIn.pending(request, portal(request))
                .filter(pending -> pending.step() == step)
                .isPresent();
    }

    private static Page begin(HttpServletRequest request) {
        return Page.redirect(portal(request).signInPath());
    }

    private Page startPage(Form form, Portal portal) {
        return Page.of("signin/start", "form", form, "portal", portal, "offered", companies(portal));
    }

    private static Page stepPage(String template, Form form, HttpServletRequest request) {
        if (form.value("back").isEmpty()) {
            form.fill("back", request.getParameter("back"));
        }
        return Page.of(template, "form", form, "portal", portal(request));
    }

    private Page enrolmentPage(Form form, HttpServletRequest request) {
        return signIn.authenticator(request, portal(request))
                .map(authenticator -> Page.of(
                        "signin/authenticator",
                        "form",
                        form.fill("back", request.getParameter("back")),
                        "portal",
                        portal(request),
                        "secret",
                        authenticator.secret(),
                        "picture",
                        QrCode.dataUri(authenticator.uri())))
                .orElseGet(() -> begin(request));
    }

    private List<OfferedUser> offers(Portal portal) {
        return portal == Portal.PARTNERS
                ? offered.stream().flatMap(each -> each.list().stream()).toList()
                : List.of();
    }

    /** The offered people by company, each company in the order in which its first person stands. */
    private List<OfferedCompany> companies(Portal portal) {
        return offers(portal).stream()
                .collect(Collectors.groupingBy(OfferedUser::organization, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(OfferedCompany::of)
                .toList();
    }

    private Optional<OfferedUser> offer(String signInName) {
        return signInName.isEmpty()
                ? Optional.empty()
                : offers(Portal.PARTNERS).stream()
                        .filter(user -> user.signInName().equals(signInName))
                        .findFirst();
    }

    private static Portal portal(HttpServletRequest request) {
        return request.getRequestURI().startsWith(Portal.CUSTOMERS.root()) ? Portal.CUSTOMERS : Portal.PARTNERS;
    }
}
