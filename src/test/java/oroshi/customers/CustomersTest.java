package oroshi.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import oroshi.OroshiTest;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.Typed;
import oroshi.partners.Partners;
import oroshi.rest.RestRefusal;

@OroshiTest
class CustomersTest {
    @Autowired
    private Customers customers;

    @Autowired
    private CustomerRules rules;

    @Autowired
    private Partners partners;

    @Autowired
    private JdbcClient jdbc;

    private CustomerStand stand;

    @BeforeEach
    void setUp() {
        stand = new CustomerStand(partners, customers, rules);
    }

    @Test
    void readsBackWhatWasAdded() {
        var partner = stand.aPartner();
        var added =
                stand.add(partner, "株式会社さくら製作所", "sakuraseisakusho", Optional.empty(), new Tag("大阪"), new Tag("VIP"));

        assertThat(get(partner, added.id())).isEqualTo(added);
        assertThat(added.tags()).containsExactly(new Tag("VIP"), new Tag("大阪"));
    }

    @Test
    @DisplayName("J6-A1 ｻｸﾗ, さくら and SAKURASEI find the company by name or domain, its id finds exactly it")
    void findsByNameAndDomain() {
        var partner = stand.aPartner();
        var sakura = stand.add(partner, "株式会社さくら製作所", "sakuraseisakusho");
        var bakery = stand.add(partner, "サクラベーカリー", "bakery");
        stand.add(partner, "北斗電機株式会社", "hokuto");

        assertThat(found(partner, "ｻｸﾗ")).containsExactlyInAnyOrder(sakura.id(), bakery.id());
        assertThat(found(partner, "さくら")).containsExactlyInAnyOrder(sakura.id(), bakery.id());
        assertThat(found(partner, "SAKURASEI")).containsExactly(sakura.id());
        assertThat(found(partner, "sakuraseisakusho.onmicrosoft.com")).containsExactly(sakura.id());
        assertThat(found(partner, "電")).hasSize(1);
        assertThat(found(partner, "斗電")).hasSize(1);
        assertThat(found(partner, "ha")).isEmpty();
        assertThat(found(partner, "ku")).hasSize(2);
        assertThat(found(partner, "50%_")).isEmpty();
        assertThat(found(partner, sakura.id().toString())).containsExactly(sakura.id());
        assertThat(found(partner, sakura.id().toString().substring(0, 18))).contains(sakura.id());
    }

    @Test
    @DisplayName("The database folds text as the application does")
    void foldsAlike() {
        for (var text : List.of("さくらヴゝゞ", "ｻｸﾗ ﾃﾞﾝｷ㈱", "ＡＢＣ ÄÖß İ", "№ 5 Ⅱ", "𠮷野家ゖゕ")) {
            var folded = jdbc.sql("select customers.folded(:text)")
                    .param("text", Typed.name(text))
                    .query(String.class)
                    .single();
            assertThat(folded).isEqualTo(Typed.folded(text));
        }
    }

    @ParameterizedTest
    @EnumSource(CustomerSort.class)
    @DisplayName("Every customer appears exactly once on the pages of every order, forwards and backwards")
    void pagesShowEveryCustomerOnce(CustomerSort sort) {
        var partner = stand.aPartner();
        for (var i = 0; i < 11; i++) {
            var tags = i % 3 == 0 ? new Tag[] {new Tag("t" + i % 2)} : new Tag[0];
            stand.add(partner, i % 4 == 0 ? "さくら商事" : "会社" + (char) ('A' + i), "d" + i % 5, Optional.empty(), tags);
        }
        for (var descending : List.of(false, true)) {
            var search = CustomerSearch.all(Locale.JAPANESE).sortedBy(sort, descending);
            var whole = list(partner, search, CustomerPageRequest.first(100)).rows().stream()
                    .map(CustomerRow::id)
                    .toList();
            var forwards = new ArrayList<CustomerId>();
            var page = list(partner, search, CustomerPageRequest.first(3));
            forwards.addAll(ids(page));
            while (page.next().isPresent()) {
                // A newcomer between two pages moves nobody.
                stand.add(partner, "新しい会社" + forwards.size(), "new" + forwards.size());
                page = list(
                        partner, search, CustomerPageRequest.after(page.next().get(), 3));
                forwards.addAll(ids(page));
            }
            assertThat(forwards).doesNotHaveDuplicates().containsSubsequence(whole);

            var backwards = new ArrayList<>(ids(page).reversed());
            while (page.previous().isPresent()) {
                page = list(
                        partner,
                        search,
                        CustomerPageRequest.before(page.previous().get(), 3));
                backwards.addAll(ids(page).reversed());
            }
            assertThat(backwards).doesNotHaveDuplicates();
            assertThat(backwards.reversed()).containsSubsequence(whole);
        }
    }

    @Test
    void sortsNamesInTheCollationOfTheLanguage() {
        var partner = stand.aPartner();
        List.of("Zeta", "äpfel", "apple", "Banane")
                .forEach(name -> stand.add(partner, name, Typed.domain("x" + name.length())));

        assertThat(list(partner, CustomerSearch.all(Locale.ENGLISH), CustomerPageRequest.first(10))
                        .rows())
                .extracting(CustomerRow::name)
                .containsExactly("äpfel", "apple", "Banane", "Zeta");
    }

    @Test
    @DisplayName("J6-A2 a provider filters by reseller; the reseller sees its shared customers and nobody else's")
    void sharesCustomersWithTheReseller() {
        var provider = stand.aPartner(PartnerType.INDIRECT_PROVIDER);
        var reseller = stand.aPartner(PartnerType.INDIRECT_RESELLER);
        var shared = stand.add(provider, "Nordlicht Maschinenbau", "nordlicht", Optional.of(reseller), new Tag("mine"));
        stand.add(provider, "Alster Gymnasium", "alster");

        var search = CustomerSearch.all(Locale.GERMAN).withReseller(reseller);
        assertThat(ids(list(provider, search, CustomerPageRequest.first(10)))).containsExactly(shared.id());
        assertThat(ids(list(reseller, CustomerSearch.all(Locale.GERMAN), CustomerPageRequest.first(10))))
                .containsExactly(shared.id());

        var seen = get(reseller, shared.id());
        assertThat(seen.provider()).contains(provider);
        assertThat(seen.billing()).isEqualTo(shared.billing());
        assertThat(seen.tags()).isEmpty();
    }

    @Test
    @DisplayName("J6-A4 a new bill-to name is the list's name, for the reseller too; company and domain stay")
    void renamesTheBillTo() {
        var provider = stand.aPartner(PartnerType.INDIRECT_PROVIDER);
        var reseller = stand.aPartner(PartnerType.INDIRECT_RESELLER);
        var shared = stand.add(provider, "株式会社さくら製作所", "sakuraseisakusho", Optional.of(reseller));

        var changed = update(reseller, shared, "株式会社さくら製作所 経理部");

        for (var partner : List.of(provider, reseller)) {
            var seen = get(partner, shared.id());
            assertThat(seen.name()).isEqualTo("株式会社さくら製作所 経理部");
            assertThat(seen.company()).isEqualTo(shared.company());
            assertThat(seen.billing()).isEqualTo(changed.billing());
        }
        assertThat(found(provider, "経理")).containsExactly(shared.id());
    }

    @Test
    @DisplayName("J6-A5 the second of two edits that started from one version is refused and overwrites nothing")
    void refusesAStaleEdit() {
        var partner = stand.aPartner();
        var seen = stand.add(partner, "株式会社さくら製作所", "sakuraseisakusho");
        update(partner, seen, "さくら一");

        assertThatThrownBy(() -> update(partner, seen, "さくら二"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.is(CustomerRefusal.CHANGED_MEANWHILE))
                                .isTrue());
        assertThat(get(partner, seen.id()).name()).isEqualTo("さくら一");
    }

    @Test
    @DisplayName("J6-02 the country of a customer can't be changed")
    void keepsTheCountry() {
        var partner = stand.aPartner();
        var seen = stand.add(partner, "株式会社さくら製作所", "sakuraseisakusho");
        var american = rules.require(Entries.juniper().entry(), EmailLimits.of(Set.of()));

        assertThatThrownBy(() -> stand.in(
                        partner,
                        () -> customers.updateBillingProfile(
                                partner, seen.id(), new BillingChange(american, Optional.empty()))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.is(CustomerRefusal.COUNTRY_FIXED))
                        .isTrue());
    }

    @Test
    @DisplayName("J6-A6 another partner's customer is as unknown as one that doesn't exist")
    void hidesForeignCustomers() {
        var owner = stand.aPartner();
        var other = stand.aPartner();
        var customer = stand.add(owner, "株式会社さくら製作所", "sakuraseisakusho");

        for (var id : List.of(customer.id(), new CustomerId(Ids.next()))) {
            assertThatThrownBy(() -> get(other, id)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                            refusal.is(RestRefusal.CUSTOMER_UNKNOWN))
                    .isTrue());
        }
        // Even a statement for the owner's rows sees nothing in the scope of the other partner.
        assertThat(stand.in(other, () -> customers.find(owner, customer.id()))).isEmpty();
        assertThat(found(other, "さくら")).isEmpty();
    }

    @Test
    @DisplayName("C7 finds the customer of the same name in the same country")
    void findsDuplicates() {
        var partner = stand.aPartner();
        var customer = stand.add(partner, "株式会社さくら製作所", "sakuraseisakusho");

        assertThat(stand.in(partner, () -> customers.findDuplicate(partner, new CompanyName("さくら製作所㈱"), "JP")))
                .map(CustomerRow::id)
                .contains(customer.id());
        assertThat(stand.in(partner, () -> customers.findDuplicate(partner, new CompanyName("さくら製作所"), "US")))
                .isEmpty();
    }

    @Test
    void keepsTagsInOrderAndAtMost150() {
        var partner = stand.aPartner();
        var customer = stand.add(partner, "株式会社さくら製作所", "sakuraseisakusho");
        stand.in(partner, () -> customers.assignTags(partner, customer.id(), Set.of(new Tag("b"), new Tag("a"))));
        stand.in(partner, () -> {
            customers.addTags(partner, List.of(customer.id()), Set.of(new Tag("c")));
            return true;
        });

        assertThat(get(partner, customer.id()).tags()).containsExactly(new Tag("a"), new Tag("b"), new Tag("c"));
        assertThat(stand.in(partner, () -> customers.tags(partner))).hasSize(3);
        var many = new java.util.HashSet<Tag>();
        for (var i = 0; i < 151; i++) {
            many.add(new Tag("tag " + i));
        }
        assertThatThrownBy(() -> stand.in(partner, () -> customers.assignTags(partner, customer.id(), many)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.is(CustomerRefusal.TOO_MANY_TAGS))
                        .isTrue());
    }

    @Test
    @DisplayName("J1-09 Education is in review until the operator decides, and excludes the government community cloud")
    void reviewsEducation() {
        var partner = stand.aPartner();
        var customer = stand.add(partner, "Alster Gymnasium", "alster");
        var education = request(Qualification.EDUCATION);
        stand.in(partner, () -> customers.apply(partner, customer.id(), education));

        assertThat(get(partner, customer.id()).qualifications())
                .singleElement()
                .satisfies(each -> assertThat(each.isHeld()).isFalse());
        assertThatThrownBy(() -> stand.in(
                        partner,
                        () -> customers.apply(
                                partner, customer.id(), request(Qualification.GOVERNMENT_COMMUNITY_CLOUD))))
                .isInstanceOf(Refusal.class);
        stand.in(partner, () -> customers.apply(partner, customer.id(), request(Qualification.STATE_OWNED_ENTITY)));
        stand.in(
                partner,
                () -> customers.decide(
                        partner,
                        customer.id(),
                        VettingDecision.deny(Qualification.EDUCATION, "Not an Academic Domain")));
        stand.in(partner, () -> customers.apply(partner, customer.id(), education));
        var approved = stand.in(
                partner,
                () -> customers.decide(partner, customer.id(), VettingDecision.approve(Qualification.EDUCATION)));
        assertThat(approved.qualifications()).hasSize(2).allMatch(CustomerQualification::isHeld);
    }

    private static QualificationRequest request(Qualification qualification) {
        return new QualificationRequest(
                qualification, Optional.of(EducationSegment.K12), Optional.empty(), Optional.empty());
    }

    private Customer update(PartnerId partner, Customer seen, String name) {
        var profile = rules.require(Entries.sakura().with("companyName", name).entry(), EmailLimits.of(Set.of()));
        var change = new BillingChange(profile, Optional.of(seen.billing().etag()));
        return stand.in(partner, () -> customers.updateBillingProfile(partner, seen.id(), change));
    }

    private Customer get(PartnerId partner, CustomerId id) {
        return stand.in(partner, () -> customers.get(partner, id));
    }

    private CustomerPage list(PartnerId partner, CustomerSearch search, CustomerPageRequest page) {
        return stand.in(partner, () -> customers.list(partner, search, page));
    }

    private List<CustomerId> found(PartnerId partner, String text) {
        return ids(list(partner, CustomerSearch.containing(text, Locale.JAPANESE), CustomerPageRequest.first(50)));
    }

    private static List<CustomerId> ids(CustomerPage page) {
        return page.rows().stream().map(CustomerRow::id).toList();
    }
}
