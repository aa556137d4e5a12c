package oroshi.customers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** All SQL over {@code customers.tag}. */
@Component
class TagTable {
    private final JdbcClient jdbc;

    TagTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PartnerId partnerId, CustomerId customerId, Collection<Tag> tags) {
        if (tags.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into customers.tag (partner_id, customer_id, tag)
                select :partnerId, :customerId, unnest(:tags::text[])
                on conflict do nothing
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("tags", tags.stream().map(Tag::value).toArray(String[]::new))
                .update();
    }

    void deleteAll(PartnerId partnerId, CustomerId customerId) {
        jdbc.sql("delete from customers.tag where partner_id = :partnerId and customer_id = :customerId")
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .update();
    }

    List<Tag> list(PartnerId partnerId, CustomerId customerId) {
        return byCustomer(partnerId, List.of(customerId)).getOrDefault(customerId, List.of());
    }

    /** The tags of several customers, in order. */
    Map<CustomerId, List<Tag>> byCustomer(PartnerId partnerId, Collection<CustomerId> customerIds) {
        return jdbc
                .sql("""
                select customer_id, tag from customers.tag
                 where partner_id = :partnerId and customer_id = any(:customerIds)
                 order by customer_id, tag
                """)
                .param("partnerId", partnerId.value())
                .param(
                        "customerIds",
                        customerIds.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        new CustomerId(row.getObject("customer_id", UUID.class)), new Tag(row.getString("tag"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** Puts another tag on every customer that carries the one. */
    void copy(PartnerId partnerId, Tag tag, Tag other) {
        jdbc.sql("""
                insert into customers.tag (partner_id, customer_id, tag)
                select partner_id, customer_id, :other from customers.tag
                 where partner_id = :partnerId and tag = :tag
                on conflict do nothing
                """)
                .param("partnerId", partnerId.value())
                .param("tag", tag.value())
                .param("other", other.value())
                .update();
    }

    void delete(PartnerId partnerId, Tag tag) {
        jdbc.sql("delete from customers.tag where partner_id = :partnerId and tag = :tag")
                .param("partnerId", partnerId.value())
                .param("tag", tag.value())
                .update();
    }

    long count(PartnerId partnerId, Tag tag) {
        return jdbc.sql("select count(*) from customers.tag where partner_id = :partnerId and tag = :tag")
                .param("partnerId", partnerId.value())
                .param("tag", tag.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** All tags in use with the number of customers that carry them, in order. */
    List<TagUse> uses(PartnerId partnerId) {
        return jdbc.sql("""
                select tag, count(*) as customers from customers.tag
                 where partner_id = :partnerId
                 group by tag
                 order by tag
                """)
                .param("partnerId", partnerId.value())
                .query((row, number) -> new TagUse(new Tag(row.getString("tag")), row.getLong("customers")))
                .list();
    }

    /** All tags in use, in order; found by leaps through the index, not by reading every customer. */
    List<Tag> used(PartnerId partnerId) {
        return jdbc.sql("""
                with recursive used (tag) as (
                    (select tag from customers.tag where partner_id = :partnerId order by tag limit 1)
                    union all
                    select (select next.tag from customers.tag next
                             where next.partner_id = :partnerId and next.tag > used.tag
                             order by next.tag limit 1)
                      from used where used.tag is not null)
                select tag from used where tag is not null
                """)
                .param("partnerId", partnerId.value())
                .query((row, number) -> new Tag(row.getString("tag")))
                .list();
    }
}
