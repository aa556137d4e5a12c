package oroshi.agreements;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import oroshi.database.Vault;

/**
 * Addresses at which an agreement can be read without signing in. They are signed, so that nobody can make one up, and
 * one for a download is good for five minutes.
 */
@Component
public class DocumentLinks {
    static final String ROOT = "/agreement-documents";
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final Vault vault;
    private final Clock clock = Clock.systemUTC();

    DocumentLinks(Vault vault) {
        this.vault = vault;
    }

    /** Links to the text in the language, or in English where it doesn't exist in it. */
    AgreementDocumentResource of(AgreementTemplate template, String language) {
        var offered = offered(template, language);
        return new AgreementDocumentResource(
                preview(template, offered), download(template, offered), offered, template.country());
    }

    /** Where to read the text. */
    public String preview(AgreementTemplate template, String language) {
        var document = new DocumentAddress(template.templateId(), template.country(), language);
        return address("preview/" + template.templateId(), document)
                .queryParam("sig", sign(document, 0))
                .encode()
                .toUriString();
    }

    /** Where to download the text, for five minutes from now. */
    public String download(AgreementTemplate template, String language) {
        var document = new DocumentAddress(template.templateId(), template.country(), language);
        var expires = clock.instant().plus(GOOD_FOR).getEpochSecond();
        return address("download/" + template.templateId() + ".docx", document)
                .queryParam("exp", expires)
                .queryParam("sig", sign(document, expires))
                .encode()
                .toUriString();
    }

    /** The public page of a type: its text in the country's first language is one click away. */
    String page(AgreementType type) {
        return base(type.key()).toUriString();
    }

    /** Where a partner reads what the partner agreement is about. */
    String help() {
        return base("partner-agreement").toUriString();
    }

    boolean isPreview(DocumentAddress document, String signature) {
        return same(sign(document, 0), signature);
    }

    boolean isDownload(DocumentAddress document, long expires, String signature) {
        return same(sign(document, expires), signature) && clock.instant().isBefore(Instant.ofEpochSecond(expires));
    }

    private static UriComponentsBuilder address(String path, DocumentAddress document) {
        return base(path).queryParam("country", document.country()).queryParam("language", document.language());
    }

    private static UriComponentsBuilder base(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(ROOT + "/" + path);
    }

    private String sign(DocumentAddress document, long expires) {
        return vault.mark("agreement document\n" + document + "\n" + expires);
    }

    private static String offered(AgreementTemplate template, String language) {
        return template.languages().stream()
                .filter(language::equalsIgnoreCase)
                .findFirst()
                .orElse("en-US");
    }

    private static boolean same(String known, String given) {
        return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** One text: an edition in a country and a language. */
    record DocumentAddress(String templateId, String country, String language) {}
}
