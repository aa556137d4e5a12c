package oroshi.agreements;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import oroshi.access.ForOperators;
import oroshi.access.Operator;
import oroshi.basics.Refusal;
import oroshi.rest.Fields;
import oroshi.rest.ResourceCollection;
import oroshi.rest.RestRefusal;

/** Where the operator publishes versions of agreements. What is published is listed and never edited. */
@RestController
class TemplateController {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateController.class);
    private static final String ADDRESS = "/oroshi/operator/agreementtemplates";
    private static final String DOCUMENT = "document.";

    private final Templates templates;
    private final DocumentLinks links;

    TemplateController(Templates templates, DocumentLinks links) {
        this.templates = templates;
        this.links = links;
    }

    @GetMapping(ADDRESS)
    @ForOperators
    ResourceCollection<TemplateResource> list(
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String type) {
        return ResourceCollection.of(templates.list().stream()
                .filter(template -> country == null || template.country().equalsIgnoreCase(country))
                .filter(template -> type == null || template.type().key().equalsIgnoreCase(type))
                .map(template -> TemplateResource.of(template, links))
                .toList());
    }

    /** Takes a form with the fields type, version, effectiveFrom and countries, and a file document.LANGUAGE for each text. */
    @PostMapping(path = ADDRESS, consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    @ForOperators
    ResourceCollection<TemplateResource> publish(Operator operator, HttpServletRequest request) throws IOException {
        var version = version(request);
        var published = templates.publish(version, operator);
        LOG.info(
                "{} published version {} of {} for {}, in effect from {}",
                operator.signature(),
                version.version(),
                version.type().key(),
                version.countries(),
                version.effectiveFrom());
        return ResourceCollection.of(published.stream()
                .map(template -> TemplateResource.of(template, links))
                .toList());
    }

    private static NewVersion version(HttpServletRequest request) throws IOException {
        return new NewVersion(
                type(Fields.requiredText("type", request.getParameter("type"))),
                number(Fields.requiredText("version", request.getParameter("version"))),
                day(Fields.requiredText("effectiveFrom", request.getParameter("effectiveFrom"))),
                Arrays.asList(Fields.requiredText("countries", request.getParameter("countries"))
                        .split("[,\\s]+")),
                documents(request));
    }

    private static List<AgreementDocument> documents(HttpServletRequest request) throws IOException {
        var documents = new ArrayList<AgreementDocument>();
        if (request instanceof MultipartHttpServletRequest form) {
            for (var file : form.getFileMap().entrySet()) {
                if (file.getKey().startsWith(DOCUMENT)) {
                    documents.add(AgreementDocument.read(
                            file.getKey().substring(DOCUMENT.length()),
                            file.getValue().getBytes()));
                }
            }
        }
        return documents;
    }

    private static AgreementType type(String key) {
        return AgreementData.find(key)
                .orElseThrow(() -> Refusal.of("type", RestRefusal.INVALID_VALUE, key + " is no type of agreement"));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException noNumber) {
            throw Refusal.of("version", RestRefusal.INVALID_VALUE, text + " is no whole number");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException noDay) {
            throw Refusal.of("effectiveFrom", RestRefusal.INVALID_VALUE, text + " is no day such as 2019-05-01");
        }
    }
}
