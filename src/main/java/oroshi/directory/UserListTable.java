package oroshi.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.TenantId;

/** SQL over {@code directory.user_account} that finds people, a page at a time. */
@Component
class UserListTable {
    private static final String NAME = """
            (case when split_part(a.culture, '-', 1) = any(:familyNameFirst)
                  then a.family_name || ' ' || a.given_name
                  else a.given_name || ' ' || a.family_name end)""";
    private static final String[] FAMILY_NAME_FIRST = PersonNames.FAMILY_NAME_FIRST.toArray(String[]::new);

    private final JdbcClient jdbc;

    UserListTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person with the place in the order. */
    record Placed(DirectoryUser user, String value) {
        UserPosition position() {
            return new UserPosition(value, user.id().value());
        }
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
                rows.stream().map(Placed::user).toList(),
                Optional.of(rows.getFirst().position()).filter(place -> page.backwards() ? more : elsewhere),
                Optional.of(rows.getLast().position()).filter(place -> page.backwards() ? elsewhere : more));
    }

    private List<Placed> list(TenantId tenantId, UserSearch search, UserPageRequest page) {
        var place = place(search.sort());
        var descending = search.descending() != page.backwards();
        var parameters = parameters(tenantId, search, page);
        return jdbc.sql("""
                select a.tenant_id, a.user_id, a.sign_in_name, a.given_name, a.family_name, a.culture,
                    a.must_change_password, a.totp_confirmed_at is not null as second_factor, a.sessions_from,
                    a.created_at,
                    array(select r.role from directory.user_role r
                          where r.tenant_id = a.tenant_id and r.user_id = a.user_id) as roles,
                    %1$s as place
                from directory.user_account a
                where a.tenant_id = :tenantId
                    and position(:text in lower(normalize(%2$s || ' ' || a.sign_in_name, nfkc))) > 0
                    %3$s
                order by %1$s %4$s, a.user_id %4$s
                limit :limit
                """.formatted(
                                place,
                                NAME,
                                page.from().isPresent() ? behind(place, descending) : "",
                                descending ? "desc" : ""))
                .params(parameters)
                .query((row, number) -> new Placed(UserTable.user(row, number), row.getString("place")))
                .list();
    }

    private static Map<String, Object> parameters(TenantId tenantId, UserSearch search, UserPageRequest page) {
        var parameters = new HashMap<String, Object>();
        parameters.put("tenantId", tenantId.value());
        parameters.put("familyNameFirst", FAMILY_NAME_FIRST);
        parameters.put("text", search.text());
        parameters.put("limit", page.size() + 1);
        page.from().ifPresent(position -> {
            parameters.put("fromValue", position.value());
            parameters.put("fromId", position.id());
        });
        return parameters;
    }

    private static String behind(String place, boolean descending) {
        return "and (%s, a.user_id) %s (:fromValue, :fromId)".formatted(place, descending ? "<" : ">");
    }

    private static String place(UserSort sort) {
        return switch (sort) {
            case NAME -> NAME + " collate \"und-x-icu\"";
            case SIGN_IN_NAME -> "a.sign_in_name collate \"C\"";
        };
    }
}
