package oroshi.agreements;

import java.util.List;

/**
 * The text of an agreement in one language.
 *
 * @param language the language it is really in
 * @param notice what stands above it, for example that it is a sample; may be empty
 */
public record AgreementText(String language, String title, String notice, List<Article> articles) {
    public AgreementText {
        articles = List.copyOf(articles);
    }

    /** One numbered part. */
    public record Article(String heading, String body) {}
}
