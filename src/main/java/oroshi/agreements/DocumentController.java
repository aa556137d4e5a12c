package oroshi.agreements;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import oroshi.agreements.DocumentLinks.DocumentAddress;

/** Serves the texts of agreements to whoever holds a signed address, signed in or not. */
@RestController
class DocumentController {
    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final String ISOLATED =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Templates templates;
    private final AgreementTexts texts;
    private final DocumentLinks links;

    DocumentController(Templates templates, AgreementTexts texts, DocumentLinks links) {
        this.templates = templates;
        this.texts = texts;
        this.links = links;
    }

    /** The text of a type in the reader's language, as far as it has one: what an agreement link leads to. */
    @GetMapping(DocumentLinks.ROOT + "/{type}")
    ResponseEntity<byte[]> page(@PathVariable String type, Locale reader) {
        return AgreementData.find(type)
                .flatMap(known -> templates.list().stream()
                        .filter(template -> template.type().equals(known))
                        .filter(template -> template.isIn(template.languageFor(reader)))
                        .max((one, other) -> Boolean.compare(suits(one, reader), suits(other, reader))))
                .map(template -> html(texts.of(template, template.languageFor(reader))))
                .orElseGet(DocumentController::gone);
    }

    /** What a reseller that has not signed the partner agreement is told to do. */
    @GetMapping(DocumentLinks.ROOT + "/partner-agreement")
    ResponseEntity<byte[]> partnerAgreement(Locale reader) {
        return html(texts.partnerAgreement(reader));
    }

    @GetMapping(DocumentLinks.ROOT + "/preview/{templateId}")
    ResponseEntity<byte[]> preview(
            @PathVariable String templateId,
            @RequestParam String country,
            @RequestParam String language,
            @RequestParam String sig) {
        var address = new DocumentAddress(templateId, country, language);
        return links.isPreview(address, sig)
                ? published(address, false)
                        .or(() -> text(address).map(DocumentController::html))
                        .orElseGet(DocumentController::gone)
                : gone();
    }

    @GetMapping(DocumentLinks.ROOT + "/download/{templateId}.docx")
    ResponseEntity<byte[]> download(
            @PathVariable String templateId,
            @RequestParam String country,
            @RequestParam String language,
            @RequestParam long exp,
            @RequestParam String sig) {
        var address = new DocumentAddress(templateId, country, language);
        return links.isDownload(address, exp, sig)
                ? published(address, true)
                        .or(() -> text(address).map(text -> word(text, address)))
                        .orElseGet(DocumentController::gone)
                : gone();
    }

    /** What the operator uploaded, as it is; a page of it runs nothing and reaches nothing. */
    private Optional<ResponseEntity<byte[]>> published(DocumentAddress address, boolean download) {
        return templates
                .ofEdition(address.templateId(), address.country())
                .flatMap(template -> texts.document(template, address.language()))
                .map(document -> uploaded(document, address, download));
    }

    private static ResponseEntity<byte[]> uploaded(
            AgreementDocument document, DocumentAddress address, boolean download) {
        var name = "agreement-%s-%s.%s"
                .formatted(
                        address.country(), address.language(), document.format().ending());
        var disposition = download ? ContentDisposition.attachment() : ContentDisposition.inline();
        var answer = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.format().contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (document.format() == AgreementDocument.Format.HTML) {
            answer.header("Content-Security-Policy", ISOLATED);
        }
        return answer.body(document.content());
    }

    private Optional<AgreementText> text(DocumentAddress address) {
        return templates
                .ofEdition(address.templateId(), address.country())
                .map(template -> texts.of(template, address.language()));
    }

    private static boolean suits(AgreementTemplate template, Locale reader) {
        return Locale.forLanguageTag(template.languageFor(reader)).getLanguage().equals(reader.getLanguage());
    }

    private static ResponseEntity<byte[]> html(AgreementText text) {
        return ResponseEntity.ok().contentType(HTML).body(DocumentWriter.html(text));
    }

    private static ResponseEntity<byte[]> word(AgreementText text, DocumentAddress address) {
        var name = "agreement-%s-%s.docx".formatted(address.country(), address.language());
        var disposition = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(WORD)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(DocumentWriter.word(text));
    }

    /** Unknown, changed and expired addresses look alike. */
    private static ResponseEntity<byte[]> gone() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(HTML)
                .body("This link is not valid any more. このリンクは無効になりました。".getBytes(StandardCharsets.UTF_8));
    }
}
