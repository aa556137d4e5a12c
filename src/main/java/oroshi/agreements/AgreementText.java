package oroshi.agreements;

import java.util.List;
import java.util.Optional;

/**
 * The text of an agreement in one language.
 *
 * @param language the language it is really in
 * @param document where the published document is, when there is one instead of articles
 * @param notice what stands above it, for example that it is a sample; may be empty
 */
public record AgreementText(
        String language, String title, String notice, List<Article> articles, Optional<String> document) {
    public AgreementText {
        articles = List.copyOf(articles);
    }

    static AgreementText published(String language, String title, String document) {
        return new AgreementText(language, title, "", List.of(), Optional.of(document));
    }

    /** One numbered part. */
    public record Article(String heading, String body) {}
}
