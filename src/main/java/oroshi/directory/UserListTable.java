package oroshi.directory;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.TenantId;
import oroshi.rest.PageRequest;

/** SQL over {@code directory.user_account} that finds people, a page at a time. */
@Component
class UserListTable {
    private static final String PRESENT = "a.deleted_at is null";
    private static final String DELETED = "a.deleted_at > :deletedAfter";

    private final JdbcClient jdbc;

    UserListTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UserPage page(TenantId tenantId, UserSearch search, UserPageRequest page) {
        var read = list(tenantId, search, page);
        var more = read.size() > page.size();
        var kept = more ? read.subList(0, page.size()) : read;
        var rows = page.backwards() ? kept.reversed() : kept;
        if (rows.isEmpty()) {
            return UserPage.EMPTY;
        }
        var elsewhere = page.from().isPresent();
        return new UserPage(
                rows.stream().map(PlacedUser::user).toList(),
                Optional.of(rows.getFirst().position()).filter(place -> page.backwards() ? more : elsewhere),
                Optional.of(rows.getLast().position()).filter(place -> page.backwards() ? elsewhere : more));
    }

    private List<PlacedUser> list(TenantId tenantId, UserSearch search, UserPageRequest page) {
        var place = place(search.sort());
        var descending = search.descending() != page.backwards();
        var parameters = parameters(tenantId, search, page);
        return jdbc.sql("""
                select %4$s, %1$s as place
                from directory.user_account a
                where a.tenant_id = :tenantId and %5$s
                    and position(:text in lower(normalize(a.shown_name || ' ' || a.sign_in_name, nfkc))) > 0
                    %2$s
                order by %1$s %3$s, a.user_id %3$s
                limit :limit
                """.formatted(
                                place,
                                page.from().isPresent() ? behind(place, descending) : "",
                                descending ? "desc" : "",
                                UserTable.COLUMNS,
                                presence(search.deletedAfter())))
                .params(parameters)
                .query((row, number) -> new PlacedUser(UserTable.user(row, number), row.getString("place")))
                .list();
    }

    private static Map<String, Object> parameters(TenantId tenantId, UserSearch search, UserPageRequest page) {
        var parameters = new HashMap<String, Object>();
        parameters.put("tenantId", tenantId.value());
        parameters.put("text", search.text());
        search.deletedAfter().ifPresent(moment -> parameters.put("deletedAfter", moment.atOffset(ZoneOffset.UTC)));
        parameters.put("limit", page.size() + 1);
        page.from().ifPresent(position -> {
            parameters.put("fromValue", position.value());
            parameters.put("fromId", position.id());
        });
        return parameters;
    }

    /** How many people of the tenant were deleted after the moment. */
    int countDeleted(TenantId tenantId, Instant after) {
        return jdbc.sql("""
                select count(*) from directory.user_account
                where tenant_id = :tenantId and deleted_at > :after
                """)
                .param("tenantId", tenantId.value())
                .param("after", after.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** A page of the API's list: those who are there, those who were deleted after the moment, or both. */
    List<PlacedUser> read(
            TenantId tenantId, boolean present, Optional<Instant> deletedAfter, UserSort sort, PageRequest page) {
        var parameters = parameters(tenantId, page);
        deletedAfter.ifPresent(moment -> parameters.put("deletedAfter", moment.atOffset(ZoneOffset.UTC)));
        var there = present ? PRESENT : "false";
        var wanted = deletedAfter.isPresent() ? "(%s or %s)".formatted(there, DELETED) : there;
        return read(place(sort), wanted, page, parameters);
    }

    /** A page of those who hold the role, by sign-in name. */
    List<PlacedUser> readHolders(TenantId tenantId, DirectoryRole role, PageRequest page) {
        var parameters = parameters(tenantId, page);
        parameters.put("role", role.key());
        return read(place(UserSort.SIGN_IN_NAME), PRESENT + """
                 and exists (select from directory.user_role held
                             where held.tenant_id = a.tenant_id and held.user_id = a.user_id and held.role = :role)
                """, page, parameters);
    }

    private List<PlacedUser> read(String place, String wanted, PageRequest page, Map<String, Object> parameters) {
        var descending = page.descending() != page.backwards();
        return jdbc.sql("""
                select %1$s, %2$s as place
                from directory.user_account a
                where a.tenant_id = :tenantId and %3$s
                    %4$s
                order by %2$s %5$s, a.user_id %5$s
                limit %6$s
                """.formatted(
                                UserTable.COLUMNS,
                                place,
                                wanted,
                                page.key().isEmpty() ? "" : behind(place, descending),
                                descending ? "desc" : "",
                                page.size() + 1)) // in the text, so that the plan is kept
                .params(parameters)
                .query((row, number) -> new PlacedUser(UserTable.user(row, number), row.getString("place")))
                .list();
    }

    private static Map<String, Object> parameters(TenantId tenantId, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        parameters.put("tenantId", tenantId.value());
        if (!page.key().isEmpty()) {
            parameters.put("fromValue", page.key().getFirst());
            parameters.put("fromId", UUID.fromString(page.key().getLast()));
        }
        return parameters;
    }

    private static String presence(Optional<Instant> deletedAfter) {
        return deletedAfter.isPresent() ? DELETED : PRESENT;
    }

    private static String behind(String place, boolean descending) {
        return "and (%s, a.user_id) %s (:fromValue, :fromId)".formatted(place, descending ? "<" : ">");
    }

    private static String place(UserSort sort) {
        return switch (sort) {
            case NAME -> "a.shown_name collate \"und-x-icu\"";
            case SIGN_IN_NAME -> "a.sign_in_name collate \"C\"";
            case GIVEN_NAME -> "a.given_name collate \"und-x-icu\"";
            case FAMILY_NAME -> "a.family_name collate \"und-x-icu\"";
        };
    }
}
