package oroshi.agreements;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IllformedLocaleException;
import java.util.Locale;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/** The text of an agreement in one language as the operator uploaded it: a PDF file or an HTML page, never changed. */
final class AgreementDocument {
    private static final int LARGEST = 5 * 1024 * 1024;

    private final String language;
    private final Format format;
    private final byte[] content;

    AgreementDocument(String language, Format format, byte[] content) {
        this.language = language;
        this.format = format;
        this.content = content.clone();
    }

    /** What a document may be. */
    enum Format {
        PDF("application/pdf", "pdf"),
        HTML("text/html;charset=UTF-8", "html");

        private final String contentType;
        private final String ending;

        Format(String contentType, String ending) {
            this.contentType = contentType;
            this.ending = ending;
        }

        String contentType() {
            return contentType;
        }

        /** How the names of such files end. */
        String ending() {
            return ending;
        }
    }

    /** Takes an uploaded file; what it says it is doesn't count, only what it is. */
    static AgreementDocument read(String language, byte[] content) {
        var member = "document." + language;
        if (content.length == 0 || content.length > LARGEST) {
            throw Refusal.of(member, RestRefusal.INVALID_VALUE, "it must have 1 byte to 5 MiB");
        }
        return new AgreementDocument(tag(language), format(member, content), content);
    }

    private static String tag(String language) {
        try {
            var tag = new Locale.Builder()
                    .setLanguageTag(language.strip())
                    .build()
                    .toLanguageTag();
            if (!tag.equals("und")) {
                return tag;
            }
        } catch (IllformedLocaleException noLanguage) {
            throw Refusal.of("document", RestRefusal.INVALID_VALUE, language + " is no language");
        }
        throw Refusal.of("document", RestRefusal.INVALID_VALUE, "each document names its language");
    }

    private static Format format(String member, byte[] content) {
        if (new String(content, 0, Math.min(5, content.length), StandardCharsets.ISO_8859_1).equals("%PDF-")) {
            return Format.PDF;
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            var start = text.substring(0, Math.min(200, text.length()))
                    .replace("\uFEFF", "")
                    .strip();
            if (start.toLowerCase(Locale.ROOT).matches("(?s)<(!doctype html|html)\\b.*")) {
                return Format.HTML;
            }
        } catch (CharacterCodingException noText) {
            throw Refusal.of(member, RestRefusal.INVALID_VALUE, "it is neither PDF nor HTML in UTF-8");
        }
        throw Refusal.of(member, RestRefusal.INVALID_VALUE, "it is neither PDF nor HTML in UTF-8");
    }

    String language() {
        return language;
    }

    Format format() {
        return format;
    }

    byte[] content() {
        return content.clone();
    }

    /** The name under which it is stored: the same text is stored once, for however many countries. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "AgreementDocument[" + language + ", " + format + ", " + content.length + " bytes]";
    }
}
