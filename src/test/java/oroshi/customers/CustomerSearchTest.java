package oroshi.customers;

import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.OroshiTest;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Typed;
import oroshi.partners.Partners;

/** Searches are compared with a model that looks at every customer. */
@OroshiTest
class CustomerSearchTest {
    private static final int CUSTOMERS = 80;
    private static final List<String> FORMS = List.of("株式会社", "有限会社", "㈱", "合同会社 ", "", "");
    private static final List<String> WORDS =
            List.of("さくら", "サクラ", "桜", "製作所", "電機", "Cedar", "cedar ", "Ｃｅｄ", " Foods", "セ・ダー", "株", "77", "𠮷野");
    private static final List<String> PREFIXES = List.of("cedar", "sakura", "ced", "x77", "foods");
    private static final List<String> TEXTS = List.of(
            "さくら", "ｻｸﾗ", "桜", "株", "株式会社", "株式会社さくら", "㈱", "所さ", "電", "CEDAR", "ce", "d", "77", "7", "cedar f",
            "sakura1", "𠮷", "のない", "zq", "s77");

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerRules rules;

    @Autowired
    private Partners partners;

    @Autowired
    private CustomerListTable table;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private final Random random = new Random(5_150_742);
    private CustomerStand stand;

    @BeforeEach
    void setUp() {
        stand = new CustomerStand(partners, customers, rules);
    }

    @Test
    @DisplayName(
            "J6-A1 the closest come first: beginnings of names, then of domains, then the rest; legal forms are passed over")
    void putsTheClosestFirst() {
        var partner = stand.aPartner();
        var contains = stand.add(partner, "北のさくら", "kita");
        var company = stand.add(partner, "株式会社さくら製作所", "sakuraseisakusho");
        var byDomain = stand.add(partner, "桜商事", "sakurashoji");
        var plain = stand.add(partner, "サクラベーカリー", "bakery");
        var latin = stand.add(partner, "Nippon Sakura", "nippon");

        assertThat(found(partner, "さくら")).containsExactly(plain.id(), company.id(), contains.id());
        assertThat(found(partner, "株式会社さくら")).containsExactly(company.id());
        assertThat(found(partner, "sakura")).containsExactly(company.id(), byDomain.id(), latin.id());
    }

    @Test
    @DisplayName(
            "Every text finds the model's customers in its order, forwards and backwards, without loss or repetition")
    void agreesWithTheModel() {
        var partner = stand.aPartner();
        var all = Stream.generate(() -> stand.add(partner, name(), prefix()))
                .limit(CUSTOMERS)
                .toList();
        for (var text : TEXTS) {
            var expected = all.stream()
                    .filter(customer -> searched(customer).contains(Typed.folded(text)))
                    .sorted(closestFirst(Typed.folded(text)))
                    .map(Customer::id)
                    .toList();
            var search = CustomerSearch.containing(text, Locale.JAPANESE);
            for (var size : List.of(5, 50)) {
                assertThat(forwards(partner, search, size)).as(text).isEqualTo(expected);
                assertThat(backwards(partner, search, size)).as(text).isEqualTo(expected);
            }
            for (var sort : CustomerSort.values()) {
                var sorted = forwards(partner, search.sortedBy(sort, true), 7);
                assertThat(sorted).as(text).containsExactlyInAnyOrderElementsOf(expected);
            }
            var filtered = search.withReseller(stand.aPartner());
            assertThat(forwards(partner, filtered, 7)).isEmpty();
        }
    }

    @Test
    @DisplayName("The index of pieces answers for the few, and says so when there are more")
    void knowsTheFew() {
        var partner = stand.aPartner();
        var ids = Stream.of("北のさくら", "南のさくら", "西のさくら")
                .map(name ->
                        stand.add(partner, name, "d" + name.codePointAt(0)).id().value())
                .toList();

        assertThat(few(partner, "サクラ", 3)).contains(ids.reversed().subList(0, 2));
        assertThat(few(partner, "サクラ", 2)).isEmpty();
        assertThat(few(partner, "ナイ", 2)).contains(List.of());
    }

    @Test
    void filtersTheClosest() {
        var partner = stand.aPartner();
        var kept = new Tag("VIP");
        stand.add(partner, "さくら電機", "one");
        var second = stand.add(partner, "北のさくら", "two", Optional.empty(), kept);
        var first = stand.add(partner, "さくら商事", "three", Optional.empty(), kept);
        var all = CustomerSearch.containing("さくら", Locale.JAPANESE);
        var search = new CustomerSearch(
                all.text(),
                all.reseller(),
                Optional.of(kept),
                all.relationship(),
                all.agreement(),
                all.qualification(),
                all.sort(),
                false,
                Locale.JAPANESE);

        assertThat(forwards(partner, search, 1)).containsExactly(first.id(), second.id());
        assertThat(backwards(partner, search, 1)).containsExactly(first.id(), second.id());
    }

    @Test
    @DisplayName("The database passes over the same legal forms as the application")
    void passesOverLegalForms() {
        for (var form : CompanyNameRules.ATTACHED_LEGAL_FORMS) {
            assertThat(core(form + "さくら")).isEqualTo("サクラ");
            assertThat(core(form + " さくら")).isEqualTo("サクラ");
            assertThat(core(form)).isEqualTo(form);
            assertThat(core("さくら" + form)).isEqualTo("サクラ" + form);
        }
    }

    private Optional<List<UUID>> few(PartnerId partner, String folded, int most) {
        var window = new CustomerListTable.Window(Closeness.CONTAINS.order(false), Optional.empty(), 2);
        var transaction = new TransactionTemplate(transactions);
        return stand.in(
                partner,
                () -> requireNonNull(transaction.execute(any -> table.findFew(partner, folded, most, window))));
    }

    private String core(String name) {
        return jdbc.sql("select customers.core(customers.folded(:name))")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private String name() {
        return Typed.name(pick(FORMS) + pick(WORDS) + pick(WORDS) + (random.nextBoolean() ? pick(WORDS) : ""));
    }

    private String prefix() {
        return pick(PREFIXES) + random.nextInt(1_000_000);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Comparator<Customer> closestFirst(String text) {
        return comparingInt((Customer customer) -> rank(customer, text))
                .thenComparing(
                        customer -> rank(customer, text) == 0
                                ? Typed.folded(modelCore(customer.name()))
                                : rank(customer, text) == 1 ? customer.company().domain() : "",
                        CustomerSearchTest::byCodePoint)
                .thenComparing((one, other) -> {
                    var byId = one.id().toString().compareTo(other.id().toString());
                    return rank(one, text) == 2 ? -byId : byId;
                });
    }

    private static int rank(Customer customer, String text) {
        if (modelCore(Typed.folded(customer.name())).startsWith(modelCore(text))) {
            return 0;
        }
        return customer.company().domain().split("\\.", 2)[0].startsWith(text) ? 1 : 2;
    }

    private static String modelCore(String folded) {
        return CompanyNameRules.ATTACHED_LEGAL_FORMS.stream()
                .filter(form -> Typed.folded(folded).startsWith(form))
                .map(form -> Typed.folded(folded).substring(form.length()).strip())
                .filter(rest -> !rest.isEmpty())
                .findFirst()
                .orElse(Typed.folded(folded));
    }

    private static String searched(Customer customer) {
        return Typed.folded(customer.name()) + "\n"
                + customer.company().domain().split("\\.", 2)[0];
    }

    private static int byCodePoint(String one, String other) {
        return java.util.Arrays.compare(
                one.codePoints().toArray(), other.codePoints().toArray());
    }

    private List<CustomerId> found(PartnerId partner, String text) {
        return forwards(partner, CustomerSearch.containing(text, Locale.JAPANESE), 50);
    }

    private List<CustomerId> forwards(PartnerId partner, CustomerSearch search, int size) {
        var page = list(partner, search, CustomerPageRequest.first(size));
        var read = new ArrayList<>(ids(page));
        while (page.next().isPresent()) {
            page = list(partner, search, CustomerPageRequest.after(page.next().get(), size));
            assertThat(page.rows()).isNotEmpty();
            read.addAll(ids(page));
        }
        return read;
    }

    /** Goes to the last page and back from there. */
    private List<CustomerId> backwards(PartnerId partner, CustomerSearch search, int size) {
        var page = list(partner, search, CustomerPageRequest.first(size));
        while (page.next().isPresent()) {
            page = list(partner, search, CustomerPageRequest.after(page.next().get(), size));
        }
        var read = new ArrayList<>(ids(page).reversed());
        while (page.previous().isPresent()) {
            page = list(
                    partner, search, CustomerPageRequest.before(page.previous().get(), size));
            read.addAll(ids(page).reversed());
        }
        return read.reversed();
    }

    private CustomerPage list(PartnerId partner, CustomerSearch search, CustomerPageRequest page) {
        return stand.in(partner, () -> customers.list(partner, search, page));
    }

    private static List<CustomerId> ids(CustomerPage page) {
        return page.rows().stream().map(CustomerRow::id).toList();
    }
}
