package oroshi.agreements;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.web.util.HtmlUtils;

/** Writes the text of an agreement as a page and as a word-processor document. */
final class DocumentWriter {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String CONTENT_TYPES = XML + """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
            </Types>
            """;
    private static final String RELATIONSHIPS = XML + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="document" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/>
            </Relationships>
            """;

    private DocumentWriter() {}

    static byte[] html(AgreementText text) {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"" + escaped(text.language()) + "\">\n");
        page.append("<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
        page.append(escaped(text.title())).append("</title></head>\n<body><main>\n");
        page.append("<h1>").append(escaped(text.title())).append("</h1>\n");
        if (!text.notice().isEmpty()) {
            page.append("<p><strong>").append(escaped(text.notice())).append("</strong></p>\n");
        }
        for (var i = 0; i < text.articles().size(); i++) {
            var article = text.articles().get(i);
            page.append("<h2>%d. %s</h2>\n<p>%s</p>\n"
                    .formatted(i + 1, escaped(article.heading()), escaped(article.body())));
        }
        return page.append("</main></body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A document of the Office Open XML format: a zip file of three parts. */
    static byte[] word(AgreementText text) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", CONTENT_TYPES);
        parts.put("_rels/.rels", RELATIONSHIPS);
        parts.put("word/document.xml", body(text));
        return zip(parts);
    }

    private static String body(AgreementText text) {
        var body = new StringBuilder(XML)
                .append(
                        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
        paragraph(body, text.title(), 36, true);
        if (!text.notice().isEmpty()) {
            paragraph(body, text.notice(), 20, true);
        }
        for (var i = 0; i < text.articles().size(); i++) {
            var article = text.articles().get(i);
            paragraph(body, (i + 1) + ". " + article.heading(), 26, true);
            paragraph(body, article.body(), 22, false);
        }
        return body.append("</w:body></w:document>").toString();
    }

    private static void paragraph(StringBuilder body, String text, int halfPoints, boolean bold) {
        body.append("<w:p><w:r><w:rPr>%s<w:sz w:val=\"%d\"/></w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>"
                .formatted(bold ? "<w:b/>" : "", halfPoints, xml(text)));
    }

    private static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
