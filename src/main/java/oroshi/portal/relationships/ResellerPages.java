package oroshi.portal.relationships;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.relationships.Invitation;
import oroshi.relationships.Invitations;
import oroshi.relationships.PartnershipRequests;
import oroshi.relationships.Partnerships;
import oroshi.relationships.RelationshipRefusal;
import oroshi.relationships.Relationships;

/** A provider's page of its indirect resellers, and the invitation of new ones. */
@Controller
class ResellerPages {
    private static final String PAGE = "/indirect-resellers";

    private final Partnerships partnerships;
    private final PartnershipRequests requests;
    private final Invitations invitations;
    private final Relationships relationships;
    private final Partners partners;
    private final PartnershipLetters letters;

    ResellerPages(
            Partnerships partnerships,
            PartnershipRequests requests,
            Invitations invitations,
            Relationships relationships,
            Partners partners,
            PartnershipLetters letters) {
        this.partnerships = partnerships;
        this.requests = requests;
        this.invitations = invitations;
        this.relationships = relationships;
        this.partners = partners;
        this.letters = letters;
    }

    @GetMapping(PAGE)
    @Needs(value = Permission.RESELLER_VIEW, reading = true)
    Page list(Caller caller, HttpServletRequest request, @RequestParam(defaultValue = "") String q) {
        var counts = relationships.countSharedCustomers(caller.partnerId());
        var rows = partnerships.resellersOf(caller.partnerId()).stream()
                .filter(partnership -> matches(partnership.other(), q))
                .map(partnership -> new PartnerRow(
                        partnership, counts.getOrDefault(partnership.other().id(), 0L)))
                .toList();
        return Page.of(
                "relationships/resellers",
                "form",
                Form.of(request),
                "rows",
                rows,
                "agreed",
                requests.agreed(caller.partnerId()));
    }

    @GetMapping(PAGE + "/invite")
    @Needs(Permission.RESELLER_INVITE)
    Page invite(Caller caller, HttpServletRequest request) {
        return letters.draft(letter(caller), request);
    }

    /** Looks at an edited text: the link must still be in it. */
    @PostMapping(PAGE + "/invite")
    @Needs(Permission.RESELLER_INVITE)
    Page check(Caller caller, HttpServletRequest request) {
        return letters.check(letter(caller), request);
    }

    @PostMapping(PAGE + "/invite/new-link")
    @Needs(Permission.RESELLER_INVITE)
    Page newLink(Caller caller) {
        invitations.renew(caller.partnerId(), Invitation.Kind.PARTNERSHIP);
        return Page.redirect(PAGE + "/invite").flash(Flash.success("partnership.linkRenewed"));
    }

    @GetMapping(PAGE + "/{id}/remove")
    @Needs(Permission.RESELLER_REMOVE)
    Page askRemoval(Caller caller, @PathVariable PartnerId id) {
        return Removal.page(partnership(caller, id), PAGE);
    }

    @PostMapping(PAGE + "/{id}/remove")
    @Needs(Permission.RESELLER_REMOVE)
    Page remove(Caller caller, @PathVariable PartnerId id) {
        var reseller = partnership(caller, id);
        partnerships.remove(caller.partnerId(), id);
        return Page.redirect(PAGE).flash(Flash.success("partnership.removed", reseller.legalName()));
    }

    private PartnershipLetter letter(Caller caller) {
        var token =
                invitations.get(caller.partnerId(), Invitation.Kind.PARTNERSHIP).token();
        return PartnershipLetter.ofProvider(partners.get(caller.partnerId()), token);
    }

    private Partner partnership(Caller caller, PartnerId other) {
        return partnerships
                .find(caller.partnerId(), other)
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.PARTNERSHIP_UNKNOWN, other))
                .other();
    }

    private static boolean matches(Partner partner, String query) {
        var wanted = folded(query);
        return folded(partner.legalName()).contains(wanted) || partner.mpnId().startsWith(wanted);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
