package oroshi.portal.agreements;

import java.util.List;
import oroshi.agreements.AgreementTemplate;

/** One line of the list of templates, with where its text can be read and downloaded in each language. */
public record TemplateRow(AgreementTemplate template, String country, List<Document> documents) {
    public TemplateRow {
        documents = List.copyOf(documents);
    }

    /** The text in one language. */
    public record Document(String language, String preview, String download) {}
}
