package oroshi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL over {@code agreements.template}. */
@Component
class TemplateTable {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    TemplateTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Stores the templates that aren't there yet. */
    void insert(List<AgreementTemplate> templates) {
        var rows = templates.stream().map(TemplateTable::parameters).toArray(MapSqlParameterSource[]::new);
        batches.batchUpdate("""
                insert into agreements.template (type, country, version_rank, template_id, effective_from, languages)
                values (:type, :country, :versionRank, :templateId, :effectiveFrom, :languages)
                on conflict (type, country, version_rank) do nothing
                """, rows);
    }

    /** Stores one more template; false when its country has the version already. */
    boolean insertNew(AgreementTemplate template) {
        return jdbc.sql("""
                insert into agreements.template (type, country, version_rank, template_id, effective_from, languages)
                values (:type, :country, :versionRank, :templateId, :effectiveFrom, :languages)
                on conflict (type, country, version_rank) do nothing
                """).paramSource(parameters(template)).update() == 1;
    }

    List<AgreementTemplate> list() {
        return jdbc.sql("""
                select type, country, version_rank, template_id, effective_from, languages
                  from agreements.template
                 order by type, country, version_rank
                """).query((row, number) -> template(row)).list();
    }

    private static MapSqlParameterSource parameters(AgreementTemplate template) {
        return new MapSqlParameterSource()
                .addValue("type", template.type().key())
                .addValue("country", template.country())
                .addValue("versionRank", template.versionRank())
                .addValue("templateId", template.templateId())
                .addValue("effectiveFrom", template.effectiveFrom())
                .addValue("languages", template.languages().toArray(String[]::new));
    }

    private static AgreementTemplate template(ResultSet row) throws SQLException {
        return new AgreementTemplate(
                AgreementData.get(row.getString("type")),
                row.getString("template_id"),
                row.getString("country"),
                row.getInt("version_rank"),
                row.getObject("effective_from", LocalDate.class),
                List.of((String[]) row.getArray("languages").getArray()));
    }
}
