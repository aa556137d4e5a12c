package oroshi.portal.relationships;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.access.Permission;
import oroshi.access.PermissionMatrix;
import oroshi.access.Role;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.partners.Partners;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.Page;
import oroshi.relationships.AgreedRequest;
import oroshi.relationships.PartnershipRequests;
import oroshi.relationships.RelationshipRefusal;
import oroshi.rest.Attempt;

/** A reseller's request of a partnership, where the operator allows it, and the provider's answer (J3-07). */
@Controller
class PartnershipRequestPages {
    private static final String RESELLERS = "/indirect-resellers";
    private static final String PROVIDERS = "/indirect-providers";

    private final PartnershipRequests requests;
    private final Partners partners;
    private final PartnershipLetters letters;

    PartnershipRequestPages(PartnershipRequests requests, Partners partners, PartnershipLetters letters) {
        this.requests = requests;
        this.partners = partners;
        this.letters = letters;
    }

    @GetMapping(PROVIDERS + "/request")
    Page ask(Caller caller, HttpServletRequest request) {
        return letters.draft(letter(caller), request);
    }

    /** Looks at an edited text: the link must still be in it. */
    @PostMapping(PROVIDERS + "/request")
    Page check(Caller caller, HttpServletRequest request) {
        return letters.check(letter(caller), request);
    }

    @PostMapping(PROVIDERS + "/request/new-link")
    Page newLink(Caller caller) {
        requireAsking(caller);
        requests.renewLink(caller.partnerId());
        return Page.redirect(PROVIDERS + "/request").flash(Flash.success("partnership.linkRenewed"));
    }

    /** What a reseller's link leads to; whoever may not accept reads who may, or what stands against it. */
    @GetMapping(RESELLERS + "/accept")
    Page offer(
            Caller caller,
            @RequestParam(defaultValue = "") String reseller,
            @RequestParam(defaultValue = "") String token) {
        try {
            var request = requests.open(caller.partnerId(), Links.partner(reseller), token);
            return Page.of("relationships/agree", "request", request, "token", token, "mayAccept", mayDecide(caller));
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    @PostMapping(RESELLERS + "/accept")
    Page agree(Caller caller, HttpServletRequest request) {
        if (!mayDecide(caller)) {
            throw needsDecider();
        }
        var form = Form.of(request);
        try {
            var reseller =
                    requests.agree(caller.partnerId(), Links.partner(form.value("reseller")), form.value("token"));
            return Page.redirect(RESELLERS).flash(Flash.success("partnershipRequest.agreed", reseller.legalName()));
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    /** The provider takes back what it accepted. */
    @PostMapping(RESELLERS + "/{id}/withdraw")
    Page withdraw(Caller caller, @PathVariable PartnerId id) {
        return end(caller, id, RESELLERS);
    }

    /** The reseller doesn't want the provider any more that accepted its request. */
    @PostMapping(PROVIDERS + "/{id}/withdraw")
    Page decline(Caller caller, @PathVariable PartnerId id) {
        return end(caller, id, PROVIDERS);
    }

    private Page end(Caller caller, PartnerId id, String list) {
        var waiting = waiting(caller, id);
        if (!mayDecide(caller)) {
            throw needsDecider();
        }
        requests.withdraw(caller.partnerId(), id);
        return Page.redirect(list)
                .flash(Flash.success(
                        "partnershipRequest.withdrawn", waiting.other().legalName()));
    }

    private AgreedRequest waiting(Caller caller, PartnerId id) {
        return requests.agreed(caller.partnerId()).stream()
                .filter(one -> one.other().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.PARTNERSHIP_UNKNOWN, id));
    }

    private PartnershipLetter letter(Caller caller) {
        requireAsking(caller);
        var token = requests.link(caller.partnerId()).token();
        return PartnershipLetter.ofReseller(partners.get(caller.partnerId()), token);
    }

    /** Those ask at a reseller who would ask at a provider; the provider's pages rest on the permission itself. */
    private static void requireAsking(Caller caller) {
        if (!PermissionMatrix.published().allows(caller.roles(), Permission.RESELLER_INVITE)) {
            throw needsDecider();
        }
    }

    private static boolean mayDecide(Caller caller) {
        return caller.roles().contains(Role.GLOBAL_ADMIN) || caller.roles().contains(Role.ADMIN_AGENT);
    }

    private static Refusal needsDecider() {
        return Refusal.because(
                AccessRefusal.PERMISSION_MISSING, Role.GLOBAL_ADMIN.key() + ", " + Role.ADMIN_AGENT.key());
    }

    private static Page refused(Refusal refusal) {
        Attempt.refused(refusal);
        return Page.of(
                        "relationships/refused",
                        "message",
                        new Message(refusal.reason().key(), refusal.arguments()),
                        "title",
                        "partnershipRequest.acceptTitle")
                .status(HttpStatus.valueOf(refusal.reason().status()));
    }
}
