package oroshi.portal.relationships;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.access.PermissionMatrix;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.partners.Partner;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.Page;
import oroshi.relationships.Partnership;
import oroshi.relationships.PartnershipRequests;
import oroshi.relationships.Partnerships;
import oroshi.relationships.RelationshipRefusal;
import oroshi.relationships.Relationships;
import oroshi.rest.Attempt;

/** A reseller's page of its indirect providers, and the acceptance of an invitation. */
@Controller
class ProviderPages {
    private static final String PAGE = "/indirect-providers";

    private final Partnerships partnerships;
    private final PartnershipRequests requests;
    private final Relationships relationships;

    ProviderPages(Partnerships partnerships, PartnershipRequests requests, Relationships relationships) {
        this.partnerships = partnerships;
        this.requests = requests;
        this.relationships = relationships;
    }

    @GetMapping(PAGE)
    Page list(Caller caller) {
        if (caller.partnerType() != PartnerType.INDIRECT_RESELLER
                || !caller.cloud().isPublic()) {
            throw Refusal.because(AccessRefusal.PERMISSION_MISSING, "");
        }
        var counts = relationships.countSharedCustomers(caller.partnerId());
        var rows = partnerships.providersOf(caller.partnerId()).stream()
                .map(partnership -> new PartnerRow(
                        partnership, counts.getOrDefault(partnership.other().id(), 0L)))
                .toList();
        return Page.of(
                "relationships/providers",
                "rows",
                rows,
                "agreed",
                requests.agreed(caller.partnerId()),
                "mayAsk",
                requests.isOffered() && PermissionMatrix.published().allows(caller.roles(), Permission.RESELLER_INVITE),
                "former",
                partnerships.formerAdministrators(caller.partnerId()));
    }

    /** What a provider's link leads to; whoever may not accept reads who may, or what stands against it. */
    @GetMapping(PAGE + "/accept")
    Page offer(
            Caller caller,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String token) {
        return offer(caller, provider, token, Form.empty());
    }

    @PostMapping(PAGE + "/accept")
    @Needs(Permission.PROVIDER_AUTHORIZE)
    Page accept(Caller caller, HttpServletRequest request) {
        var form = Form.of(request);
        var provider = form.value("provider");
        var token = form.value("token");
        try {
            var accepted = partnerships.accept(
                    caller.partnerId(), Links.partner(provider), token, form.has("authorized", "true"));
            return Page.redirect(PAGE)
                    .flash(Flash.success(
                            "partnership.accepted", accepted.other().legalName()));
        } catch (Refusal refusal) {
            if (refusal.is(RelationshipRefusal.NOT_AUTHORIZED)) {
                form.reject("authorized", "partnership.notAuthorized");
                return offer(caller, provider, token, form).rejected();
            }
            return refused(refusal);
        }
    }

    @GetMapping(PAGE + "/{id}/remove")
    @Needs(Permission.RESELLER_REMOVE)
    Page askRemoval(Caller caller, @PathVariable PartnerId id) {
        return Removal.page(partnership(caller, id), PAGE);
    }

    @PostMapping(PAGE + "/{id}/remove")
    @Needs(Permission.RESELLER_REMOVE)
    Page remove(Caller caller, @PathVariable PartnerId id) {
        var provider = partnership(caller, id);
        partnerships.remove(caller.partnerId(), id);
        return Page.redirect(PAGE).flash(Flash.success("partnership.removed", provider.legalName()));
    }

    @GetMapping(PAGE + "/{id}/remove-administration")
    @Needs(Permission.RESELLER_REMOVE)
    Page askAdministration(Caller caller, @PathVariable PartnerId id) {
        return Page.of("relationships/remove-administration", "partner", administrator(caller, id));
    }

    @PostMapping(PAGE + "/{id}/remove-administration")
    @Needs(Permission.RESELLER_REMOVE)
    Page removeAdministration(Caller caller, @PathVariable PartnerId id) {
        var provider = administrator(caller, id);
        partnerships.removeAdministration(caller.partnerId(), id);
        return Page.redirect(PAGE).flash(Flash.success("partnership.administrationRemoved", provider.legalName()));
    }

    /** A provider, present or former, that administers the reseller's directory. */
    private Partner administrator(Caller caller, PartnerId id) {
        return Stream.concat(
                        partnerships.providersOf(caller.partnerId()).stream(),
                        partnerships.formerAdministrators(caller.partnerId()).stream())
                .filter(Partnership::delegatedAdministration)
                .map(Partnership::other)
                .filter(other -> other.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.PARTNERSHIP_UNKNOWN, id));
    }

    private Page offer(Caller caller, String provider, String token, Form form) {
        try {
            var offer = partnerships.open(caller.partnerId(), Links.partner(provider), token);
            return Page.of(
                    "relationships/accept",
                    "offer",
                    offer,
                    "token",
                    token,
                    "mayAccept",
                    caller.may(Permission.PROVIDER_AUTHORIZE),
                    "form",
                    form);
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private static Page refused(Refusal refusal) {
        Attempt.refused(refusal);
        var message = new Message(refusal.reason().key(), refusal.arguments());
        return Page.of("relationships/refused", "message", message, "title", "partnership.acceptTitle")
                .status(HttpStatus.valueOf(refusal.reason().status()));
    }

    private Partner partnership(Caller caller, PartnerId other) {
        return partnerships
                .find(caller.partnerId(), other)
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.PARTNERSHIP_UNKNOWN, other))
                .other();
    }
}
