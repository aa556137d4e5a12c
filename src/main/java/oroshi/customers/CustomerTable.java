package oroshi.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.database.Writes;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code customers.customer} that reads or changes one customer. */
@Component
class CustomerTable {
    /** Sorts after every tag. */
    private static final String NO_TAG = "\uDBFF\uDFFF";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Writes writes;

    CustomerTable(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** Stores a row of the customer, the partner's own or its reseller's, unless the partner has the customer. */
    void insert(Customer customer, Runnable onKnown) {
        writes.add("""
                insert into customers.customer (
                    partner_id, customer_id, commerce_id, provider_id, reseller_id, cloud, domain, name, company_name,
                    country, duplicate_key, company_profile, billing_id, billing_version, billing_profile,
                    relationship, agreement, delegated_administration, address_standing, entity_kind,
                    first_tag, added_at, administered_from)
                values (
                    :partnerId, :customerId, :commerceId, :providerId, :resellerId, :cloud, :domain, :name,
                    :companyName, :country, :duplicateKey, :companyProfile::jsonb, :billingId, :billingVersion,
                    :billingProfile::jsonb, :relationship, :agreement, :delegatedAdministration, :addressStanding,
                    :entityKind, :firstTag, :addedAt, :administeredFrom)
                on conflict (partner_id, customer_id) do nothing
                """, values(customer), inserted -> {
            if (inserted == 0) {
                onKnown.run();
            }
        });
    }

    private static SqlParameterSource values(Customer customer) {
        return new MapSqlParameterSource()
                .addValue("partnerId", customer.partnerId().value())
                .addValue("customerId", customer.id().value())
                .addValue("commerceId", customer.commerceId())
                .addValue("providerId", id(customer.provider()))
                .addValue("resellerId", id(customer.reseller()))
                .addValue("cloud", customer.cloud().name())
                .addValue("domain", customer.domain())
                .addValue("name", customer.name())
                .addValue("companyName", customer.company().name().value())
                .addValue("country", customer.country())
                .addValue("duplicateKey", customer.billing().companyName().duplicateKey())
                .addValue("companyProfile", JSON.writeValueAsString(document(customer.company())))
                .addValue("billingId", customer.billing().id())
                .addValue("billingVersion", customer.billing().version())
                .addValue("billingProfile", JSON.writeValueAsString(document(customer.billing())))
                .addValue("relationship", customer.relationship().name())
                .addValue("agreement", customer.agreement().name())
                .addValue("delegatedAdministration", customer.delegatedAdministration())
                .addValue(
                        "administeredFrom",
                        customer.delegatedAdministration() ? customer.addedAt().atOffset(ZoneOffset.UTC) : null,
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("addressStanding", customer.addressStanding().name())
                .addValue(
                        "entityKind",
                        customer.entityKind().map(GovernmentEntityKind::name).orElse(null))
                .addValue("firstTag", firstTag(customer.tags()))
                .addValue("addedAt", customer.addedAt().atOffset(ZoneOffset.UTC));
    }

    /** The customer with its tags but without its qualifications, which only few have. */
    Optional<Found> find(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql("""
                select partner_id, customer_id, commerce_id, provider_id, reseller_id, cloud, domain, name, company_name,
                       company_profile, billing_id, billing_version, billing_profile, relationship, agreement,
                       delegated_administration, address_standing, entity_kind, added_at,
                       array(select tag from customers.tag
                              where tag.partner_id = :partnerId and tag.customer_id = :customerId
                              order by tag) as tags,
                       exists (select from customers.qualification
                                where qualification.partner_id = :partnerId
                                  and qualification.customer_id = :customerId) as qualified
                  from customers.customer
                 where partner_id = :partnerId and customer_id = :customerId
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query((row, number) -> new Found(customer(row), row.getBoolean("qualified")))
                .optional();
    }

    /**
     * A customer as the row has it.
     *
     * @param qualified whether it has qualifications, which are read apart
     */
    record Found(Customer customer, boolean qualified) {}

    /** Replaces the bill-to profile; false when the row's version is not the expected one any more. */
    boolean updateBilling(Customer changed, long expectedVersion) {
        return jdbc.sql("""
                update customers.customer
                   set name = :name, duplicate_key = :duplicateKey, billing_profile = :billingProfile::jsonb,
                       billing_version = :version
                 where partner_id = :partnerId and customer_id = :customerId and billing_version = :expectedVersion
                """)
                        .param("partnerId", changed.partnerId().value())
                        .param("customerId", changed.id().value())
                        .param("name", changed.name())
                        .param("duplicateKey", changed.billing().companyName().duplicateKey())
                        .param("billingProfile", JSON.writeValueAsString(document(changed.billing())))
                        .param("version", changed.billing().version())
                        .param("expectedVersion", expectedVersion)
                        .update()
                == 1;
    }

    /** Notes that a reseller serves the customer too: the one it came through, unless there was one before. */
    void assignReseller(PartnerId partnerId, CustomerId customerId, PartnerId reseller) {
        jdbc.sql("""
                update customers.customer
                   set reseller_id = coalesce(reseller_id, :reseller), relationship = :relationship
                 where partner_id = :partnerId and customer_id = :customerId
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("reseller", reseller.value())
                .param("relationship", RelationshipKind.CLOUD_RESELLER_INDIRECT.name())
                .update();
    }

    void updateFirstTag(PartnerId partnerId, CustomerId customerId, List<Tag> tags) {
        jdbc.sql("""
                update customers.customer set first_tag = :firstTag
                 where partner_id = :partnerId and customer_id = :customerId
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("firstTag", firstTag(tags))
                .update();
    }

    /** Notes the first of the other tags on every customer that carries the tag. */
    void updateFirstTagWithout(PartnerId partnerId, Tag tag) {
        jdbc.sql("""
                update customers.customer
                   set first_tag = coalesce(
                       (select min(other.tag) from customers.tag other
                         where other.partner_id = customer.partner_id and other.customer_id = customer.customer_id
                           and other.tag <> :tag), :noTag)
                  from customers.tag gone
                 where customer.partner_id = :partnerId
                   and gone.partner_id = :partnerId and gone.tag = :tag and gone.customer_id = customer.customer_id
                """)
                .param("partnerId", partnerId.value())
                .param("tag", tag.value())
                .param("noTag", NO_TAG)
                .update();
    }

    void updateAgreement(PartnerId partnerId, CustomerId customerId, AgreementState state) {
        jdbc.sql("""
                update customers.customer set agreement = :agreement
                 where partner_id = :partnerId and customer_id = :customerId
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("agreement", state.name())
                .update();
    }

    /** Notes whether the partner administers the directory, and since or until when. */
    boolean updateAdministration(PartnerId partnerId, CustomerId customerId, boolean granted, Instant now) {
        return jdbc.sql("""
                update customers.customer
                   set delegated_administration = :granted,
                       administered_from = case when :granted and not delegated_administration then :now
                                                else administered_from end,
                       administered_until = case when :granted then null
                                                 when delegated_administration then :now
                                                 else administered_until end
                 where partner_id = :partnerId and customer_id = :customerId
                """)
                        .param("partnerId", partnerId.value())
                        .param("customerId", customerId.value())
                        .param("granted", granted)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Makes a reseller's row an original of its own. */
    boolean detach(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql("""
                update customers.customer set provider_id = null
                 where partner_id = :partnerId and customer_id = :customerId
                """)
                        .param("partnerId", partnerId.value())
                        .param("customerId", customerId.value())
                        .update()
                == 1;
    }

    /** Lets nobody add to the customer until this transaction ends. */
    void lock(PartnerId partnerId, CustomerId customerId) {
        jdbc.sql("""
                select customer_id from customers.customer
                 where partner_id = :partnerId and customer_id = :customerId
                   for update
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    void delete(PartnerId partnerId, CustomerId customerId) {
        jdbc.sql("delete from customers.customer where partner_id = :partnerId and customer_id = :customerId")
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .update();
    }

    private static Customer customer(ResultSet row) throws SQLException {
        var company = JSON.readValue(row.getString("company_profile"), CompanyDocument.class);
        var billing = JSON.readValue(row.getString("billing_profile"), BillingDocument.class);
        return new Customer(
                new PartnerId(row.getObject("partner_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getObject("commerce_id", UUID.class),
                Cloud.valueOf(row.getString("cloud")),
                company.toProfile(row.getString("company_name"), row.getString("domain")),
                billing.toProfile(
                        row.getObject("billing_id", UUID.class), row.getString("name"), row.getLong("billing_version")),
                RelationshipKind.valueOf(row.getString("relationship")),
                partner(row, "reseller_id"),
                partner(row, "provider_id"),
                row.getBoolean("delegated_administration"),
                AddressStanding.valueOf(row.getString("address_standing")),
                Optional.ofNullable(row.getString("entity_kind")).map(GovernmentEntityKind::valueOf),
                AgreementState.valueOf(row.getString("agreement")),
                List.of(),
                tags(row),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }

    private static List<Tag> tags(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("tags").getArray())
                .map(Tag::new)
                .toList();
    }

    private static CompanyDocument document(CompanyProfile profile) {
        return new CompanyDocument(
                profile.address(),
                profile.email().value(),
                profile.phone().map(PhoneNumber::value).orElse(null),
                profile.registrationId().map(RegistrationId::value).orElse(null));
    }

    private static BillingDocument document(BillingProfile profile) {
        return new BillingDocument(
                profile.address(),
                profile.contact().firstName(),
                profile.contact().lastName(),
                profile.contact().email().value(),
                profile.phone().map(PhoneNumber::value).orElse(null),
                profile.culture().tag(),
                profile.language());
    }

    private static Optional<PartnerId> partner(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(PartnerId::new);
    }

    private static @Nullable UUID id(Optional<PartnerId> partnerId) {
        return partnerId.map(PartnerId::value).orElse(null);
    }

    private static String firstTag(List<Tag> tags) {
        return tags.isEmpty() ? NO_TAG : tags.getFirst().value();
    }
}
