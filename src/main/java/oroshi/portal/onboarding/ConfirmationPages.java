package oroshi.portal.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.agreements.AgreementState;
import oroshi.agreements.Agreements;
import oroshi.basics.CustomerId;
import oroshi.basics.DraftId;
import oroshi.customers.Customer;
import oroshi.customers.Customers;
import oroshi.onboarding.Drafts;
import oroshi.onboarding.PasswordSlots;
import oroshi.orders.Orders;
import oroshi.partners.Partners;
import oroshi.portal.Locales;
import oroshi.portal.Page;
import oroshi.portal.Texts;

/** The last page of the wizard: Confirmation, with the password that is shown once. */
@Controller
@Needs(Permission.CUSTOMER_ADD)
class ConfirmationPages {
    private static final String CUSTOMER_PORTAL = "/customer-portal/";

    private final Drafts drafts;
    private final Customers customers;
    private final Agreements agreements;
    private final Orders orders;
    private final Partners partners;
    private final PasswordSlots passwords;
    private final Endings endings;
    private final Locales locales;

    ConfirmationPages(
            Drafts drafts,
            Customers customers,
            Agreements agreements,
            Orders orders,
            Partners partners,
            PasswordSlots passwords,
            Endings endings,
            Locales locales) {
        this.drafts = drafts;
        this.customers = customers;
        this.agreements = agreements;
        this.orders = orders;
        this.partners = partners;
        this.passwords = passwords;
        this.endings = endings;
        this.locales = locales;
    }

    @GetMapping("/customers/new/{draftId}/confirmation")
    Page show(@PathVariable DraftId draftId, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return drafts.findSubmitted(caller, draftId)
                .map(customer -> Page.of("onboarding/confirmation", "page", page(caller, draftId, customer, request)))
                .orElseGet(() -> endings.of(caller, draftId));
    }

    /** Everything above as a text file. */
    @GetMapping("/customers/new/{draftId}/setup.txt")
    void download(
            @PathVariable DraftId draftId, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var customer = drafts.findSubmitted(caller, draftId);
        if (customer.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var page = page(caller, draftId, customer.get(), request);
        var text = SetupText.of(page, locales.texts(request)).getBytes(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + page.customer().domain() + ".txt\"");
        response.setContentType("text/plain;charset=UTF-8");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }

    /** The user is done: the password is forgotten. */
    @PostMapping("/customers/new/{draftId}/done")
    Page done(@PathVariable DraftId draftId, Caller caller, HttpServletRequest request) {
        passwords.wipe(
                draftId, caller.userId().orElseThrow(), request.getSession().getId());
        return drafts.findSubmitted(caller, draftId)
                .map(customer -> Page.redirect("/customers/" + customer + "/subscriptions"))
                .orElseGet(() -> endings.of(caller, draftId));
    }

    private ConfirmationPage page(Caller caller, DraftId draftId, CustomerId customerId, HttpServletRequest request) {
        var customer = customers.get(caller.partnerId(), customerId);
        var placed = orders.list(caller.partnerId(), customerId);
        var status = agreements.status(caller.partnerId(), customerId);
        var texts = locales.texts(request);
        var admin = "admin@" + customer.domain();
        var portal = ServletUriComponentsBuilder.fromContextPath(request)
                .path(CUSTOMER_PORTAL)
                .toUriString();
        return new ConfirmationPage(
                Wizard.finished(draftId, texts),
                draftId,
                customer,
                admin,
                password(draftId, caller, request),
                status,
                customer.reseller().flatMap(partners::find),
                placed,
                portal,
                mail(customer, admin, portal, status.state() == AgreementState.AWAITING_CUSTOMER, texts));
    }

    private Optional<String> password(DraftId draftId, Caller caller, HttpServletRequest request) {
        return caller.userId()
                .flatMap(user ->
                        passwords.read(draftId, user, request.getSession().getId()));
    }

    private static String mail(Customer customer, String admin, String portal, boolean asks, Texts texts) {
        var contact = customer.billing().contact();
        var name = contact.name(customer.billing().culture().locale());
        var body = texts.text(
                asks ? "wizard.mail.bodyAsk" : "wizard.mail.body", "name", name, "address", portal, "user", admin);
        return "mailto:" + contact.email() + "?subject=" + encoded(texts.text("wizard.mail.subject")) + "&body="
                + encoded(body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
