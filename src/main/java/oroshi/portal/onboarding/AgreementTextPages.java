package oroshi.portal.onboarding;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.agreements.AgreementTemplate;
import oroshi.agreements.DocumentLinks;
import oroshi.agreements.Templates;
import oroshi.portal.Page;

/** Leads to the text of an agreement: links to texts live for minutes, a form may stay open for longer. */
@Controller
@Needs(Permission.CUSTOMER_ADD)
class AgreementTextPages {
    private static final String PATH = "/customers/new/agreement-text";

    private final Templates templates;
    private final DocumentLinks links;

    AgreementTextPages(Templates templates, DocumentLinks links) {
        this.templates = templates;
        this.links = links;
    }

    static String address(AgreementTemplate template, String language) {
        return PATH + "?type=" + template.type().key() + "&country=" + template.country() + "&language=" + language;
    }

    @GetMapping(PATH)
    Page open(@RequestParam String type, @RequestParam String country, @RequestParam String language) {
        return templates.list(country).stream()
                .filter(template -> template.type().key().equals(type) && template.isIn(language))
                .reduce((earlier, later) -> later)
                .map(template -> Page.redirect(links.preview(template, language)))
                .orElseGet(() -> Page.of("onboarding/gone").status(HttpStatus.NOT_FOUND));
    }
}
