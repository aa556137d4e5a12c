package oroshi.portal.relationships;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.portal.Choice;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Formats;
import oroshi.portal.Language;
import oroshi.portal.Locales;
import oroshi.portal.Messages;
import oroshi.portal.Page;
import oroshi.portal.Texts;
import oroshi.relationships.Invitation;
import oroshi.relationships.Invitations;
import oroshi.relationships.Partnerships;
import oroshi.relationships.RelationshipRefusal;
import oroshi.relationships.Relationships;

/** A provider's page of its indirect resellers, and the invitation of new ones. */
@Controller
class ResellerPages {
    private static final String PAGE = "/indirect-resellers";

    private final Partnerships partnerships;
    private final Invitations invitations;
    private final Relationships relationships;
    private final Partners partners;
    private final Messages messages;
    private final Locales locales;

    ResellerPages(
            Partnerships partnerships,
            Invitations invitations,
            Relationships relationships,
            Partners partners,
            Messages messages,
            Locales locales) {
        this.partnerships = partnerships;
        this.invitations = invitations;
        this.relationships = relationships;
        this.partners = partners;
        this.messages = messages;
        this.locales = locales;
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
        return Page.of("relationships/resellers", "form", Form.of(request), "rows", rows);
    }

    @GetMapping(PAGE + "/invite")
    @Needs(Permission.RESELLER_INVITE)
    Page invite(Caller caller, HttpServletRequest request) {
        var form = Form.of(request);
        var language = language(form, request);
        form.fill("language", language.code());
        form.fill("text", draftText(partners.get(caller.partnerId()), language));
        return page(caller, form, language);
    }

    /** Looks at an edited text: the link must still be in it. */
    @PostMapping(PAGE + "/invite")
    @Needs(Permission.RESELLER_INVITE)
    Page check(Caller caller, HttpServletRequest request) {
        var form = Form.of(request);
        if (!form.value("text").contains(link(caller.partnerId()))) {
            form.warn("text", "partnership.linkMissing");
        }
        return page(caller, form, language(form, request));
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

    private Page page(Caller caller, Form form, Language language) {
        var subject = words(language)
                .text(
                        "partnership.mailSubject",
                        "partner",
                        partners.get(caller.partnerId()).legalName());
        return Page.of(
                "relationships/invite",
                "form",
                form,
                "draft",
                new Draft(subject, form.value("text")),
                "link",
                link(caller.partnerId()),
                "languages",
                List.of(Language.values()).stream()
                        .map(each -> Choice.of(each.code(), each.ownName()))
                        .toList());
    }

    private String draftText(Partner provider, Language language) {
        return words(language)
                .text(
                        "partnership.mailText",
                        "partner",
                        provider.legalName(),
                        "mpnId",
                        provider.mpnId(),
                        "link",
                        link(provider.id()));
    }

    /** The words of the language that the text is written in, which need not be the reader's. */
    private Texts words(Language language) {
        return new Texts(messages, language, new Formats(language, language.locale()));
    }

    private String link(PartnerId provider) {
        var invitation = invitations.get(provider, Invitation.Kind.PARTNERSHIP);
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/indirect-providers/accept")
                .queryParam("provider", provider)
                .queryParam("token", invitation.token())
                .toUriString();
    }

    private Partner partnership(Caller caller, PartnerId other) {
        return partnerships
                .find(caller.partnerId(), other)
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.PARTNERSHIP_UNKNOWN, other))
                .other();
    }

    private Language language(Form form, HttpServletRequest request) {
        return Language.of(form.value("language"))
                .orElseGet(() -> locales.texts(request).language());
    }

    private static boolean matches(Partner partner, String query) {
        var wanted = folded(query);
        return folded(partner.legalName()).contains(wanted) || partner.mpnId().startsWith(wanted);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
