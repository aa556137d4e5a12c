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
        var parameters = ListOrder.parameters(partnerId.value());
        var where = new Conditions(parameters);
        where.add(window.order().behind(window.from(), parameters));
        filters(search, where);
        where.add(narrowing);
        return rows(where, parameters, window.order(), "limit " + window.limit());
    }

    /** Rows that meet the condition of an API filter. */
    List<Placed> list(PartnerId partnerId, ApiCondition condition, Window window) {
        var parameters = ListOrder.parameters(partnerId.value());
        var where = new Conditions(parameters);
        where.add(window.order().behind(window.from(), parameters));
        where.add(condition.sql());
        parameters.putAll(condition.parameters());
        return rows(where, parameters, window.order(), "limit " + window.limit());
    }

    /**
     * Looks at the next so many customers by id, in the index alone, and stops as soon as the limit is reached: the cheap
     * way to what occurs often.
     */
    List<UUID> walk(PartnerId partnerId, Narrowing narrowing, int steps, Window window) {
        var parameters = ListOrder.parameters(partnerId.value());
        parameters.put("steps", steps);
        parameters.put("limit", window.limit());
        parameters.putAll(narrowing.parameters());
        var where = new Conditions(parameters);
        where.add(window.order().behind(window.from(), parameters));
        return jdbc.sql("""
                select customer_id
                  from (select customer_id, search_text from customers.customer
                        %s
                        %s
                        limit :steps) as walked
                 where %s
                 limit :limit
                """.formatted(where.sql(), window.order().sql(), narrowing.condition()))
                .params(parameters)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /**
     * The next customers by id that contain the folded text and don't begin with it, by the index of pieces; empty when
     * more than so many contain the text.
     */
    Optional<List<UUID>> findFew(PartnerId partnerId, String folded, int most, Window window) {
        var parameters = ListOrder.parameters(partnerId.value());
        parameters.put("most", most);
        parameters.put("limit", window.limit());
        var where = new Conditions(parameters);
        where.add(window.order().behind(window.from(), parameters));
        where.add(Closeness.CONTAINS.narrowing(folded));
        var found = jdbc.sql("""
                with found as materialized (
                    select partner_id, customer_id, search_text
                      from customers.find_containing(
                          :folded, customers.telling_pieces(:partnerId, :folded), :most + 1))
                select page.customer_id, counted.number <= :most as few
                  from (select count(*) as number from found) counted
                  left join lateral (
                       select customer_id from found
                       %s
                       %s
                       limit :limit) page on counted.number <= :most
                """.formatted(where.sql(), window.order().sql()))
                .params(parameters)
                .query((row, number) ->
                        new Found(Optional.ofNullable(row.getObject("customer_id", UUID.class)), row.getBoolean("few")))
                .list();
        return found.getFirst().few()
                ? Optional.of(found.stream().flatMap(each -> each.id().stream()).toList())
                : Optional.empty();
    }

    /** The customers of these ids, in order. */
    List<Placed> byIds(PartnerId partnerId, List<UUID> ids, ListOrder order) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var parameters = ListOrder.parameters(partnerId.value());
        var where = new Conditions(parameters);
        where.add(Narrowing.among(ids));
        return rows(where, parameters, order, "");
    }

    /** How many customers the partner has whose original row is its own. */
    int count(PartnerId partnerId) {
        return jdbc.sql("select count(*) from customers.customer where partner_id = :partnerId and provider_id is null")
                .param("partnerId", partnerId.value())
                .query(Integer.class)
                .single();
    }

    /** Ids of customers whose name or domain contains the folded text, at most so many and in no order. */
    List<UUID> findContaining(PartnerId partnerId, String folded, int most) {
        return jdbc.sql("""
                select customer_id
                  from customers.find_containing(:folded, customers.telling_pieces(:partnerId, :folded), :most)
                 where partner_id = :partnerId
                """)
                .param("partnerId", partnerId.value())
                .param("folded", folded)
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Whether the partner has a customer that the condition holds for. */
    boolean exists(PartnerId partnerId, Narrowing narrowing) {
        var parameters = ListOrder.parameters(partnerId.value());
        var where = new Conditions(parameters);
        where.add(narrowing);
        return jdbc.sql("select exists (select from customers.customer %s)".formatted(where.sql()))
                .params(parameters)
                .query(Boolean.class)
                .single();
    }

    CustomerCounts counts(PartnerId partnerId) {
        return jdbc.sql("""
                select (select count(*) from (
                           select from customers.customer where partner_id = :partnerId limit :more) all_of_them
                       ) as customers,
                       (select count(*) from (
                           select from customers.customer
                            where partner_id = :partnerId and agreement = 'MISSING' limit :more) missing
                       ) as without_agreement,
                       (select count(*) from (
                           select from customers.customer
                            where partner_id = :partnerId and agreement = 'AWAITING_CUSTOMER' limit :more) asked
                       ) as awaiting
                """)
                .param("partnerId", partnerId.value())
                .param("more", CustomerCounts.MOST + 1)
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

    /**
     * How many rows are wanted stands in the text of the limit: behind a parameter the database assumes a tenth of the
     * table, finds every kept plan dearer than a new one, and so plans each call anew, which costs more than its rows.
     */
    private List<Placed> rows(Conditions where, Map<String, Object> parameters, ListOrder order, String limit) {
        return jdbc.sql("""
                select %s, %s as place
                  from customers.customer
                 %s
                 %s
                 %s
                """.formatted(COLUMNS, order.selected(), where.sql(), order.sql(), limit))
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

    private record Found(Optional<UUID> id, boolean few) {}
}
