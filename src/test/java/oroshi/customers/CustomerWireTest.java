package oroshi.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import oroshi.OroshiTest;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.TenantId;
import oroshi.directory.Directory;
import oroshi.directory.DomainPrefix;
import oroshi.directory.NewTenant;
import oroshi.directory.NewUser;
import oroshi.directory.TemporaryPassword;
import oroshi.partners.Partners;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The customers' operations as clients see them: requests in, golden JSON out. */
@OroshiTest
class CustomerWireTest {
    private static final Path GOLDEN = Path.of("src/test/resources/oroshi/customers");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerRules rules;

    @Autowired
    private Partners partners;

    @Autowired
    private Directory directory;

    private MockMvc http;
    private CustomerStand stand;
    private PartnerId partner;
    private Caller caller;
    private Customer customer;

    @BeforeEach
    void addACustomer() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(
                        application.getBean("wireFilter", Filter.class),
                        application.getBean("preparationFilter", Filter.class))
                .build();
        stand = new CustomerStand(partners, customers, rules);
        partner = stand.aPartner();
        caller = stand.callerOf(partner);
        customer = stand.add(partner, "株式会社さくら製作所", "sakuraseisakusho");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            list-customers           | GET  | /v1/customers                            | 200
            get-customer             | GET  | /v1/customers/{id}                       | 200
            get-billing-profile      | GET  | /v1/Customers/{id}/profiles/billing      | 200
            get-company-profile      | GET  | /v1/customers/{id}/profiles/company      | 200
            get-customer-unknown     | GET  | /v1/customers/{unknown}                  | 404
            get-customer-no-guid     | GET  | /v1/customers/sakura                     | 400
            get-qualification-legacy | GET  | /v1/customers/{id}/qualification         | 200
            list-qualifications-none | GET  | /v1/customers/{id}/qualifications        | 200
            validation-status-none   | GET  | /v1/customers/{id}/validationStatus?type=Account | 404
            validation-status-type   | GET  | /v1/customers/{id}/validationStatus?type=order   | 400
            validation-status-missing | GET | /v1/customers/{id}/validationStatus      | 400
            list-validation-codes    | GET  | /v1/customers/all/validations            | 200
            country-rules-us         | GET  | /v1/countryvalidationrules/us            | 200
            country-rules-jp         | GET  | /v1/countryvalidationrules/JP            | 200
            country-rules-unknown    | GET  | /v1/countryvalidationrules/XX            | 404
            country-rules-malformed  | GET  | /v1/countryvalidationrules/JPN           | 400
            """)
    void answersLikeTheGoldenFile(String golden, String method, String path, int status) {
        var answer = call(HttpMethod.valueOf(method), path, null, Map.of());

        assertThat(answer.getStatus()).isEqualTo(status);
        assertGolden(golden, body(answer));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            post-qualification-education | /v1/customers/{id}/qualifications | {"qualification":"Education","educationSegment":"HigherEducation","website":"kilnworks-college.example"} | 201
            post-qualification-state     | /v1/customers/{id}/qualifications | {"Qualification":"state_owned_entity"} | 201
            post-qualification-segment   | /v1/customers/{id}/qualifications | {"qualification":"Education"} | 400
            post-qualification-none      | /v1/customers/{id}/qualifications | {"qualification":"None"} | 400
            post-qualification-word      | /v1/customers/{id}/qualifications | {"qualification":"Royal"} | 400
            post-qualification-code      | /v1/customers/{id}/qualifications | {"qualification":"GovernmentCommunityCloud"} | 400
            validate-address             | /v1/validations/address | {"AddressLine1":"418 Kiln Street","City":"Olympia","State":"wa","PostalCode":"98501","Country":"us"} | 200
            validate-address-wrong       | /v1/validations/address | {"addressLine1":"418 Kiln Street","city":"Olympia","state":"XX","postalCode":"9850","country":"US"} | 200
            validate-address-missing     | /v1/validations/address | {"addressLine1":"418 Kiln Street","country":"US"} | 400
            """)
    void answersPostsLikeTheGoldenFile(String golden, String path, String sent, int status) {
        var answer = call(HttpMethod.POST, path, sent, Map.of());

        assertThat(answer.getStatus()).isEqualTo(status);
        assertGolden(golden, body(answer));
    }

    @Test
    void answersTheOldFormOfTheAddressCheckToClientsThatNeedIt() {
        var good =
                "{\"addressLine1\":\"418 Kiln Street\",\"city\":\"Olympia\",\"state\":\"WA\",\"postalCode\":\"98501\",\"country\":\"US\"}";
        var wrong = good.replace("98501", "9850");
        for (var client : List.of(
                Map.of("MS-PartnerCenter-Client", "Partner Center Java SDK"),
                Map.of("MS-PartnerCenter-Client", "Partner Center PowerShell"),
                Map.of("MS-PartnerCenter-Client", "Partner Center .NET SDK", "MS-SdkVersion", "1.17.0.0"))) {
            assertThat(text(call(HttpMethod.POST, "/v1/validations/address", good, client)))
                    .isEqualTo("true");
            assertThat(call(HttpMethod.POST, "/v1/validations/address", wrong, client)
                            .getStatus())
                    .isEqualTo(400);
        }
        var newer = Map.of("MS-PartnerCenter-Client", "Partner Center .NET SDK", "MS-SdkVersion", "3.4.0.0");
        assertThat(text(call(HttpMethod.POST, "/v1/validations/address", good, newer)))
                .contains("Verified");
    }

    @Test
    void replacesTheBillingProfileAndRefusesAnOldVersion() {
        var path = "/v1/customers/{id}/profiles/billing";
        var seen = text(call(HttpMethod.GET, path, null, Map.of()));
        var changed = seen.replace("06-5550-0123", "06-5550-0199");

        var stored = call(
                HttpMethod.PUT,
                path,
                changed,
                Map.of("If-Match", "\"" + customer.billing().etag() + "\""));
        assertThat(stored.getStatus()).isEqualTo(200);
        assertThat(stored.getHeader("ETag"))
                .isNotEqualTo("\"" + customer.billing().etag() + "\"");
        assertThat(text(stored)).contains("06-5550-0199");

        assertError(
                call(
                        HttpMethod.PUT,
                        path,
                        changed,
                        Map.of("If-Match", "\"" + customer.billing().etag() + "\"")),
                412,
                2055);
        assertError(call(HttpMethod.PUT, path, changed, Map.of()), 400, 2055);
        assertError(call(HttpMethod.PUT, path, changed.replace("\"etag\"", "\"other\""), Map.of()), 400, 2055);
        assertThat(call(HttpMethod.PUT, path, changed, Map.of("If-Match", "*")).getStatus())
                .isEqualTo(200);
        assertError(call(HttpMethod.PUT, path, changed.replace("530-0001", "530"), Map.of("If-Match", "*")), 400, 3000);
        assertError(call(HttpMethod.PUT, path, "{", Map.of("If-Match", "*")), 400, 800002);
    }

    @Test
    void walksTheListByContinuationToken() {
        for (var i = 0; i < 6; i++) {
            stand.add(partner, "Bramblewood " + i, "bramble" + i);
        }
        var seen = new ArrayList<String>();
        var page = json(call(HttpMethod.GET, "/v1/customers?size=3", null, Map.of()));
        while (true) {
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            var next = page.path("links").path("next");
            if (next.isMissingNode()) {
                break;
            }
            var token = next.path("headers").get(0).path("value").asString();
            page = json(call(
                    HttpMethod.GET, "/v1/customers?seekOperation=Next", null, Map.of("MS-ContinuationToken", token)));
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"Field":"CompanyName","Value":"bRamb","Operator":"starts_with"} | 200 | 1
            {"field":"companyName","value":"BRAMBLEWOOD CERAMICS","operator":"0"} | 200 | 1
            {"Field":"Domain","Value":"kiln","Operator":"StartsWith","FieldType":"String"} | 200 | 1
            {"Field":"CompanyName","Value":"wood","Operator":"starts_with"} | 200 | 0
            {"LeftFilter":{"Field":"Domain","Value":"kiln","Operator":9},"Operator":"or","RightFilter":{"Field":"Domain","Value":"sakura","Operator":9}} | 200 | 2
            {"Field":"CompanyName","Value":"b","Operator":"substring"} | 400 | 2000
            {"Field":"Country","Value":"JP","Operator":"equals"} | 400 | 3000
            {"Field":"CompanyName"} | 400 | 3000
            not json | 400 | 3000
            {"Field":"IndirectReseller","Value":"a93e0d74-68b1-4c2f-8f55-17d6c2be4093","Operator":"equals"} | 404 | 800015
            """)
    void filters(String filter, int status, int countOrCode) {
        stand.add(partner, "Bramblewood Ceramics", "kilnworks");
        var answer = call(
                HttpMethod.GET,
                "/v1/customers?size=0&filter="
                        + URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20"),
                null,
                Map.of());

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(json(answer).path(status == 200 ? "totalCount" : "code").asInt())
                .isEqualTo(countOrCode);
    }

    @Test
    void saysWhetherADomainIsTaken() {
        var prefix = "d" + Ids.next().toString().replace("-", "").substring(12, 32);
        var path = "/v1/domains/" + prefix + ".onmicrosoft.com";
        assertThat(call(HttpMethod.HEAD, path, null, Map.of()).getStatus()).isEqualTo(404);
        directory.create(
                new NewTenant(TenantId.next(), Cloud.PUBLIC, DomainPrefix.parse(prefix), "Taken", "JP", "ja-JP"),
                NewUser.admin("直子", "山本", "ja-JP", TemporaryPassword.generate()));

        assertThat(call(HttpMethod.HEAD, path, null, Map.of()).getStatus()).isEqualTo(200);
        assertThat(call(HttpMethod.HEAD, "/v1/domains/microsoft.onmicrosoft.com", null, Map.of())
                        .getStatus())
                .isEqualTo(200);
        assertThat(call(HttpMethod.HEAD, "/v1/domains/a!b.onmicrosoft.com", null, Map.of())
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("J6-A6 a foreign customer, an app-only token and a missing role hear what the contract says")
    void turnsAway() {
        var path = "/v1/customers/{id}/profiles/company";
        caller = stand.callerOf(partner, Role.BILLING_ADMIN);
        assertError(call(HttpMethod.GET, path, null, Map.of()), 403, 900150);
        assertThat(call(HttpMethod.GET, "/v1/customers/{id}/profiles/billing", null, Map.of())
                        .getStatus())
                .isEqualTo(200);

        var person = stand.callerOf(partner);
        caller = new Caller(
                partner,
                person.partnerType(),
                person.cloud(),
                Optional.empty(),
                person.applicationId(),
                "app",
                Set.of(),
                false);
        assertError(call(HttpMethod.GET, path, null, Map.of()), 403, 900329);

        caller = stand.callerOf(stand.aPartner(PartnerType.INDIRECT_PROVIDER));
        for (var foreign : List.of(
                "/v1/customers/{id}",
                path,
                "/v1/customers/{id}/profiles/billing",
                "/v1/customers/{id}/qualifications")) {
            assertError(call(HttpMethod.GET, foreign, null, Map.of()), 404, 60003);
        }
    }

    private void assertError(MockHttpServletResponse answer, int status, int code) {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt()).isEqualTo(code);
    }

    private MockHttpServletResponse call(
            HttpMethod method, String path, @Nullable String body, Map<String, String> headers) {
        var uri = path.replace("{id}", customer.id().toString())
                .replace("{unknown}", new CustomerId(Ids.next()).toString());
        var request = MockMvcRequestBuilders.request(method, URI.create(uri));
        headers.forEach(request::header);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        var answer = new AtomicReference<MockHttpServletResponse>();
        caller.run(() -> {
            try {
                answer.set(http.perform(request).andReturn().getResponse());
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        return Objects.requireNonNull(answer.get());
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(MockHttpServletResponse answer) {
        return JSON.readTree(answer.getContentAsByteArray());
    }

    /** The body with what differs from run to run replaced by a word. */
    private String body(MockHttpServletResponse answer) {
        return JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(json(answer))
                        .replace(customer.id().toString(), "(customer)")
                        .replace(customer.commerceId().toString(), "(commerce)")
                        .replace(customer.billing().id().toString(), "(billing)")
                        .replace(customer.billing().etag(), "(etag)")
                        .replaceAll("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}", "(id)")
                        .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "(time)")
                + "\n";
    }

    private static void assertGolden(String name, String body) {
        var file = GOLDEN.resolve(name + ".response.json");
        try {
            assertThat(file).as("golden file").exists();
            assertThat(body).isEqualTo(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
