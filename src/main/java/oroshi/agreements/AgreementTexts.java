package oroshi.agreements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The texts of the agreements. An operator keeps its own in a folder, as {@code <type>/<country>/<language>.txt} or
 * {@code <type>/<language>.txt}: the first line is the title, and each part after a blank line has a heading and a body.
 * Where it keeps none, a sample that comes with the product is shown, and says that it is one.
 */
@Component
public class AgreementTexts {
    private static final String SAMPLES = "/agreements/samples/";

    private final Optional<Path> folder;
    private final DocumentTable documents;
    private final DocumentLinks links;

    AgreementTexts(AgreementSettings settings, DocumentTable documents, DocumentLinks links) {
        this.folder = settings.documents().map(Path::of);
        this.documents = documents;
        this.links = links;
    }

    /** What to show of the template in the language: its text, or where to read the document that was published. */
    public AgreementText shown(AgreementTemplate template, String language) {
        return documents.exists(template, language)
                ? AgreementText.published(
                        language,
                        template.type().nameIn(Locale.forLanguageTag(language)),
                        links.preview(template, language))
                : of(template, language);
    }

    /** The document that the operator published, if it did. */
    Optional<AgreementDocument> document(AgreementTemplate template, String language) {
        return documents.find(template, language);
    }

    /** The text of the template in the language, or in the next best one. */
    public AgreementText of(AgreementTemplate template, String language) {
        return own(template, language).orElseGet(() -> sample(template.type(), language));
    }

    /** What the partner agreement is for and who signs it, for a reader of the language. */
    AgreementText partnerAgreement(Locale reader) {
        var language = reader.getLanguage().equals("ja") ? "ja" : "en";
        return parse(language, resource("partner-agreement." + language).orElseThrow(), false);
    }

    private Optional<AgreementText> own(AgreementTemplate template, String language) {
        var type = template.type().key();
        return folder.stream()
                .flatMap(root -> List.of(
                        root.resolve(type).resolve(template.country()).resolve(language + ".txt"),
                        root.resolve(type).resolve(language + ".txt"))
                        .stream())
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> parse(language, read(file), false));
    }

    private static AgreementText sample(AgreementType type, String language) {
        var locale = Locale.forLanguageTag(language);
        for (var candidate : List.of(language, locale.getLanguage())) {
            var text = resource(candidate);
            if (text.isPresent()) {
                return parse(candidate, named(text.get(), type, locale), true);
            }
        }
        return parse("en", named(resource("en").orElseThrow(), type, Locale.ENGLISH), true);
    }

    private static String named(String text, AgreementType type, Locale locale) {
        return text.replace("{agreement}", type.nameIn(locale));
    }

    private static Optional<String> resource(String language) {
        try (var stream = AgreementTexts.class.getResourceAsStream(SAMPLES + language + ".txt")) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sample's second part is the notice that it is one. */
    private static AgreementText parse(String language, String text, boolean noticed) {
        var parts = List.of(text.strip().split("\\R\\s*\\R"));
        var articles = new ArrayList<AgreementText.Article>();
        for (var part : parts.subList(noticed ? 2 : 1, parts.size())) {
            var lines = part.strip().split("\\R", 2);
            articles.add(new AgreementText.Article(lines[0], lines.length > 1 ? lines[1].strip() : ""));
        }
        return new AgreementText(language, parts.getFirst(), noticed ? parts.get(1) : "", articles, Optional.empty());
    }
}
