package oroshi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import oroshi.OroshiTest;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.clock.Clocks;
import oroshi.orders.Shop;
import oroshi.partners.NewPartner;
import oroshi.partners.Partners;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalog's operations as clients see them: requests in, golden JSON out. */
@OroshiTest
class CatalogWireTest {
    private static final Path GOLDEN = Path.of("src/test/resources/oroshi/catalog");
    private static final Instant TODAY = Instant.parse("2026-01-15T00:00:00Z");

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Partners partners;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Shop shop;

    @Autowired
    private JsonMapper json;

    private MockMvc http;
    private Caller caller;

    @BeforeEach
    void openTheShop() {
        shop.stock();
        http = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(application.getBean("wireFilter", Filter.class))
                .build();
        caller = salesAgent(PartnerType.DIRECT_BILL, "GB", "GBP");
    }

    @ParameterizedTest(name = "GET {1} answers as {0} says")
    @CsvSource(delimiter = '|', textBlock = """
            list-products        | /v1/products?country=GB&targetView=MicrosoftAzure
            get-product          | /v1/products/CFQ7TTC0LH18?country=gb
            list-skus            | /v1/products/CFQ7TTC0LH18/skus?country=GB&targetSegment=commercial
            get-sku              | /v1/products/CFQ7TTC0LH0T/skus/0001?country=GB
            get-reservation-sku  | /v1/products/DZH318Z0RVA5/skus/0001?country=GB&reservationScope=AzurePlan
            list-availabilities  | /v1/products/CFQ7TTC0LCHC/skus/0002/availabilities?country=GB&targetSegment=Commercial
            list-offers          | /v1/offers?country=GB&offer_category_id=SmallBusiness_Key&offset=0&size=1
            list-addons          | /v1/offers/{ENT-3}/addons?country=GB
            get-offer            | /v1/offers/{TRIAL-ENT3}?country=GB
            list-categories      | /v1/offercategories?country=GB
            """)
    void answersAsTheGoldenFileSays(String name, String address) {
        assertGolden(name, get(address));
    }

    @ParameterizedTest(name = "GET {1} answers as {0} says")
    @CsvSource(delimiter = '|', textBlock = """
            list-promotions      | /v1/productpromotions?country=GB&segment=commercial
            get-promotion        | /v1/productpromotions/39NFJQT1PB15:0001:39NFJQT1PB2A?country=GB
            get-ended-promotion  | /v1/productpromotions/39NFJQT1E313%3A0001%3A39NFJQT1E35E?country=gb
            """)
    void showsPromotionsToAdminAgents(String name, String address) {
        assertThat(get(address).getStatus()).isEqualTo(403);

        caller = callerOf(partner(PartnerType.DIRECT_BILL, "GB", "GBP"), Role.ADMIN_AGENT);
        assertGolden(name, get(address));
    }

    @ParameterizedTest(name = "GET {0} is refused with {1} and code {2}")
    @CsvSource(delimiter = '|', textBlock = """
            /v1/productpromotions?segment=commercial                                       | 400 | 800002
            /v1/productpromotions?country=GB                                               | 400 | 800002
            /v1/productpromotions?country=GB&segment=education                             | 400 | 800002
            /v1/productpromotions/39NFJQT1PB15:0001:39NFJQT1PB2A                           | 400 | 800002
            /v1/productpromotions/39NFJQT1ZZZZ:0001:39NFJQT1ZZZZ?country=GB                | 404 | 1000
            """)
    void refusesPromotionsAsPublished(String address, int status, int code) {
        caller = callerOf(partner(PartnerType.DIRECT_BILL, "GB", "GBP"), Role.ADMIN_AGENT);
        refusesAsPublished(address, status, code);
    }

    @Test
    void readsOneAvailabilityOfTheList() {
        var list = body(get("/v1/products/CFQ7TTC0LCHC/skus/0002/availabilities?country=GB&targetSegment=nonprofit"));
        var listed = list.get("items").get(0);
        var id = listed.get("id").asString();

        var one = get("/v1/products/CFQ7TTC0LCHC/skus/0002/availabilities/" + id + "?country=GB");

        assertThat(one.getStatus()).isEqualTo(200);
        assertThat(body(one)).isEqualTo(listed);
        assertThat(listed.get("segment").asString()).isEqualTo("nonprofit");
        assertThat(listed.get("catalogItemId").asString()).isEqualTo("CFQ7TTC0LCHC:0002:" + id);
    }

    @Test
    void hidesNonprofitUnlessAskedForByName() {
        var list = body(get("/v1/products/CFQ7TTC0LH18/skus/0001/availabilities?country=GB"));

        assertThat(list.get("totalCount").asInt()).isEqualTo(1);
        assertThat(list.get("items").get(0).get("segment").asString()).isEqualTo("commercial");
    }

    @Test
    void sharesReservationsByTheirScope() {
        var legacy = body(get("/v1/products?country=GB&targetView=AzureReservations"));
        var plan = body(get("/v1/products?country=GB&targetView=AzureReservations&reservationScope=AzurePlan"));

        assertThat(ids(legacy)).containsExactly("DZH318Z0RVM1");
        assertThat(ids(plan)).contains("DZH318Z0RVA5").doesNotContain("DZH318Z0RVM1");
    }

    @Test
    void speaksJapaneseToJapaneseReaders() {
        var offers = body(get("/v1/offers?country=GB&offer_category_id=enterprise_key", "X-Locale", "ja-JP"));

        assertThat(offers.get("items").get(0).get("name").asString()).isEqualTo("エンタープライズ 1");
        assertThat(offers.get("items").get(0).get("locale").asString()).isEqualTo("ja-jp");
        assertThat(offers.get("items").get(0).get("category").get("name").asString())
                .isEqualTo("大企業");
    }

    @Test
    void readsQueryNamesAndValuesInAnyCase() {
        var list = body(get("/v1/Products?COUNTRY=gb&TargetView=microsoftazure"));
        assertThat(list.get("totalCount").asInt()).isEqualTo(1);

        var alias = body(get("/v1/products?country=GB&collectionId=MicrosoftAzure"));
        assertThat(ids(alias)).isEqualTo(ids(list));
    }

    @Test
    void leavesOutWhatTheJavaSdkCannotRead() {
        var sku = body(get(
                "/v1/products/CFQ7TTC0LH18/skus/0001?country=GB",
                "MS-PartnerCenter-Client",
                "Partner Center Java SDK"));

        assertThat(sku.get("dynamicAttributes").propertyNames())
                .doesNotContain("prerequisiteSkus", "upgradeTargetOffers");
        assertThat(sku.get("supportedBillingCycles").toString()).doesNotContain("triennial");
    }

    @Test
    void pagesOffersBySizeAndOffset() {
        var whole = body(get("/v1/offers?country=GB"));
        var second = body(get("/v1/offers?country=GB&size=2&offset=2"));

        assertThat(second.get("items").get(0)).isEqualTo(whole.get("items").get(2));
        assertThat(second.get("totalCount").asInt()).isEqualTo(2);
        assertThat(second.at("/links/next/uri").asString()).isEqualTo("/offers?country=GB&offset=4&size=2");
        assertThat(second.at("/links/previous/uri").asString()).isEqualTo("/offers?country=GB&offset=0&size=2");
        assertThat(whole.at("/links").propertyNames()).containsExactly("self");
    }

    @ParameterizedTest(name = "GET {0} is refused with {1} and code {2}")
    @CsvSource(delimiter = '|', textBlock = """
            /v1/products?targetView=OnlineServices                                         | 400 | 800002
            /v1/products?country=GBR&targetView=OnlineServices                             | 400 | 800002
            /v1/products?country=GB                                                        | 400 | 800002
            /v1/products?country=GB&targetView=Everything                                  | 400 | 800002
            /v1/products?country=GB&targetView=OnlineServices&targetSegment=military       | 400 | 800002
            /v1/products?country=GB&targetView=OnlineServices&targetSegment=government     | 403 | 400030
            /v1/products?country=GB&targetView=SpecializedOffers                           | 403 | 400036
            /v1/products?country=GB&targetView=Azure&reservationScope=Moon                 | 400 | 800002
            /v1/products/CFQ7TTC0LH18                                                      | 400 | 800002
            /v1/products/CFQ7TTC0ZZZZ?country=GB                                           | 404 | 400013
            /v1/products/CFQ7TTC0LH18/skus                                                 | 400 | 800002
            /v1/products/CFQ7TTC0ZZZZ/skus?country=GB                                      | 404 | 400013
            /v1/products/CFQ7TTC0LH18/skus?country=GB&targetSegment=government             | 403 | 400030
            /v1/products/CFQ7TTC0LH18/skus/0001                                            | 400 | 800002
            /v1/products/CFQ7TTC0ZZZZ/skus/0001?country=GB                                 | 404 | 400013
            /v1/products/CFQ7TTC0LH18/skus/9999?country=GB                                 | 404 | 400018
            /v1/products/CFQ7TTC0LH18/skus/0001/availabilities                             | 400 | 800002
            /v1/products/CFQ7TTC0LH18/skus/9999/availabilities?country=GB                  | 404 | 400018
            /v1/products/CFQ7TTC0ZZZZ/skus/0001/availabilities?country=GB                  | 404 | 400013
            /v1/products/CFQ7TTC0LH18/skus/0001/availabilities?country=GB&targetSegment=government | 403 | 400030
            /v1/products/CFQ7TTC0LH18/skus/0001/availabilities/CFQ7TTC0AAAA?country=GB     | 404 | 400019
            /v1/products/CFQ7TTC0LH18/skus/0001/availabilities/CFQ7TTC0AAAA                | 400 | 800002
            /v1/offers                                                                     | 400 | 800002
            /v1/offers?country=JP                                                          | 403 | 2030
            /v1/offers?country=GB&size=501                                                 | 400 | 3000
            /v1/offers?country=GB&size=2&offset=-1                                         | 400 | 3000
            /v1/offers/not-an-id?country=GB                                                | 400 | 800004
            /v1/offers/CFQ7TTC0LH18:0001?country=GB                                        | 400 | 2100
            /v1/offers/00000000-0000-0000-0000-000000000000?country=GB                     | 404 | 1000
            /v1/offers/00000000-0000-0000-0000-000000000000                                | 400 | 800002
            /v1/offers/not-an-id/addons?country=GB                                         | 400 | 800004
            /v1/offers/00000000-0000-0000-0000-000000000000/addons?country=GB              | 404 | 1000
            /v1/offercategories                                                            | 400 | 800002
            """)
    void refusesAsPublished(String address, int status, int code) {
        var response = get(address);

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(body(response).get("code").asInt()).isEqualTo(code);
    }

    @Test
    @DisplayName("Indirect resellers see no catalog, and neither do billing admins")
    void isClosedToResellersAndOtherRoles() {
        caller = salesAgent(PartnerType.INDIRECT_RESELLER, "GB", "GBP");
        assertThat(get("/v1/products?country=GB&targetView=OnlineServices").getStatus())
                .isEqualTo(403);

        caller = callerOf(partner(PartnerType.DIRECT_BILL, "GB", "GBP"), Role.BILLING_ADMIN);
        assertThat(get("/v1/offers?country=GB").getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse get(String address, String... header) {
        var answer = new AtomicReference<MockHttpServletResponse>();
        caller.run(() -> answer.set(perform(address, header)));
        return Objects.requireNonNull(answer.get());
    }

    private MockHttpServletResponse perform(String address, String... header) {
        var request = MockMvcRequestBuilders.get(java.net.URI.create(withOfferIds(address)));
        if (header.length == 2) {
            request.header(header[0], header[1]);
        }
        try {
            var response = http.perform(request).andReturn().getResponse();
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            return response;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Replaces an offer's code in braces by its id. */
    private String withOfferIds(String address) {
        return java.util.regex.Pattern.compile("\\{(.+)}")
                .matcher(address)
                .replaceAll(match -> offerId(match.group(1)));
    }

    private String offerId(String code) {
        return Objects.requireNonNull(application
                .getBean(Catalog.class)
                .find(CatalogStand.sale("GB", "GB", "GBP", TODAY), code)
                .orElseThrow()
                .id());
    }

    private JsonNode body(MockHttpServletResponse response) {
        try {
            return json.readTree(response.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static java.util.List<String> ids(JsonNode collection) {
        return collection
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private void assertGolden(String name, MockHttpServletResponse response) {
        var file = GOLDEN.resolve(name + ".response.json");
        var actual = json.writerWithDefaultPrettyPrinter().writeValueAsString(body(response)) + "\n";
        try {
            if (Boolean.getBoolean("oroshi.golden.write")) {
                Files.writeString(file, actual);
            }
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(json.readTree(actual)).isEqualTo(json.readTree(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Caller salesAgent(PartnerType type, String country, String currency) {
        return callerOf(partner(type, country, currency), Role.SALES_AGENT);
    }

    private static Caller callerOf(NewPartner partner, Role role) {
        return new Caller(
                partner.id(),
                partner.type(),
                partner.cloud(),
                Optional.of(UserId.next()),
                Optional.of(UUID.randomUUID()),
                "sales@partner.example",
                Set.of(role),
                true);
    }

    private NewPartner partner(PartnerType type, String country, String currency) {
        var partner = NewPartner.of(
                PartnerId.of(TenantId.next()),
                type,
                Cloud.PUBLIC,
                "Harbour Lights Ltd",
                country,
                CurrencyUnit.of(currency),
                "4390900",
                Set.of(),
                Locale.UK,
                ZoneOffset.UTC);
        partners.register(partner);
        clocks.stopAt(partner.id(), TODAY);
        return partner;
    }
}
