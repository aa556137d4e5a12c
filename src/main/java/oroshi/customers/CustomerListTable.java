package oroshi.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.customers.ListOrder.Conditions;
import oroshi.customers.ListOrder.Placed;

/** All SQL over {@code customers.customer} that reads many customers. */
@Component
class CustomerListTable {
    private static final String COLUMNS = "customer_id, name, domain, relationship, reseller_id, provider_id";

    private final JdbcClient jdbc;

    CustomerListTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows that meet the search's filters and conditions, in order, from a position on. */
    List<Placed> list(PartnerId partnerId, CustomerSearch search, Narrowing narrowing, Window window) {
        var parameters = ListOrder.parameters(partnerId.value(), window.limit());
        var where = new Conditions(parameters);
        where.add(window.order().behind(window.from(), parameters));
        filters(search, where);
        where.add("customer_id = any(:candidates)", "candidates", narrowing.candidates());
        where.add("position(:folded in search_text) > 0", "folded", narrowing.folded());
        return rows(where, parameters, window.order());
    }

    /** Rows that meet the condition of an API filter. */
    List<Placed> list(PartnerId partnerId, ApiCondition condition, Window window) {
        var parameters = ListOrder.parameters(partnerId.value(), window.limit());
        var where = new Conditions(parameters);
        where.add(window.order().behind(window.from(), parameters));
        where.add(condition.sql());
        parameters.putAll(condition.parameters());
        return rows(where, parameters, window.order());
    }

    /**
     * Looks for the folded text in the next so many customers by name, in the index alone, and stops as soon as the
     * limit is reached: the cheap way to what occurs often.
     */
    List<Placed> walk(PartnerId partnerId, String folded, int steps, Window window) {
        var parameters = ListOrder.parameters(partnerId.value(), window.limit());
        parameters.put("folded", folded);
        parameters.put("steps", steps);
        var where = new Conditions(parameters);
        where.add(window.order().behind(window.from(), parameters));
        var found = jdbc.sql("""
                select customer_id
                  from (select customer_id, search_text from customers.customer
                        %s
                        %s
                        limit :steps) as walked
                 where position(:folded in search_text) > 0
                 limit :limit
                """.formatted(where.sql(), window.order().sql()))
                .params(parameters)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        return found.size() < window.limit() ? List.of() : byIds(partnerId, found, window.order());
    }

    /** How many customers the partner has whose original row is its own. */
    int count(PartnerId partnerId) {
        return jdbc.sql("select count(*) from customers.customer where partner_id = :partnerId and provider_id is null")
                .param("partnerId", partnerId.value())
                .query(Integer.class)
                .single();
    }

    /** Ids of customers whose name or domain contains the folded text, at most so many and in no order. */
    List<UUID> findContaining(String folded, int most) {
        return jdbc.sql("select customers.find_containing(:folded, :most)")
                .param("folded", folded)
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Ids between two, at most so many. */
    List<UUID> findIds(PartnerId partnerId, UUID lowest, UUID highest, int most) {
        return jdbc.sql("""
                select customer_id from customers.customer
                 where partner_id = :partnerId and customer_id between :lowest and :highest
                 limit :most
                """)
                .param("partnerId", partnerId.value())
                .param("lowest", lowest)
                .param("highest", highest)
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    CustomerCounts counts(PartnerId partnerId) {
        return jdbc.sql("""
                select count(*) as customers,
                       count(*) filter (where agreement = 'MISSING') as without_agreement,
                       count(*) filter (where agreement = 'AWAITING_CUSTOMER') as awaiting
                  from customers.customer
                 where partner_id = :partnerId
                """)
                .param("partnerId", partnerId.value())
                .query((row, number) -> new CustomerCounts(
                        row.getLong("customers"), row.getLong("without_agreement"), row.getLong("awaiting")))
                .single();
    }

    Optional<CustomerRow> findDuplicate(PartnerId partnerId, String duplicateKey, String country) {
        return jdbc.sql("""
                select customer_id, name, domain, relationship, reseller_id, provider_id
                  from customers.customer
                 where partner_id = :partnerId and duplicate_key = :duplicateKey and country = :country
                 order by customer_id
                 limit 1
                """)
                .param("partnerId", partnerId.value())
                .param("duplicateKey", duplicateKey)
                .param("country", country)
                .query((row, number) -> customerRow(row))
                .optional();
    }

    private List<Placed> byIds(PartnerId partnerId, List<UUID> ids, ListOrder order) {
        var parameters = ListOrder.parameters(partnerId.value(), ids.size());
        var where = new Conditions(parameters);
        where.add("customer_id = any(:ids)", "ids", Optional.of(ids.toArray(UUID[]::new)));
        return rows(where, parameters, order);
    }

    private List<Placed> rows(Conditions where, Map<String, Object> parameters, ListOrder order) {
        return jdbc.sql("""
                select %s, %s as place
                  from customers.customer
                 %s
                 %s
                 limit :limit
                """.formatted(COLUMNS, order.selected(), where.sql(), order.sql()))
                .params(parameters)
                .query((row, number) -> new Placed(customerRow(row), row.getString("place")))
                .list();
    }

    private static void filters(CustomerSearch search, Conditions where) {
        where.add("reseller_id = :resellerId", "resellerId", search.reseller().map(PartnerId::value));
        where.add(
                "relationship = :relationship",
                "relationship",
                search.relationship().map(Enum::name));
        where.add("agreement = :agreement", "agreement", search.agreement().map(Enum::name));
        where.add("""
                exists (select from customers.tag
                         where tag.partner_id = customer.partner_id and tag.customer_id = customer.customer_id
                           and tag.tag = :tag)""", "tag", search.tag().map(Tag::value));
        where.add("""
                exists (select from customers.qualification held
                         where held.partner_id = customer.partner_id and held.customer_id = customer.customer_id
                           and held.qualification = :qualification)""", "qualification", search.qualification().map(Enum::name));
    }

    private static CustomerRow customerRow(ResultSet row) throws SQLException {
        return new CustomerRow(
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("name"),
                row.getString("domain"),
                RelationshipKind.valueOf(row.getString("relationship")),
                Optional.ofNullable(row.getObject("reseller_id", UUID.class)).map(PartnerId::new),
                Optional.ofNullable(row.getObject("provider_id", UUID.class)).map(PartnerId::new),
                List.of());
    }

    /** Which part of an ordered list is read. */
    record Window(ListOrder order, Optional<CustomerPosition> from, int limit) {}

    /** What a search text leaves to look at: certain customers, or all whose text contains it. */
    record Narrowing(Optional<UUID[]> candidates, Optional<String> folded) {
        static final Narrowing NONE = new Narrowing(Optional.empty(), Optional.empty());
    }
}
