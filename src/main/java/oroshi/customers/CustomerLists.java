package oroshi.customers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.Typed;
import oroshi.customers.CustomerListTable.Narrowing;
import oroshi.customers.CustomerListTable.Window;
import oroshi.customers.ListOrder.Placed;
import oroshi.directory.Directory;
import oroshi.rest.PageRequest;
import oroshi.rest.Slice;

/**
 * Finds the way to a page of the customer list that costs as little with a million customers as with ten thousand.
 *
 * <p>A text that occurs often is met soon by walking the list in its order. One that occurs seldom is found by the index
 * of its pieces, and its few customers are sorted. Only what is neither, or too short for the index, walks on.
 */
@Component
class CustomerLists {
    private static final int STEPS = 2_000;
    private static final int FEW = 3_000;
    private static final int PIECE = 3;
    private static final Pattern BEGINNING_OF_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f-]{0,27})?");

    private final CustomerListTable table;
    private final Directory directory;

    CustomerLists(CustomerListTable table, Directory directory) {
        this.table = table;
        this.directory = directory;
    }

    CustomerPage page(PartnerId partnerId, CustomerSearch search, CustomerPageRequest page) {
        var window = new Window(ListOrder.of(search, page.backwards()), page.from(), page.size() + 1);
        var read = search.text()
                .map(Typed::folded)
                .map(this::withoutSuffix)
                .map(folded -> containing(partnerId, search, folded, window))
                .orElseGet(() -> table.list(partnerId, search, Narrowing.NONE, window));
        return cut(read, page);
    }

    /** One page of the API's list. */
    Slice<Placed> slice(PartnerId partnerId, PageRequest page) {
        var from = page.key().isEmpty()
                ? Optional.<CustomerPosition>empty()
                : Optional.of(new CustomerPosition(
                        page.key().getFirst(), UUID.fromString(page.key().getLast())));
        var window = new Window(ListOrder.ofApi(page.backwards()), from, page.size() + 1);
        return Slice.cut(page, table.list(partnerId, ApiCondition.of(page.filter()), window));
    }

    private List<Placed> containing(PartnerId partnerId, CustomerSearch search, String folded, Window window) {
        if (isPlainByName(search)) {
            var walked = table.walk(partnerId, folded, STEPS, window);
            if (!walked.isEmpty()) {
                return walked;
            }
        }
        var candidates = candidates(partnerId, folded);
        var narrowing = candidates
                .map(few -> new Narrowing(Optional.of(few.toArray(UUID[]::new)), Optional.empty()))
                .orElse(new Narrowing(Optional.empty(), Optional.of(folded)));
        return table.list(partnerId, search, narrowing, window);
    }

    /** The customers that the text may mean, when the index knows them and they are few. */
    private Optional<List<UUID>> candidates(PartnerId partnerId, String folded) {
        if (BEGINNING_OF_ID.matcher(folded).matches()) {
            return Optional.of(table.findIds(partnerId, bound(folded, '0'), bound(folded, 'f'), FEW))
                    .filter(ids -> !ids.isEmpty())
                    .or(() -> contained(folded));
        }
        return contained(folded);
    }

    private Optional<List<UUID>> contained(String folded) {
        if (!hasPieces(folded)) {
            return Optional.empty();
        }
        return Optional.of(table.findContaining(folded, FEW + 1)).filter(ids -> ids.size() <= FEW);
    }

    private static boolean hasPieces(String folded) {
        return folded.length() >= PIECE || folded.chars().anyMatch(character -> character > 127);
    }

    private static boolean isPlainByName(CustomerSearch search) {
        return search.sort() == CustomerSort.NAME
                && search.reseller().isEmpty()
                && search.tag().isEmpty()
                && search.relationship().isEmpty()
                && search.agreement().isEmpty()
                && search.qualification().isEmpty();
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
