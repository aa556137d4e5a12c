package oroshi.portal.customers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oroshi.administration.UserLicense;
import oroshi.basics.Ids;
import oroshi.basics.UserId;
import oroshi.directory.UserPage;
import oroshi.directory.UserPageRequest;
import oroshi.directory.UserPosition;
import oroshi.directory.UserSearch;
import oroshi.directory.UserSort;
import oroshi.portal.Form;
import oroshi.portal.Link;
import oroshi.portal.Paging;
import oroshi.portal.Sorting;

/** What the address of a customer's list of users asks for. A word that means nothing narrows nothing. */
record CustomerUserListing(Form form, Sorting sorting, Link here) {
    private static final int PAGE = 50;
    private static final Map<String, UserSort> COLUMNS = Map.of("name", UserSort.NAME, "signIn", UserSort.SIGN_IN_NAME);

    static CustomerUserListing of(Form form, String path) {
        var word = form.value("sort");
        var sorting = Sorting.of(word.isEmpty() ? null : word, Set.copyOf(COLUMNS.keySet()), Sorting.by("name"));
        var here = Link.to(path).with("q", form.value("q")).with("sort", word);
        return new CustomerUserListing(form, sorting, here);
    }

    UserSearch search() {
        var sort = COLUMNS.getOrDefault(sorting.column(), UserSort.NAME);
        return new UserSearch(form.value("q").replace("\0", ""), sort, sorting.descending(), Optional.empty());
    }

    UserPageRequest portion() {
        return position("before")
                .map(position -> UserPageRequest.before(position, PAGE))
                .or(() -> position("after").map(position -> UserPageRequest.after(position, PAGE)))
                .orElse(UserPageRequest.first(PAGE));
    }

    private Paging paging(UserPage found) {
        var previous = found.previous().map(position -> here.with("before", word(position)));
        var next = found.next().map(position -> here.with("after", word(position)));
        return Paging.of(previous.map(any -> here).orElse(null), previous.orElse(null), next.orElse(null));
    }

    /** What the page shows of what was found. */
    CustomerUserList list(UserPage found, Map<UserId, List<UserLicense>> licenses, int deleted) {
        var narrowed = !form.value("q").isBlank();
        return new CustomerUserList(found.users(), licenses, deleted, sorting, here, paging(found), narrowed);
    }

    private Optional<UserPosition> position(String name) {
        var parts = form.value(name).split("~", 2);
        return parts.length < 2
                ? Optional.empty()
                : Ids.parse(parts[0].toLowerCase(Locale.ROOT))
                        .map(id -> new UserPosition(parts[1].replace("\0", ""), id));
    }

    private static String word(UserPosition position) {
        return position.id() + "~" + position.value();
    }
}
