package oroshi.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code customers.customer} that reads or changes one customer. */
@Component
class CustomerTable {
    /** Sorts after every tag. */
    private static final String NO_TAG = "\uDBFF\uDFFF";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    CustomerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a row of the customer, the partner's own or its reseller's; false when the partner has the customer. */
    boolean insert(Customer customer) {
        return jdbc.sql("""
                insert into customers.customer (
                    partner_id, customer_id, commerce_id, provider_id, reseller_id, cloud, domain, name, company_name,
                    country, duplicate_key, company_profile, billing_id, billing_version, billing_profile,
                    relationship, agreement, delegated_administration, address_verified, self_purchase, entity_kind,
                    first_tag, added_at)
                values (
                    :partnerId, :customerId, :commerceId, :providerId, :resellerId, :cloud, :domain, :name,
                    :companyName, :country, :duplicateKey, :companyProfile::jsonb, :billingId, :billingVersion,
                    :billingProfile::jsonb, :relationship, :agreement, :delegatedAdministration, :addressVerified,
                    :selfPurchase, :entityKind, :firstTag, :addedAt)
                on conflict (partner_id, customer_id) do nothing
                """)
                        .param("partnerId", customer.partnerId().value())
                        .param("customerId", customer.id().value())
                        .param("commerceId", customer.commerceId())
                        .param("providerId", id(customer.provider()))
                        .param("resellerId", id(customer.reseller()))
                        .param("cloud", customer.cloud().name())
                        .param("domain", customer.domain())
                        .param("name", customer.name())
                        .param("companyName", customer.company().name().value())
                        .param("country", customer.country())
                        .param("duplicateKey", customer.billing().companyName().duplicateKey())
                        .param("companyProfile", JSON.writeValueAsString(document(customer.company())))
                        .param("billingId", customer.billing().id())
                        .param("billingVersion", customer.billing().version())
                        .param("billingProfile", JSON.writeValueAsString(document(customer.billing())))
                        .param("relationship", customer.relationship().name())
                        .param("agreement", customer.agreement().name())
                        .param("delegatedAdministration", customer.delegatedAdministration())
                        .param("addressVerified", customer.addressVerified())
                        .param("selfPurchase", customer.selfPurchase())
                        .param(
                                "entityKind",
                                customer.entityKind()
                                        .map(GovernmentEntityKind::name)
                                        .orElse(null))
                        .param("firstTag", firstTag(customer.tags()))
                        .param("addedAt", customer.addedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The customer without tags and qualifications, which have tables of their own. */
    Optional<Customer> find(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql("""
                select partner_id, customer_id, commerce_id, provider_id, reseller_id, cloud, domain, name, company_name,
                       company_profile, billing_id, billing_version, billing_profile, relationship, agreement,
                       delegated_administration, address_verified, self_purchase, entity_kind, added_at
                  from customers.customer
                 where partner_id = :partnerId and customer_id = :customerId
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query((row, number) -> customer(row))
                .optional();
    }

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

    void updateSelfPurchase(PartnerId partnerId, CustomerId customerId, boolean allowed) {
        jdbc.sql("""
                update customers.customer set self_purchase = :allowed
                 where partner_id = :partnerId and customer_id = :customerId
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("allowed", allowed)
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
                row.getBoolean("address_verified"),
                row.getBoolean("self_purchase"),
                Optional.ofNullable(row.getString("entity_kind")).map(GovernmentEntityKind::valueOf),
                AgreementState.valueOf(row.getString("agreement")),
                List.of(),
                List.of(),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
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
