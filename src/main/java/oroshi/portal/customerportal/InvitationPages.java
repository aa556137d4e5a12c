package oroshi.portal.customerportal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.CustomerCaller;
import oroshi.agreements.AgreementTemplate;
import oroshi.agreements.Agreements;
import oroshi.agreements.DirectAcceptances;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.customers.Companies;
import oroshi.directory.Directory;
import oroshi.directory.Users;
import oroshi.onboarding.ExistingCustomers;
import oroshi.onboarding.RelationshipOffer;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.Page;
import oroshi.portal.Texts;
import oroshi.relationships.RequestLink;

/** What a partner's link leads to: a company reads who asks for what, and its global admin accepts or declines. */
@Controller
class InvitationPages {
    private static final String PAGE = "/customer-portal/invitations";
    private static final String PARTNERS = "/customer-portal/partners";

    private final ExistingCustomers existing;
    private final Companies companies;
    private final Users users;
    private final Directory directory;
    private final DirectAcceptances acceptances;
    private final Agreements agreements;
    private final AgreementReader reader;
    private final OnlyPartner onlyPartner;

    InvitationPages(
            ExistingCustomers existing,
            Companies companies,
            Users users,
            Directory directory,
            DirectAcceptances acceptances,
            Agreements agreements,
            AgreementReader reader,
            OnlyPartner onlyPartner) {
        this.existing = existing;
        this.companies = companies;
        this.users = users;
        this.directory = directory;
        this.acceptances = acceptances;
        this.agreements = agreements;
        this.reader = reader;
        this.onlyPartner = onlyPartner;
    }

    @GetMapping(PAGE)
    Page read(CustomerCaller caller, Texts texts, HttpServletRequest request) {
        return page(caller, texts, Form.of(request));
    }

    @PostMapping(PAGE)
    Page accept(CustomerCaller caller, Texts texts, HttpServletRequest request) {
        var form = Form.of(request);
        if (!form.has("accepted", "true")) {
            return page(caller, texts, form.reject("accepted", "invitation.acceptRequired"))
                    .rejected();
        }
        try {
            var link = link(form);
            var language = Optional.of(form.value("language")).filter(tag -> form.has("agreement", "true"));
            existing.accept(caller.tenantId(), link, Consents.of(caller, request, language));
            var offer = existing.open(caller.tenantId(), link);
            return Page.redirect(PARTNERS)
                    .flash(Flash.success(
                            "invitation.accepted", offer.requesters().sender().legalName()));
        } catch (Refusal refusal) {
            return page(caller, texts, form.reject(refusal)).rejected();
        }
    }

    /** Nothing is kept of an offer that is declined. */
    @PostMapping(PAGE + "/decline")
    Page decline() {
        return Page.redirect(PARTNERS).flash(Flash.success("invitation.declined"));
    }

    private Page page(CustomerCaller caller, Texts texts, Form form) {
        try {
            var link = link(form);
            var offer = existing.open(caller.tenantId(), link);
            return Page.of("customerportal/invitation", "view", view(caller, texts, form, link, offer), "form", form);
        } catch (Refusal refusal) {
            return Page.of("customerportal/no-invitation", "message", Message.of(refusal))
                    .status(HttpStatus.valueOf(refusal.reason().status()));
        }
    }

    private InvitationView view(
            CustomerCaller caller, Texts texts, Form form, RequestLink link, RelationshipOffer offer) {
        var person = users.get(caller.tenantId(), caller.userId());
        var template = offer.isAccepted() ? Optional.<AgreementTemplate>empty() : pending(caller.tenantId());
        return new InvitationView(
                link,
                offer,
                directory.findTenant(caller.tenantId()).orElseThrow().displayName(),
                caller.globalAdmin(),
                offer.isAccepted()
                        || companies.complete(caller.tenantId(), person).isPresent(),
                template.map(one -> reader.text(one, form, texts)),
                template.map(one -> reader.languages(one, texts)).orElse(List.of()));
    }

    /** The agreement that the company can and has yet to accept itself. */
    private Optional<AgreementTemplate> pending(TenantId tenantId) {
        if (!agreements.directAcceptanceOffered() || onlyPartner.confirms(tenantId)) {
            return Optional.empty();
        }
        return acceptances.offered(tenantId).filter(template -> reader.accepted(tenantId, template)
                .isEmpty());
    }

    private static RequestLink link(Form form) {
        return RequestLink.parse(form.value("partnerId"), form.value("msppId"), form.value("DAP"), form.value("token"));
    }
}
