package oroshi.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.AccessRefusal;
import oroshi.access.AccountLinks;
import oroshi.access.Caller;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Link;
import oroshi.portal.Page;

/** The account switcher: the accounts of one person with several partners or clouds. */
@Controller
class SwitcherPages {
    private static final String PAGE = "/accounts";

    private final AccountLinks links;

    SwitcherPages(AccountLinks links) {
        this.links = links;
    }

    @GetMapping(PAGE)
    Page list(Caller caller, HttpServletRequest request) {
        return Page.of("signin/accounts", "accounts", links.list(caller), "waiting", links.waiting(request, caller));
    }

    /** Signs out here to sign in to the account that is to be tied to this one. */
    @PostMapping(PAGE + "/add")
    Page add(Caller caller, HttpServletRequest request) {
        links.begin(request, caller);
        return Page.redirect(Link.to("/sign-in").with("back", PAGE));
    }

    @PostMapping(PAGE + "/confirm")
    Page confirm(Caller caller, HttpServletRequest request) {
        return links.link(request, caller)
                .map(account -> Page.redirect(PAGE).flash(Flash.success("accounts.linked", account.partner())))
                .orElseGet(() -> Page.redirect(PAGE));
    }

    @PostMapping(PAGE + "/decline")
    Page decline(HttpServletRequest request) {
        links.forget(request);
        return Page.redirect(PAGE);
    }

    @PostMapping(PAGE + "/switch")
    Page change(Caller caller, HttpServletRequest request) {
        var form = Form.of(request);
        var name = links.leaveFor(request, caller, tenant(form), user(form));
        return Page.redirect(Link.to("/sign-in").with("name", name));
    }

    @PostMapping(PAGE + "/remove")
    Page remove(Caller caller, HttpServletRequest request) {
        var form = Form.of(request);
        links.unlink(caller, tenant(form), user(form));
        return Page.redirect(PAGE).flash(Flash.success("accounts.removed"));
    }

    private static TenantId tenant(Form form) {
        try {
            return TenantId.of(form.value("tenant"));
        } catch (IllegalArgumentException noId) {
            throw Refusal.because(AccessRefusal.ACCOUNT_UNKNOWN);
        }
    }

    private static UserId user(Form form) {
        try {
            return UserId.of(form.value("user"));
        } catch (IllegalArgumentException noId) {
            throw Refusal.because(AccessRefusal.ACCOUNT_UNKNOWN);
        }
    }
}
