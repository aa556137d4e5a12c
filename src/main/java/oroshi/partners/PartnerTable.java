package oroshi.partners;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;

/** All SQL over {@code partners.partner}. */
@Component
class PartnerTable {
    private static final String COLUMNS = """
            select partner_id, type, cloud, status, legal_name, country, currency, market_region, mpn_id,
                   verified_domains, culture, time_zone, agreement_signed_at, second_factor_required, sandbox,
                   qualifications
              from partners.partner
            """;

    private final JdbcClient jdbc;

    PartnerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the partner; false when the id is enrolled already. */
    boolean insert(NewPartner partner, String marketRegion, Instant registeredAt) {
        var inserted = jdbc.sql("""
                insert into partners.partner (
                    partner_id, type, cloud, status, legal_name, country, currency, market_region, mpn_id,
                    verified_domains, culture, time_zone, agreement_signed_at, second_factor_required, sandbox,
                    qualifications, registered_at)
                values (
                    :id, :type, :cloud, 'ACTIVE', :legalName, :country, :currency, :marketRegion, :mpnId,
                    :verifiedDomains, :culture, :timeZone, :agreementSignedAt, :secondFactorRequired, :sandbox,
                    :qualifications, :registeredAt)
                on conflict (partner_id) do nothing
                """)
                .param("id", partner.id().value())
                .param("type", partner.type().name())
                .param("cloud", partner.cloud().name())
                .param("legalName", partner.legalName())
                .param("country", partner.country())
                .param("currency", partner.currency().getCode())
                .param("marketRegion", marketRegion)
                .param("mpnId", partner.mpnId())
                .param("verifiedDomains", partner.verifiedDomains().toArray(String[]::new))
                .param("culture", partner.culture().toLanguageTag())
                .param("timeZone", partner.timeZone().getId())
                .param("agreementSignedAt", partner.agreementSigned() ? registeredAt.atOffset(ZoneOffset.UTC) : null)
                .param("secondFactorRequired", partner.secondFactorRequired())
                .param("sandbox", partner.sandbox())
                .param("qualifications", partner.qualifications().toArray(String[]::new))
                .param("registeredAt", registeredAt.atOffset(ZoneOffset.UTC))
                .update();
        return inserted == 1;
    }

    Optional<Partner> find(PartnerId id) {
        return jdbc.sql(COLUMNS + " where partner_id = :id")
                .param("id", id.value())
                .query((row, number) -> partner(row))
                .optional();
    }

    List<PartnerId> listIds() {
        return jdbc.sql("select partner_id from partners.partner order by partner_id")
                .query((row, number) -> new PartnerId(row.getObject("partner_id", UUID.class)))
                .list();
    }

    /** Holds the partner's row until the transaction ends; whoever else wants to hold it waits. */
    void hold(PartnerId id) {
        jdbc.sql("select 1 from partners.partner where partner_id = :id for no key update")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** The accounts with the number, the oldest first: a company may have one per cloud and per programme. */
    List<Partner> listByMpnId(String mpnId) {
        return jdbc.sql(COLUMNS + " where mpn_id = :mpnId order by registered_at, partner_id")
                .param("mpnId", mpnId)
                .query((row, number) -> partner(row))
                .list();
    }

    /** False when there is no such partner. */
    boolean updateStatus(PartnerId id, PartnerStatus status) {
        return jdbc.sql("update partners.partner set status = :status where partner_id = :id")
                        .param("id", id.value())
                        .param("status", status.name())
                        .update()
                == 1;
    }

    /** False when there is no such partner. */
    boolean updateQualifications(PartnerId id, Set<String> qualifications) {
        return jdbc.sql("update partners.partner set qualifications = :qualifications where partner_id = :id")
                        .param("id", id.value())
                        .param(
                                "qualifications",
                                qualifications.stream().sorted().toArray(String[]::new))
                        .update()
                == 1;
    }

    void updateLegalName(PartnerId id, String legalName) {
        jdbc.sql("update partners.partner set legal_name = :legalName where partner_id = :id")
                .param("id", id.value())
                .param("legalName", legalName)
                .update();
    }

    /** Records the signature of the partner agreement, or takes it back; false when there is no such partner. */
    boolean updateAgreement(PartnerId id, Optional<Instant> signedAt) {
        return jdbc.sql("update partners.partner set agreement_signed_at = :signedAt where partner_id = :id")
                        .param("id", id.value())
                        .param(
                                "signedAt",
                                signedAt.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                        .update()
                == 1;
    }

    private static Partner partner(ResultSet row) throws SQLException {
        return new Partner(
                new PartnerId(row.getObject("partner_id", UUID.class)),
                PartnerType.valueOf(row.getString("type")),
                Cloud.valueOf(row.getString("cloud")),
                PartnerStatus.valueOf(row.getString("status")),
                row.getString("legal_name"),
                row.getString("country"),
                CurrencyUnit.of(row.getString("currency")),
                row.getString("market_region"),
                row.getString("mpn_id"),
                texts(row.getArray("verified_domains")),
                Locale.forLanguageTag(row.getString("culture")),
                ZoneId.of(row.getString("time_zone")),
                row.getObject("agreement_signed_at") != null,
                row.getBoolean("second_factor_required"),
                row.getBoolean("sandbox"),
                texts(row.getArray("qualifications")));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
