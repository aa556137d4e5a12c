package oroshi.portal.customerportal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.CustomerCaller;
import oroshi.agreements.AgreementTemplate;
import oroshi.agreements.Agreements;
import oroshi.agreements.DirectAcceptances;
import oroshi.agreements.DirectAcceptances.Person;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.directory.Directory;
import oroshi.directory.Tenant;
import oroshi.onboarding.ExistingCustomers;
import oroshi.partners.Partners;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.portal.Texts;
import oroshi.relationships.RelationshipRefusal;
import oroshi.relationships.Relationships;
import oroshi.relationships.TenantRelationship;

/** What a customer's people see: the agreement, and the partners that serve them. */
@Controller
class CustomerPortalPages {
    private static final String PAGE = "/customer-portal";

    private final DirectAcceptances acceptances;
    private final Agreements agreements;
    private final AgreementReader reader;
    private final Relationships relationships;
    private final Partners partners;
    private final OnlyPartner onlyPartner;
    private final Directory directory;
    private final ExistingCustomers existing;

    CustomerPortalPages(
            DirectAcceptances acceptances,
            Agreements agreements,
            AgreementReader reader,
            Relationships relationships,
            Partners partners,
            OnlyPartner onlyPartner,
            Directory directory,
            ExistingCustomers existing) {
        this.acceptances = acceptances;
        this.agreements = agreements;
        this.reader = reader;
        this.relationships = relationships;
        this.partners = partners;
        this.onlyPartner = onlyPartner;
        this.directory = directory;
        this.existing = existing;
    }

    @GetMapping(PAGE)
    Page agreement(CustomerCaller caller, Texts texts, HttpServletRequest request) {
        return agreement(caller, texts, Form.of(request));
    }

    @PostMapping(PAGE + "/agreement")
    Page accept(CustomerCaller caller, Texts texts, HttpServletRequest request) {
        var form = Form.of(request);
        if (!form.has("accepted", "true")) {
            form.reject("accepted", "customerPortal.acceptRequired");
            return agreement(caller, texts, form).rejected();
        }
        if (onlyPartner.confirms(caller.tenantId())) {
            return agreement(caller, texts, form.reject("", "agreement.askPartner"))
                    .rejected();
        }
        try {
            acceptances.accept(
                    caller.tenantId(),
                    new Person(caller.userId(), caller.name(), caller.globalAdmin()),
                    form.value("language"),
                    request.getRemoteAddr());
        } catch (Refusal refusal) {
            return agreement(caller, texts, form.reject(refusal)).rejected();
        }
        return Page.redirect(PAGE).flash(Flash.success("customerPortal.accepted"));
    }

    @GetMapping(PAGE + "/partners")
    Page partners(CustomerCaller caller) {
        return Page.of("customerportal/partners", "rows", rows(caller.tenantId()), "globalAdmin", caller.globalAdmin());
    }

    @GetMapping(PAGE + "/partners/{id}/remove-roles")
    Page askRemoval(CustomerCaller caller, @PathVariable PartnerId id) {
        var partner = partners.get(administering(caller, id).partnerId());
        return Page.of("customerportal/remove-roles", "partner", partner, "globalAdmin", caller.globalAdmin());
    }

    /** Takes delegated administration back from a partner; its relationship stays. */
    @PostMapping(PAGE + "/partners/{id}/remove-roles")
    Page removeRoles(CustomerCaller caller, @PathVariable PartnerId id, HttpServletRequest request) {
        var serving = administering(caller, id);
        existing.removeRoles(caller.tenantId(), serving, Consents.of(caller, request));
        return Page.redirect(PAGE + "/partners")
                .flash(Flash.success(
                        "customerPortal.rolesRemoved", partners.get(id).legalName()));
    }

    private TenantRelationship administering(CustomerCaller caller, PartnerId id) {
        return relationships.ofTenant(caller.tenantId()).stream()
                .filter(serving -> serving.partnerId().equals(id) && serving.delegatedAdministration())
                .findFirst()
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.PARTNERSHIP_UNKNOWN, id));
    }

    private Page agreement(CustomerCaller caller, Texts texts, Form form) {
        var tenant = directory.findTenant(caller.tenantId()).orElseThrow();
        var offered = acceptances.offered(caller.tenantId());
        if (offered.isEmpty()) {
            return Page.of("customerportal/none", "company", tenant.displayName());
        }
        return Page.of(
                "customerportal/agreement", "view", view(caller, tenant, offered.get(), form, texts), "form", form);
    }

    private PortalAgreement view(
            CustomerCaller caller, Tenant tenant, AgreementTemplate template, Form form, Texts texts) {
        var accepted = reader.accepted(caller.tenantId(), template);
        return new PortalAgreement(
                tenant.displayName(),
                reader.text(template, form, texts),
                reader.languages(template, texts),
                accepted,
                rows(caller.tenantId()),
                caller.globalAdmin(),
                accepted.isEmpty()
                        && (!agreements.directAcceptanceOffered() || onlyPartner.confirms(caller.tenantId())));
    }

    private List<ServingPartner> rows(TenantId tenantId) {
        return relationships.ofTenant(tenantId).stream()
                .map(serving -> new ServingPartner(
                        serving,
                        partners.get(serving.partnerId()),
                        serving.provider().flatMap(partners::find).map(provider -> provider.legalName())))
                .toList();
    }
}
