package oroshi.portal.relationships;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.access.PermissionMatrix;
import oroshi.access.Role;
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
import oroshi.relationships.Partnership;
import oroshi.relationships.Partnerships;
import oroshi.relationships.RelationshipRefusal;
import oroshi.relationships.RelationshipRequests;
import oroshi.relationships.RequestLink;

/** The request of a relationship with customers that exist already: a text with a link, which the partner sends itself. */
@Controller
class RequestPages {
    private static final String ALONE = "/customers/request-relationship";
    private static final String TOGETHER = "/indirect-providers/{id}/invite-customers";

    private final RelationshipRequests requests;
    private final Partnerships partnerships;
    private final Partners partners;
    private final Messages messages;
    private final Locales locales;

    RequestPages(
            RelationshipRequests requests,
            Partnerships partnerships,
            Partners partners,
            Messages messages,
            Locales locales) {
        this.requests = requests;
        this.partnerships = partnerships;
        this.partners = partners;
        this.messages = messages;
        this.locales = locales;
    }

    @GetMapping(ALONE)
    @Needs(Permission.RELATIONSHIP_REQUEST)
    Page ask(Caller caller, HttpServletRequest request) {
        return fresh(caller, Optional.empty(), request);
    }

    @PostMapping(ALONE)
    @Needs(Permission.RELATIONSHIP_REQUEST)
    Page change(Caller caller, HttpServletRequest request) {
        return changed(caller, Optional.empty(), request);
    }

    @PostMapping(ALONE + "/new-link")
    @Needs(Permission.RELATIONSHIP_REQUEST)
    Page newLink(Caller caller) {
        return renewed(caller, ALONE);
    }

    @GetMapping(TOGETHER)
    Page askTogether(Caller caller, @PathVariable PartnerId id, HttpServletRequest request) {
        return fresh(caller, Optional.of(provider(caller, id)), request);
    }

    @PostMapping(TOGETHER)
    Page changeTogether(Caller caller, @PathVariable PartnerId id, HttpServletRequest request) {
        return changed(caller, Optional.of(provider(caller, id)), request);
    }

    @PostMapping(TOGETHER + "/new-link")
    Page newLinkTogether(Caller caller, @PathVariable PartnerId id) {
        provider(caller, id);
        return renewed(caller, TOGETHER.replace("{id}", id.toString()));
    }

    private Page fresh(Caller caller, Optional<Partner> provider, HttpServletRequest request) {
        var form = Form.of(request);
        var language = language(form, request);
        var link = requests.link(caller.partnerId(), provider.map(Partner::id), true);
        form.fill("language", language.code())
                .fill("includeDap", String.valueOf(link.delegatedAdministration()))
                .fill(
                        "text",
                        RequestText.draft(words(language), partners.get(caller.partnerId()), provider, address(link)));
        return page(caller, provider, form, link, language);
    }

    /** What the user edited, with the link as it should now be in it (J4-04). */
    private Page changed(Caller caller, Optional<Partner> provider, HttpServletRequest request) {
        var form = Form.of(request);
        if (form.value("action").equals("language")) {
            form.fill("text", "");
        }
        var language = language(form, request);
        var link = requests.link(caller.partnerId(), provider.map(Partner::id), form.has("includeDap", "true"));
        var wanted = address(link);
        var other = address(link.withAdministration(!link.delegatedAdministration()));
        var typed = form.value("text").replace("\r\n", "\n");
        var text = typed.isBlank()
                ? RequestText.draft(words(language), partners.get(caller.partnerId()), provider, wanted)
                : RequestText.withLink(typed, other, wanted);
        if (form.value("action").equals("insert") && !RequestText.contains(text, wanted)) {
            text = text.stripTrailing() + "\n\n" + wanted + "\n";
        }
        if (!RequestText.contains(text, wanted)) {
            form.warn("text", "relationshipRequest.linkMissing");
        }
        return page(caller, provider, form.fill("text", text), link, language);
    }

    private Page renewed(Caller caller, String page) {
        if (!mayRenew(caller)) {
            throw Refusal.because(
                    AccessRefusal.PERMISSION_MISSING, Role.GLOBAL_ADMIN.key() + ", " + Role.ADMIN_AGENT.key());
        }
        requests.withdraw(caller.partnerId());
        return Page.redirect(page).flash(Flash.success("relationshipRequest.linkRenewed"));
    }

    private Page page(Caller caller, Optional<Partner> provider, Form form, RequestLink link, Language language) {
        var subject = words(language)
                .text(
                        "relationshipRequest.mailSubject",
                        "partner",
                        partners.get(caller.partnerId()).legalName());
        return Page.of(
                "relationships/request",
                "form",
                form,
                "view",
                new RequestView(
                        provider.map(other ->
                                        TOGETHER.replace("{id}", other.id().toString()))
                                .orElse(ALONE),
                        provider.map(Partner::legalName).orElse(""),
                        new Draft(subject, form.value("text")),
                        address(link),
                        caller.cloud().isPublic(),
                        mayRenew(caller)),
                "languages",
                Arrays.stream(Language.values())
                        .map(each -> Choice.of(each.code(), each.ownName()))
                        .toList());
    }

    /** New link is for those who may decide for the whole partner (J4-06). */
    private static boolean mayRenew(Caller caller) {
        return caller.roles().contains(Role.GLOBAL_ADMIN) || caller.roles().contains(Role.ADMIN_AGENT);
    }

    /** The provider; a stranger hears that there is none before anybody hears about roles. */
    private Partner provider(Caller caller, PartnerId id) {
        var provider = partnerships
                .find(caller.partnerId(), id)
                .map(Partnership::other)
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.PARTNERSHIP_UNKNOWN, id));
        if (!caller.may(Permission.PROVIDER_INVITE_CUSTOMER)) {
            throw Refusal.because(
                    AccessRefusal.PERMISSION_MISSING,
                    PermissionMatrix.published().rolesWith(Permission.PROVIDER_INVITE_CUSTOMER).stream()
                            .sorted()
                            .map(Role::key)
                            .collect(Collectors.joining(", ")));
        }
        return provider;
    }

    private static String address(RequestLink link) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + link.path();
    }

    /** The words of the language that the text is written in, which need not be the reader's. */
    private Texts words(Language language) {
        return new Texts(messages, language, new Formats(language, language.locale()));
    }

    private Language language(Form form, HttpServletRequest request) {
        return Language.of(form.value("language"))
                .orElseGet(() -> locales.texts(request).language());
    }
}
