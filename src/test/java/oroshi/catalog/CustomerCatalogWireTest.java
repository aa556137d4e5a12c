package oroshi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
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
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.clock.Clocks;
import oroshi.customers.CustomerStand;
import oroshi.customers.Customers;
import oroshi.customers.EducationSegment;
import oroshi.customers.Qualification;
import oroshi.customers.QualificationRequest;
import oroshi.customers.VettingDecision;
import oroshi.orders.Shop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a customer may be sold, as clients see it: the customer's country and qualifications decide. */
@OroshiTest
class CustomerCatalogWireTest {
    private static final Instant TODAY = Instant.parse("2026-01-15T00:00:00Z");

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Customers customers;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Shop shop;

    @Autowired
    private JsonMapper json;

    private CustomerStand stand;
    private MockMvc http;
    private PartnerId partnerId;
    private CustomerId customerId;

    @BeforeEach
    void addACustomerInJapan() {
        shop.stock();
        http = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(application.getBean("wireFilter", Filter.class))
                .build();
        stand = application.getAutowireCapableBeanFactory().createBean(CustomerStand.class);
        partnerId = stand.aPartner();
        clocks.stopAt(partnerId, TODAY);
        customerId = stand.add(
                        partnerId,
                        "さくら製作所",
                        "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 20))
                .id();
    }

    @Test
    void walksFromProductsToOneAvailabilityByTheLinks() {
        var products = body(get("?targetView=OnlineServices"));
        var product = item(products, "CFQ7TTC0LH18");
        assertThat(product.at("/links/self/uri").asString())
                .isEqualTo("/customers/" + customerId + "/products/CFQ7TTC0LH18");
        assertThat(body(follow(product.at("/links/self")))).isEqualTo(product);

        var sku = body(follow(product.at("/links/skus"))).get("items").get(0);
        assertThat(sku.get("id").asString()).isEqualTo("0001");
        assertThat(body(follow(sku.at("/links/self")))).isEqualTo(sku);

        var availability =
                body(follow(sku.at("/links/availabilities"))).get("items").get(0);
        assertThat(availability.get("country").asString()).isEqualTo("JP");
        assertThat(availability.at("/defaultCurrency/code").asString()).isEqualTo("JPY");
        assertThat(body(follow(availability.at("/links/self")))).isEqualTo(availability);
    }

    @Test
    void sellsToACommercialCustomerWhatIsCommercial() {
        assertThat(segments(get("/CFQ7TTC0HL8W/skus/0001/availabilities"))).containsExactly("commercial");
        assertThat(offerNames(getAt("/offers"))).contains("Enterprise 3").doesNotContain("Education Faculty");
    }

    @Test
    void opensEducationToASchoolWhenItIsApproved() {
        stand.in(
                partnerId,
                () -> customers.apply(
                        partnerId,
                        customerId,
                        new QualificationRequest(
                                Qualification.EDUCATION,
                                Optional.of(EducationSegment.K12),
                                Optional.of("https://school.example"),
                                Optional.empty())));
        assertThat(offerNames(getAt("/offers"))).doesNotContain("Education Faculty");

        stand.in(
                partnerId,
                () -> customers.decide(partnerId, customerId, VettingDecision.approve(Qualification.EDUCATION)));
        assertThat(offerNames(getAt("/offers"))).contains("Enterprise 3", "Education Faculty");
        assertThat(segments(get("/CFQ7TTC0HL8W/skus/0001/availabilities"))).containsExactly("commercial", "education");
        assertThat(segments(get("/CFQ7TTC0HL8W/skus/0001/availabilities?targetSegment=education")))
                .containsExactly("education");
    }

    @Test
    void listsTheCategoriesOfWhatTheCustomerMayBuy() {
        var categories = body(getAt("/offercategories"));

        assertThat(categories.get("items").valueStream().map(item -> item.get("id")
                        .asString()))
                .containsExactly("Enterprise_Key", "SmallBusiness_Key", "Trial_Key");
    }

    @Test
    void pagesTheOffersOfACustomer() {
        var page = body(getAt("/offers?size=1&offset=1"));

        assertThat(page.get("totalCount").asInt()).isEqualTo(1);
        assertThat(page.at("/links/next/uri").asString())
                .isEqualTo("/customers/" + customerId + "/offers?offset=2&size=1");
    }

    @Test
    void answersPostAsItAnswersGet() {
        var address = "/v1/customers/" + customerId + "/products?targetView=Software";

        assertThat(body(perform("POST", address))).isEqualTo(body(perform("GET", address)));
    }

    @ParameterizedTest(name = "GET {0} is refused with {1} and code {2}")
    @CsvSource(delimiter = '|', textBlock = """
            /products                                                                       | 400 | 800002
            /products?targetView=OnlineServices&targetSegment=education                     | 403 | 400030
            /products?targetView=SpecializedOffers                                          | 403 | 400036
            /products/CFQ7TTC0ZZZZ                                                          | 404 | 400013
            /products/CFQ7TTC0ZZZZ/skus                                                     | 404 | 400013
            /products/CFQ7TTC0LH18/skus?targetSegment=education                             | 403 | 400030
            /products/CFQ7TTC0LH18/skus?targetSegment=moon                                  | 400 | 800002
            /products/CFQ7TTC0LH18/skus/9999                                                | 404 | 400018
            /products/CFQ7TTC0LH18/skus/9999/availabilities                                 | 404 | 400018
            /products/CFQ7TTC0LH18/skus/0001/availabilities?targetSegment=education         | 403 | 400030
            /products/CFQ7TTC0LH18/skus/0001/availabilities/CFQ7TTC0AAAA                    | 404 | 400019
            /offers?size=501                                                                | 400 | 3000
            """)
    void refusesAsPublished(String address, int status, int code) {
        var response = getAt(address);

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(body(response).get("code").asInt()).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} of another partner''s customer answers as for nobody''s")
    @CsvSource(textBlock = """
            /products?targetView=OnlineServices
            /products/CFQ7TTC0LH18
            /products/CFQ7TTC0LH18/skus
            /products/CFQ7TTC0LH18/skus/0001
            /products/CFQ7TTC0LH18/skus/0001/availabilities
            /offers
            /offercategories
            """)
    void keepsPartnersApart(String address) {
        var own = getAt(address);
        assertThat(own.getStatus()).isEqualTo(200);
        partnerId = stand.aPartner();

        var foreign = getAt(address);
        assertThat(foreign.getStatus()).isIn(403, 404);
        var unknownId = UUID.randomUUID().toString();
        var unknown = perform("GET", "/v1/customers/" + unknownId + address);
        assertThat(foreign.getStatus()).isEqualTo(unknown.getStatus());
        assertThat(text(foreign).replace(customerId.toString(), unknownId)).isEqualTo(text(unknown));
    }

    private static JsonNode item(JsonNode collection, String id) {
        return collection
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> segments(MockHttpServletResponse response) {
        return values(response, "segment");
    }

    private List<String> offerNames(MockHttpServletResponse response) {
        return values(response, "name");
    }

    private List<String> values(MockHttpServletResponse response, String member) {
        return body(response)
                .get("items")
                .valueStream()
                .map(item -> item.get(member).asString())
                .toList();
    }

    private MockHttpServletResponse get(String belowProducts) {
        return getAt("/products" + belowProducts);
    }

    private MockHttpServletResponse getAt(String belowCustomer) {
        return perform("GET", "/v1/customers/" + customerId + belowCustomer);
    }

    private MockHttpServletResponse follow(JsonNode link) {
        return perform("GET", "/v1" + link.get("uri").asString());
    }

    private MockHttpServletResponse perform(String method, String address) {
        Caller caller = stand.callerOf(partnerId, Role.SALES_AGENT);
        var answer = new AtomicReference<MockHttpServletResponse>();
        caller.run(() -> answer.set(performInScope(method, address)));
        return Objects.requireNonNull(answer.get());
    }

    private MockHttpServletResponse performInScope(String method, String address) {
        var verb = org.springframework.http.HttpMethod.valueOf(method);
        try {
            return http.perform(MockMvcRequestBuilders.request(verb, URI.create(address)))
                    .andReturn()
                    .getResponse();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private JsonNode body(MockHttpServletResponse response) {
        return json.readTree(text(response));
    }

    private static String text(MockHttpServletResponse response) {
        try {
            return response.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
