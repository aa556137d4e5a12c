package oroshi.portal.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import oroshi.OroshiTest;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.customers.Customer;
import oroshi.customers.CustomerRules;
import oroshi.customers.CustomerStand;
import oroshi.customers.Customers;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;

@OroshiTest
class CustomerPagesTest {
    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerRules rules;

    @Autowired
    private Partners partners;

    @Autowired
    private Relationships relationships;

    private MockMvc http;
    private CustomerStand stand;
    private PartnerId partner;
    private Caller caller;

    @BeforeEach
    void setUp() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(application.getBean("wireFilter", Filter.class))
                .build();
        stand = new CustomerStand(partners, customers, rules);
        partner = stand.aPartner(PartnerType.INDIRECT_PROVIDER);
        caller = stand.callerOf(partner);
    }

    @Test
    @DisplayName("J6-A1 the list finds a company by ｻｸﾗ, さくら and SAKURASEI")
    void searches() {
        var sakura = stand.add(partner, "株式会社さくら製作所", "sakuraseisakusho");
        stand.add(partner, "北斗電機", "hokuto");
        for (var text : List.of("ｻｸﾗ", "さくら", "SAKURASEI", sakura.id().toString())) {
            assertThat(page(get("/customers").param("q", text)))
                    .contains("株式会社さくら製作所", "クラウド リセラー")
                    .doesNotContain("北斗電機");
        }
        assertThat(page(get("/customers").param("q", "なにもない"))).contains("該当する顧客がありません");
    }

    @Test
    @DisplayName("J6-A1 a search says that the closest come first, until a column is chosen")
    void saysItsOrder() {
        stand.add(partner, "株式会社さくら製作所", "sakuraseisakusho");
        assertThat(page(get("/customers"))).contains("aria-sort=\"ascending\"").doesNotContain("近い順");
        assertThat(page(get("/customers").param("q", "さくら")))
                .contains("近い順に表示しています")
                .doesNotContain("aria-sort=");
        assertThat(page(get("/customers").param("q", "さくら").param("sort", "name")))
                .contains("aria-sort=\"ascending\"", ">近い順に表示</a>")
                .doesNotContain("近い順に表示しています");
    }

    @Test
    void invitesToAddTheFirstCustomer() {
        assertThat(page(get("/customers"))).contains("顧客がまだありません", "/customers/new");
        caller = stand.callerOf(partner, Role.HELPDESK_AGENT);
        assertThat(page(get("/customers"))).doesNotContain("/customers/new", "/customers/export");
    }

    @Test
    @DisplayName("J6-A2 J6-A3 the export has four columns, a byte-order mark, and no cell that is a formula")
    void exports() {
        var reseller = stand.aPartner(PartnerType.INDIRECT_RESELLER);
        stand.add(partner, "Müller & Söhne", "mueller", Optional.of(reseller));
        stand.add(partner, "=cmd|' /C calc'!A0", "formula", Optional.of(reseller));
        stand.add(partner, "Alster, Inc.", "alster");

        var answer = call(get("/customers/export").param("reseller", reseller.toString()));
        var file = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);

        assertThat(file)
                .startsWith("\uFEFFMicrosoft ID,会社名,プライマリ ドメイン名,関係\r\n")
                .contains(",Müller & Söhne,mueller.onmicrosoft.com,クラウド リセラー (間接)\r\n")
                .contains(",'=cmd|' /C calc'!A0,")
                .doesNotContain("Alster");
        assertThat(answer.getHeader("Content-Disposition"))
                .matches("attachment; filename=\"Customers-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
    }

    @Test
    @DisplayName("J6-A4 J6-A5 bill-to is updated once; the second save from the same version shows the difference")
    void updatesTheBillTo() {
        var customer = served("株式会社さくら製作所", "sakuraseisakusho");
        var path = "/customers/" + customer.id() + "/account/billing";
        assertThat(page(get(path))).contains("株式会社さくら製作所", "大阪府", "06-5550-0123");

        assertThat(call(billing(path, customer, "さくら 経理部")).getStatus()).isEqualTo(303);
        var second = call(billing(path, customer, "さくら 総務部"));
        assertThat(second.getStatus()).isEqualTo(422);
        assertThat(text(second)).contains("さくら 経理部", "さくら 総務部", "保存された値");
        assertThat(page(get("/customers/" + customer.id() + "/account")))
                .contains("さくら 経理部", "株式会社さくら製作所", "sakuraseisakusho.onmicrosoft.com");
    }

    @Test
    void showsEveryProblemOfTheBillToAtItsField() {
        var customer = served("株式会社さくら製作所", "sakuraseisakusho");
        var path = "/customers/" + customer.id() + "/account/billing";
        var answer = call(billing(path, customer, "A", "", "123"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("1 文字だけの名前は使えません", "市区町村を入力してください", "郵便番号の形式が正しくありません");
    }

    @Test
    @DisplayName("J6-A6 another partner's customer answers like an id that nobody has")
    void hidesForeignCustomers() {
        var foreign = stand.add(stand.aPartner(), "株式会社さくら製作所", "sakuraseisakusho");
        for (var id : List.of(foreign.id(), new CustomerId(Ids.next()))) {
            for (var section : List.of("", "/account", "/account/billing", "/account/qualification", "/switch")) {
                assertThat(call(get("/customers/" + id + section)).getStatus()).isEqualTo(404);
            }
        }
    }

    @Test
    void assignsTagsFromTheListAndTheRecord() {
        var customer = served("株式会社さくら製作所", "sakuraseisakusho");
        assertThat(call(post("/customers/tags")
                                .param("customer", customer.id().toString(), "x")
                                .param("newTag", "VIP"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(page(get("/customers").param("tag", "VIP"))).contains("株式会社さくら製作所");
        assertThat(call(post("/customers/" + customer.id() + "/account/tags").param("tags", "大阪、重要"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(page(get("/customers").param("sort", "-tags")))
                .contains("大阪", "重要")
                .doesNotContain(">VIP<");
        assertThat(call(post("/customers/tags").param("newTag", "VIP")).getStatus())
                .isEqualTo(422);
        caller = stand.callerOf(partner, Role.SALES_AGENT);
        assertThat(call(post("/customers/" + customer.id() + "/account/tags").param("tags", "x"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    @DisplayName(
            "6.1 tags are renamed, merged and deleted on all customers, and several go on several customers at once")
    void managesTags() {
        var sakura = served("株式会社さくら製作所", "sakuraseisakusho");
        var hokuto = served("北斗電機株式会社", "hokuto");
        assertThat(call(post("/customers/tags")
                                .param(
                                        "customer",
                                        sakura.id().toString(),
                                        hokuto.id().toString())
                                .param("newTag", "大阪、VIP"))
                        .getStatus())
                .isEqualTo(303);
        call(post("/customers/" + sakura.id() + "/account/tags").param("tags", "大阪、VIP、重要"));
        assertThat(page(get("/customers/tags"))).contains("大阪", "VIP", "タグ 大阪 の顧客 2 社");

        assertThat(call(rename("VIP", "重要")).getStatus()).isEqualTo(422);
        assertThat(text(call(rename("VIP", "重要")))).contains("タグ 重要 は顧客 1 社で使用中です", "統合");
        assertThat(call(rename("VIP", "重要").param("merge", "重要")).getStatus()).isEqualTo(303);
        assertThat(call(rename("大阪", "関西")).getStatus()).isEqualTo(303);
        assertThat(call(rename("大阪", "x")).getStatus()).isEqualTo(404);
        assertThat(call(rename("関西", "")).getStatus()).isEqualTo(422);
        assertThat(page(get("/customers").param("tag", "重要"))).contains("北斗電機", "さくら");
        assertThat(page(get("/customers/tags"))).contains("関西", "重要").doesNotContain("大阪", "VIP");

        assertThat(page(get("/customers/tags/delete").param("tag", "関西"))).contains("顧客 2 社");
        assertThat(call(post("/customers/tags/delete").param("tag", "関西")).getStatus())
                .isEqualTo(303);
        assertThat(page(get("/customers").param("sort", "tags"))).contains("重要").doesNotContain("関西");
        var other = stand.aPartner();
        caller = stand.callerOf(other);
        assertThat(call(rename("重要", "x")).getStatus()).isEqualTo(404);
        caller = stand.callerOf(partner, Role.SALES_AGENT);
        assertThat(call(get("/customers/tags")).getStatus()).isEqualTo(403);
    }

    private static MockHttpServletRequestBuilder rename(String tag, String newName) {
        return post("/customers/tags/rename").param("tag", tag).param("newName", newName);
    }

    @Test
    void appliesForAQualification() {
        var customer = served("Alster Gymnasium", "alster");
        var path = "/customers/" + customer.id() + "/account/qualification";
        assertThat(page(get(path))).contains("教育機関").doesNotContain("非営利団体");
        assertThat(call(post(path).param("qualification", "EDUCATION")).getStatus())
                .isEqualTo(422);
        assertThat(call(post(path).param("qualification", "EDUCATION").param("educationSegment", "K12"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(page(get("/customers/" + customer.id() + "/account"))).contains("レビュー中");
    }

    @Test
    void pagesThroughTheListAndSurvivesNonsense() {
        for (var i = 0; i < 51; i++) {
            stand.add(partner, "会社 " + i, "kaisha" + i);
        }
        assertThat(page(get("/customers"))).contains("after=");
        for (var nonsense : List.of(
                Map.of("after", "x"),
                Map.of("after", Ids.next() + "~\0"),
                Map.of("sort", "-nothing"),
                Map.of("reseller", "x"),
                Map.of("q", "\0%_'\\"),
                Map.of("tag", "\0"),
                Map.of("qualification", "?"))) {
            var request = get("/customers");
            nonsense.forEach(request::param);
            assertThat(call(request).getStatus()).isEqualTo(200);
        }
        assertThat(call(get("/customers/x/account")).getStatus()).isBetween(400, 499);
    }

    /** A customer with the relationship that makes its record whole. */
    private Customer served(String name, String domainPrefix) {
        var customer = stand.add(partner, name, domainPrefix);
        stand.in(partner, () -> relationships.establish(partner, customer.id(), Optional.empty(), true));
        return customer;
    }

    private static MockHttpServletRequestBuilder billing(String path, Customer customer, String name) {
        return billing(path, customer, name, "大阪市北区", "530-0001");
    }

    private static MockHttpServletRequestBuilder billing(
            String path, Customer customer, String name, String city, String postalCode) {
        return post(path)
                .param("version", customer.billing().etag())
                .param("companyName", name)
                .param("addressLine1", "梅田3-1-3")
                .param("state", "27")
                .param("lastName", "山本")
                .param("firstName", "直子")
                .param("email", "naoko.yamamoto@sakura-seisakusho.example")
                .param("culture", "ja-JP")
                .param("phoneNumber", "06-5550-0123")
                .param("city", city)
                .param("postalCode", postalCode);
    }

    private static MockHttpServletRequestBuilder get(String path) {
        return MockMvcRequestBuilders.get(URI.create(path));
    }

    private static MockHttpServletRequestBuilder post(String path) {
        return MockMvcRequestBuilders.post(URI.create(path));
    }

    private String page(MockHttpServletRequestBuilder request) {
        var answer = call(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return text(answer);
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8).replace("&amp;", "&");
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request) {
        var answer = new AtomicReference<MockHttpServletResponse>();
        caller.run(() -> {
            try {
                answer.set(http.perform(request.locale(Locale.JAPAN).header("Accept-Language", "ja"))
                        .andReturn()
                        .getResponse());
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        return Objects.requireNonNull(answer.get());
    }
}
