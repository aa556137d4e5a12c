package oroshi.agreements;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL over {@code agreements.document} and {@code agreements.template_document}. */
@Component
class DocumentTable {
    private final JdbcClient jdbc;

    DocumentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the document once and ties it to the template; the operator stands beside it. */
    void insert(AgreementTemplate template, AgreementDocument document, String operator, Instant now) {
        jdbc.sql("""
                insert into agreements.document (digest, format, content) values (:digest, :format, :content)
                on conflict (digest) do nothing
                """)
                .param("digest", document.digest())
                .param("format", document.format().name())
                .param("content", document.content())
                .update();
        jdbc.sql("""
                insert into agreements.template_document (
                    type, country, version_rank, language, digest, published_by, published_at)
                values (:type, :country, :versionRank, :language, :digest, :operator, :now)
                """)
                .param("type", template.type().key())
                .param("country", template.country())
                .param("versionRank", template.versionRank())
                .param("language", document.language())
                .param("digest", document.digest())
                .param("operator", operator)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The document of the template in the language; empty where the operator uploaded none. */
    Optional<AgreementDocument> find(AgreementTemplate template, String language) {
        return jdbc.sql("""
                select t.language, d.format, d.content
                  from agreements.template_document t
                  join agreements.document d on d.digest = t.digest
                 where t.type = :type and t.country = :country and t.version_rank = :versionRank
                   and lower(t.language) = lower(:language)
                """)
                .param("type", template.type().key())
                .param("country", template.country())
                .param("versionRank", template.versionRank())
                .param("language", language)
                .query((row, number) -> new AgreementDocument(
                        row.getString("language"),
                        AgreementDocument.Format.valueOf(row.getString("format")),
                        row.getBytes("content")))
                .optional();
    }

    /** Whether the operator uploaded the text, without reading it. */
    boolean exists(AgreementTemplate template, String language) {
        return !jdbc.sql("""
                select 1 as found from agreements.template_document
                 where type = :type and country = :country and version_rank = :versionRank
                   and lower(language) = lower(:language)
                """)
                .param("type", template.type().key())
                .param("country", template.country())
                .param("versionRank", template.versionRank())
                .param("language", language)
                .query((row, number) -> row.getInt("found"))
                .list()
                .isEmpty();
    }
}
