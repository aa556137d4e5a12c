package oroshi.customers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.Typed;
import oroshi.customers.CustomerListTable.Window;
import oroshi.customers.ListOrder.Placed;
import oroshi.directory.Directory;
import oroshi.rest.PageRequest;
import oroshi.rest.PageRequest.Seek;
import oroshi.rest.Slice;

/** Finds the cheapest way to a page of the customer list. */
@Component
class CustomerLists {
    private static final Pattern BEGINNING_OF_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f-]{0,27})?");

    private final CustomerListTable table;
    private final ClosestFirst closestFirst;
    private final Containing containing;
    private final Directory directory;

    CustomerLists(CustomerListTable table, ClosestFirst closestFirst, Containing containing, Directory directory) {
        this.table = table;
        this.closestFirst = closestFirst;
        this.containing = containing;
        this.directory = directory;
    }

    CustomerPage page(PartnerId partnerId, CustomerSearch search, CustomerPageRequest page) {
        var read = search.text()
                .map(Typed::folded)
                .map(this::withoutSuffix)
                .map(folded -> containing(partnerId, search, folded, page))
                .orElseGet(() -> table.list(partnerId, search, Narrowing.NONE, window(search, page)));
        return cut(read, page);
    }

    /** One page of the API's list; before the first page there is the first page. */
    Slice<Placed> slice(PartnerId partnerId, PageRequest page) {
        var found = read(partnerId, page);
        return found.items().isEmpty() && page.seek() == Seek.BEFORE ? read(partnerId, page.toFirst()) : found;
    }

    private Slice<Placed> read(PartnerId partnerId, PageRequest page) {
        var from = page.key().isEmpty()
                ? Optional.<CustomerPosition>empty()
                : Optional.of(new CustomerPosition(
                        page.key().getFirst(), UUID.fromString(page.key().getLast())));
        var window = new Window(ListOrder.ofApi(page.backwards()), from, page.size() + 1);
        return Slice.cut(page, table.list(partnerId, ApiCondition.of(page.filter()), window));
    }

    private List<Placed> containing(
            PartnerId partnerId, CustomerSearch search, String folded, CustomerPageRequest page) {
        var window = window(search, page);
        var ofIds = ids(folded).filter(narrowing -> table.exists(partnerId, narrowing));
        if (ofIds.isPresent()) {
            return table.list(partnerId, search, ofIds.get(), window);
        }
        return search.sort() == CustomerSort.CLOSEST
                ? closestFirst.list(partnerId, search, folded, page)
                : table.list(partnerId, search, containing.narrowing(partnerId, folded), window);
    }

    /** The customers whose id begins with the text, when it looks like the beginning of one. */
    private static Optional<Narrowing> ids(String folded) {
        return Optional.of(folded)
                .filter(text -> BEGINNING_OF_ID.matcher(text).matches())
                .map(text -> Narrowing.between(bound(text, '0'), bound(text, 'f')));
    }

    private static Window window(CustomerSearch search, CustomerPageRequest page) {
        return new Window(ListOrder.of(search, page.backwards()), page.from(), page.size() + 1);
    }

    private static UUID bound(String beginning, char filler) {
        var digits = beginning.replace("-", "");
        var whole = (digits + String.valueOf(filler).repeat(32)).substring(0, 32);
        return UUID.fromString(whole.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    /** A search knows domains by what their founders chose; who pastes a whole domain means the same. */
    private String withoutSuffix(String folded) {
        for (var cloud : Cloud.values()) {
            var suffix = "." + directory.suffix(cloud);
            if (folded.endsWith(suffix)) {
                return folded.substring(0, folded.length() - suffix.length());
            }
        }
        return folded;
    }

    private static CustomerPage cut(List<Placed> read, CustomerPageRequest page) {
        var more = read.size() > page.size();
        var kept = more ? read.subList(0, page.size()) : read;
        var rows = page.backwards() ? kept.reversed() : kept;
        if (rows.isEmpty()) {
            return new CustomerPage(List.of(), Optional.empty(), Optional.empty());
        }
        var after = page.backwards() ? page.from().isPresent() : more;
        var before = page.backwards() ? more : page.from().isPresent();
        return new CustomerPage(
                rows.stream().map(Placed::row).toList(),
                Optional.of(rows.getLast().position()).filter(position -> after),
                Optional.of(rows.getFirst().position()).filter(position -> before));
    }
}
