package oroshi.portal.customers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Typed;
import oroshi.customers.AgreementState;
import oroshi.customers.CustomerPosition;
import oroshi.customers.CustomerSearch;
import oroshi.customers.CustomerSort;
import oroshi.customers.Qualification;
import oroshi.customers.RelationshipKind;
import oroshi.customers.Tag;
import oroshi.portal.Form;
import oroshi.portal.Link;
import oroshi.portal.Sorting;

/** What the address of the customer list asks for. A word that means nothing narrows nothing. */
record Listing(Form form, Sorting sorting) {
    private static final Set<String> COLUMNS = Set.of("name", "id", "domain", "relationship", "tags");
    private static final String CLOSEST = "closest";
    private static final List<String> FILTERS =
            List.of("q", "reseller", "tag", "relationship", "agreement", "qualification");

    static Listing of(Form form) {
        var word = form.value("sort");
        var unasked = Sorting.by(text(form).isEmpty() ? "name" : CLOSEST);
        return new Listing(form, Sorting.of(word.isEmpty() ? null : word, COLUMNS, unasked));
    }

    CustomerSearch search(Locale language) {
        return new CustomerSearch(
                text(form),
                id("reseller").map(PartnerId::new),
                Optional.of(Typed.name(form.value("tag")))
                        .filter(text -> !text.isEmpty())
                        .map(Tag::new),
                word("relationship", RelationshipKind.values()),
                word("agreement", AgreementState.values()),
                word("qualification", Qualification.values()),
                CustomerSort.valueOf(sorting.column().toUpperCase(Locale.ROOT)),
                sorting.descending(),
                language);
    }

    /** The closest customers come first while a text is sought, unless a column was chosen. */
    Closest closest(String path) {
        var isOrder = sorting.column().equals(CLOSEST);
        var isPossible = text(form).isPresent() && !isOrder;
        return new Closest(isOrder, isPossible ? link(path).without("sort") : null);
    }

    /** Whether anything but the order was asked for, so that an empty list may be the search's doing. */
    boolean isNarrowed() {
        return FILTERS.stream().anyMatch(name -> !form.value(name).isBlank());
    }

    /** The address of the list's beginning. */
    Link link(String path) {
        var link = Link.to(path);
        for (var name : FILTERS) {
            link = link.with(name, form.value(name));
        }
        return link.with("sort", form.value("sort"));
    }

    Optional<CustomerPosition> after() {
        return position(form.value("after"));
    }

    Optional<CustomerPosition> before() {
        return position(form.value("before"));
    }

    /** A position as a word in an address. */
    static String word(CustomerPosition position) {
        return position.id() + "~" + position.value();
    }

    private static Optional<CustomerPosition> position(String word) {
        var parts = word.split("~", 2);
        return parts.length < 2
                ? Optional.empty()
                : Ids.parse(parts[0]).map(id -> new CustomerPosition(parts[1].replace("\0", ""), id));
    }

    private static Optional<String> text(Form form) {
        return Optional.of(Typed.text(form.value("q"))).filter(text -> !text.isEmpty());
    }

    private Optional<UUID> id(String field) {
        return Ids.parse(form.value(field).strip());
    }

    private <T extends Enum<T>> Optional<T> word(String field, T[] values) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(form.value(field)))
                .findFirst();
    }
}
