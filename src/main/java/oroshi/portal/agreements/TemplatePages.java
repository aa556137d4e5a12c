package oroshi.portal.agreements;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.agreements.AgreementTemplate;
import oroshi.agreements.DocumentLinks;
import oroshi.agreements.Templates;
import oroshi.clock.Clocks;
import oroshi.partners.MarketCountry;
import oroshi.partners.Markets;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.portal.Texts;

/** The texts of the agreements by country, language and version. */
@Controller
class TemplatePages {
    private static final int SHOWN = 60;

    private final Templates templates;
    private final DocumentLinks links;
    private final Markets markets;
    private final Clocks clocks;

    TemplatePages(Templates templates, DocumentLinks links, Markets markets, Clocks clocks) {
        this.templates = templates;
        this.links = links;
        this.markets = markets;
        this.clocks = clocks;
    }

    @GetMapping("/agreements")
    @Needs(Permission.AGREEMENT_VIEW)
    Page list(Caller caller, Texts texts, HttpServletRequest request, @RequestParam(defaultValue = "") String q) {
        var today =
                clocks.of(caller.partnerId()).instant().atOffset(ZoneOffset.UTC).toLocalDate();
        var found = templates.list().stream()
                .filter(template -> !template.effectiveFrom().isAfter(today))
                .filter(template -> matches(template, q))
                .toList();
        var rows = found.stream()
                .limit(SHOWN)
                .map(template -> row(template, texts.language().locale()))
                .toList();
        return Page.of(
                "agreements/templates", "form", Form.of(request), "rows", rows, "more", found.size() - rows.size());
    }

    private TemplateRow row(AgreementTemplate template, Locale reader) {
        var documents = template.languages().stream()
                .map(language -> new TemplateRow.Document(
                        language, links.preview(template, language), links.download(template, language)))
                .toList();
        return new TemplateRow(template, countryName(template.country(), reader), documents);
    }

    private String countryName(String code, Locale reader) {
        return markets.findCountry(code).map(country -> country.nameIn(reader)).orElse(code);
    }

    /** A country is found by its code and by its name in both languages. */
    private boolean matches(AgreementTemplate template, String query) {
        var wanted = folded(query);
        var names = markets.findCountry(template.country())
                .map(TemplatePages::names)
                .orElseGet(() -> List.of(template.country()));
        return names.stream().anyMatch(name -> folded(name).contains(wanted));
    }

    private static List<String> names(MarketCountry country) {
        return List.of(country.code(), country.english(), country.japanese());
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
