package oroshi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The conventions of the wire that hold for every operation, line by line, on routes that use them. */
@OroshiTest
@TestInstance(Lifecycle.PER_CLASS)
class ConventionsTest {
    private static final String PASSWORD = "Zr8#kLm2";

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private String token;
    private String customer;
    private String domain;

    @BeforeAll
    void onboard() {
        var partner = fixtures.aozora().id();
        token = callers.token(callers.aPersonOf(partner, Role.values()));
        var served = new Clerk(port, token).onboard("onboarding/add-sakura.request.json", Map.of());
        customer = served.customer();
        domain = served.admin().substring(served.admin().indexOf('@') + 1);
        for (var name : List.of("anna", "bert", "chie", "daan")) {
            assertThat(post("/users", user(name)).statusCode()).isEqualTo(200);
        }
    }

    private String user(String name) {
        return "{\"userPrincipalName\":\"%s@%s\",\"displayName\":\"%s\",\"passwordProfile\":{\"password\":\"%s\"}}"
                .formatted(name, domain, name, PASSWORD);
    }

    // Routing

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/customers/{c}",
                "/V1/Customers/{c}/",
                "/v1//customers//{c}//",
                "//v1/CUSTOMERS/{C}",
                "/v1/customers/{c}/Profiles/COMPANY/",
                "/v1/customers/relationshiprequests",
                "/v1//Customers/RelationshipRequests/",
                "/v1/customers?size=&filter=&unknown=1&seekOperation=",
                "/v1/customers/{c}/users/?SIZE=2&SortField=DisplayName&SORTDIRECTION=descending"
            })
    @DisplayName("Routing: case, runs of slashes, a trailing slash and empty or unknown parameters make no difference")
    void routes(String path) {
        var answer = get(path.replace("{c}", customer).replace("{C}", customer.toUpperCase(Locale.ROOT)));
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /v1/customers/usagerecords, 501, 0
            /v1/customers/nonsense, 400, 900118
            /v1/customers/{c}/users/nonsense, 400, 3000
            /v1/nothing/here, 404, 1000
            /v1, 404, 1000
            """)
    @DisplayName(
            "Routing: literals win over templates, what is no id says so, and what is nowhere is an error of the wire")
    void routesLiterals(String path, int status, int code) {
        refuses(get(path.replace("{c}", customer)), status, code);
    }

    @Test
    @DisplayName("Routing: another method is 405 with the methods that are there, an Accept without JSON 406")
    void refusesMethods() {
        refuses(send("DELETE", "/v1/customers/" + customer + "/profiles/company", null), 405, 800042);
        refuses(send("GET", "/v1/customers", null, "Accept", "text/csv"), 406, 800042);
        for (var accept : List.of("*/*", "application/json", "application/json, text/plain, */*")) {
            assertThat(send("GET", "/v1/customers", null, "Accept", accept).statusCode())
                    .isEqualTo(200);
        }
    }

    // Requests

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"UserPrincipalName\":\"{u}\",\"DisplayName\":\"X\",\"PasswordProfile\":{\"Password\":\"{p}\",\"ForceChangePassword\":true}}",
                "{\"user_principal_name\":\"{u}\",\"display_name\":\"X\",\"password_profile\":{\"password\":\"{p}\"}}",
                "{\"USERPRINCIPALNAME\":\"{u}\",\"displayname\":\"X\",\"passwordProfile\":{\"password\":\"{p}\",\"Password\":\"{p}\"}}",
                "{\"userPrincipalName\":\"old\",\"displayName\":\"X\",\"passwordProfile\":{\"password\":\"{p}\"},\"UserPrincipalName\":\"{u}\"}",
                "{\"userPrincipalName\":\"{u}\",\"displayName\":\"X\",\"passwordProfile\":{\"password\":\"{p}\"},\"id\":null,\"links\":{\"self\":{}},"
                        + "\"attributes\":{\"objectType\":\"CustomerUser\"},\"state\":\"active\",\"userDomainType\":\"none\",\"softDeletionTime\":null,\"more\":[1]}",
                "{\"userPrincipalName\":\"{u}\",\"displayName\":\"X\",\"passwordProfile\":{\"password\":\"{p}\"},\"state\":0,\"userDomainType\":0}",
                "{\"userPrincipalName\":\"{u}\",\"displayName\":\"X\",\"passwordProfile\":{\"password\":\"{p}\"},\"state\":\"ACTIVE\",\"userDomainType\":\"Man_aged\"}",
                "\uFEFF{\"userPrincipalName\":\"{u}\",\"displayName\":\"X\",\"passwordProfile\":{\"password\":\"{p}\"}}"
            })
    @DisplayName("Requests: every casing, underscores, the last of two, null as absent, ordinals and a byte-order mark")
    void reads(String body) {
        var name = "r" + UUID.randomUUID().toString().substring(0, 8) + "@" + domain;
        var answer = post("/users", body.replace("{u}", name).replace("{p}", PASSWORD));
        assertThat(answer.statusCode()).as(body + answer.body()).isEqualTo(200);
        assertThat(json(answer).path("userPrincipalName").asString()).isEqualTo(name);
    }

    @Test
    @DisplayName("Requests: null in a PATCH leaves a member as it is")
    void leavesUnchanged() {
        var made = json(post("/users", user("nora")));
        var path = "/v1/customers/" + customer + "/users/" + made.path("id").asString();
        assertThat(send("PATCH", path, "{\"UsageLocation\":\"JP\",\"FirstName\":\"Nora\"}")
                        .statusCode())
                .isEqualTo(200);
        var answer = send(
                "PATCH",
                path,
                "{\"Id\":null,\"UsageLocation\":null,\"FirstName\":null,\"LastName\":\"Ito\",\"Links\":null}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("usageLocation").asString()).isEqualTo("JP");
        assertThat(json(answer).path("firstName").asString()).isEqualTo("Nora");
        assertThat(json(answer).path("lastName").asString()).isEqualTo("Ito");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"state":"asleep"}                    | 900126
            {"state":7}                           | 900126
            {"displayName":5}                     | 3000
            {"passwordProfile":"x"}               | 3000
            {"displayName":                       | 800002
            nonsense                              | 800002
            []                                    | 800002
            ''                                    | 800002
            """)
    @DisplayName("Requests: unknown words, wrong types and what is no JSON have their codes")
    void refusesBodies(String body, int code) {
        refuses(post("/users", body), 400, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=utf-8", "application/JSON;charset=\"UTF-8\""})
    @DisplayName("Requests: JSON with or without its charset; no other type")
    void readsContentTypes(String type) {
        var name = "t" + UUID.randomUUID().toString().substring(0, 8);
        var path = "/v1/customers/" + customer + "/users";
        assertThat(send("POST", path, user(name), "Content-Type", type).statusCode())
                .isEqualTo(200);
        refuses(send("POST", path, user(name), "Content-Type", "text/plain"), 400, 800002);
    }

    @Test
    @DisplayName("Requests: the cycle of a cart's line and its participant may come as numbers")
    void readsNumbersOfWords() {
        var lines = "{\"lineItems\":[{\"id\":0,\"catalogItemId\":\"ENT-3\",\"quantity\":1,\"billingCycle\":%s}]}";
        for (var cycle : List.of("1", "\"1\"", "\"Monthly\"", "\"monthly\"")) {
            var answer = post("/carts", lines.formatted(cycle));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(json(answer).at("/lineItems/0/billingCycle").asString()).isEqualTo("monthly");
        }
        refuses(post("/carts", lines.formatted("17")), 400, 900126);
        refuses(post("/carts", lines.formatted("true")), 400, 3000);
    }

    // Answers

    @Test
    @DisplayName("Answers: camelCase, nothing for a missing value, UTF-8, relative links, gzip for who asks")
    void writes() throws Exception {
        var answer = get("/v1/customers/" + customer + "/users?size=500");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(answer.body()).doesNotContain(":null").doesNotContain("/v1/");
        assertThat(json(answer).at("/links/self/uri").asString()).startsWith("/customers/");
        for (var user : json(answer).path("items")) {
            assertThat(user.propertyNames()).allMatch(name -> Character.isLowerCase(name.charAt(0)));
        }
        var packed = client.send(
                request("GET", "/v1/customers/" + customer + "/users?size=500", null, "Accept-Encoding", "gzip"),
                BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(answer.body());
        }
    }

    @Test
    @DisplayName("Answers: the ids of the request come back, new ones in place of missing or unreadable ones")
    void echoesIds() {
        var id = UUID.randomUUID().toString();
        var correlation = UUID.randomUUID().toString();
        var answer = send("GET", "/v1/customers", null, "MS-RequestId", id, "MS-CorrelationId", correlation);
        assertThat(answer.headers().firstValue("MS-RequestId")).hasValue(id);
        assertThat(answer.headers().firstValue("MS-CorrelationId")).hasValue(correlation);
        assertThat(answer.headers().firstValue("MS-CV").orElseThrow()).matches("[A-Za-z0-9+/]+\\.[0-9]+");
        assertThat(answer.headers().firstValue("MS-ServerId").orElseThrow()).matches("[0-9A-Fa-f]+");
        var other = send("GET", "/v1/nothing", null, "MS-RequestId", "nonsense");
        assertThat(UUID.fromString(other.headers().firstValue("MS-RequestId").orElseThrow()))
                .isNotNull();
        assertThat(other.headers().map()).containsKeys("ms-correlationid", "ms-cv", "ms-serverid");
    }

    @Test
    @DisplayName(
            "Answers: every MS- header is optional, the contract's version is v1, an unknown language is American English")
    void readsHeaders() {
        assertThat(send("GET", "/v1/customers", null, "MS-Contract-Version", "v1")
                        .statusCode())
                .isEqualTo(200);
        refuses(send("GET", "/v1/customers", null, "MS-Contract-Version", "v2"), 400, 800002);
        for (var locale : List.of("xx-YY", "???", "en-US")) {
            var skus = send("GET", "/v1/customers/" + customer + "/subscribedskus", null, "X-Locale", locale);
            assertThat(skus.statusCode()).as(skus.body()).isEqualTo(200);
            assertThat(json(skus).at("/items/0/productSku/name").asString()).isEqualTo("Business Premium");
        }
    }

    @Test
    @DisplayName("Answers: a change has a body, a deletion none, and an error its code, description, data and source")
    void answersChanges() {
        var made = post("/users", user("emil"));
        assertThat(made.body()).startsWith("{");
        var gone = send(
                "DELETE",
                "/v1/customers/" + customer + "/users/" + json(made).path("id").asString(),
                null);
        assertThat(gone.statusCode()).isEqualTo(204);
        assertThat(gone.body()).isEmpty();
        var error = json(post("/users", "{}"));
        assertThat(error.path("code").isNumber()).isTrue();
        assertThat(error.path("description").asString()).isNotEmpty();
        assertThat(error.path("data").isArray()).isTrue();
        assertThat(error.path("source").asString()).isEqualTo("PartnerFD");
    }

    // Versions

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "{e}"    |       | 200 | 0
            {e}      |       | 200 | 0
            W/"{e}"  |       | 200 | 0
            *        |       | 200 | 0
            "{e}"    | "7"   | 200 | 0
            "7"      | {e}   | 412 | 2055
            -        | {e}   | 200 | 0
            -        | "{e}" | 200 | 0
            -        | 7     | 400 | 2055
            """)
    @DisplayName("Versions: If-Match in every form, the body's etag without it, and the header where both are")
    void comparesVersions(String header, String inBody, int status, int code) {
        var path = "/v1/customers/" + customer + "/profiles/billing";
        var present = get(path);
        var etag = json(present).at("/attributes/etag").asString();
        assertThat(present.headers().firstValue("ETag")).hasValue("\"" + etag + "\"");
        var body = (ObjectNode) json(present);
        var attributes = (ObjectNode) body.path("attributes");
        attributes.remove("etag");
        if (inBody != null) {
            attributes.put("etag", inBody.replace("{e}", etag));
        }
        var answer = header.equals("-")
                ? send("PUT", path, body.toString())
                : send("PUT", path, body.toString(), "If-Match", header.replace("{e}", etag));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt(0)).isEqualTo(code);
    }

    // Lists

    @Test
    @DisplayName("Lists: size, links and token of each page; seeks lead to every neighbour and keep size and order")
    void pages() {
        var names = new ArrayList<String>();
        var page = get("/v1/customers/" + customer + "/users?size=2&sortField=DisplayName&sortDirection=Descending");
        var first = json(page);
        assertThat(first.path("totalCount").asInt()).isEqualTo(2);
        assertThat(first.at("/attributes/objectType").asString()).isEqualTo("Collection");
        assertThat(first.at("/links/previous").isMissingNode()).isTrue();
        var current = first;
        while (true) {
            current.path("items")
                    .forEach(user -> names.add(user.path("displayName").asString()));
            if (current.at("/links/next").isMissingNode()) {
                assertThat(current.has("continuationToken")).isFalse();
                break;
            }
            assertThat(current.at("/links/next/headers/0/key").asString()).isEqualTo("MS-ContinuationToken");
            assertThat(current.at("/links/next/headers/0/value").asString())
                    .isEqualTo(current.path("continuationToken").asString());
            assertThat(current.at("/links/next/uri").asString())
                    .contains("size=2", "sortField=DisplayName", "seekOperation=Next");
            current = json(follow(current.at("/links/next")));
        }
        var ordered = new ArrayList<>(names);
        ordered.sort(String.CASE_INSENSITIVE_ORDER.reversed());
        assertThat(names).isEqualTo(ordered).contains("anna", "bert", "chie", "daan");

        var bare = first.path("continuationToken").asString();
        var users = "/v1/customers/" + customer + "/users";
        assertThat(firstName(seek(users, "first", bare))).isEqualTo(names.getFirst());
        assertThat(firstName(seek(users, "PREVIOUS", bare))).isEqualTo(names.getFirst());
        assertThat(firstName(seek(users, "Next", bare))).isEqualTo(names.get(2));
        var last = json(seek(users, "Last", bare));
        assertThat(last.path("items")
                        .get(last.path("items").size() - 1)
                        .path("displayName")
                        .asString())
                .isEqualTo(names.getLast());
        assertThat(last.at("/links/next").isMissingNode()).isTrue();
        refuses(seek(users, "PageIndex", bare), 400, 3000);
        refuses(seek(users, "Next", "nonsense"), 400, 3000);
        refuses(seek("/v1/customers", "Next", bare), 400, 3000);
        refuses(get(users + "?seekOperation=Next"), 400, 3000);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            size=0, 200
            size=500, 200
            size=501, 400
            size=-1, 400
            size=many, 400
            sortField=Nothing, 400
            sortField=DisplayName&sortDirection=sideways, 400
            sortField=displayname&sortDirection=asc, 200
            sortField=displayname&sortDirection=desc, 200
            sortField=displayname&sortDirection=Ascending, 200
            """)
    @DisplayName("Lists: sizes from 0 to 500, and directions in every spelling")
    void readsSizes(String query, int status) {
        var answer = get("/v1/customers/" + customer + "/users?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 400) {
            refuses(answer, 400, 3000);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"Field":"CompanyName","Value":"株式会社さくら","Operator":"starts_with"}                        | 200 | 0
            {"field":"companyname","value":"株式会社さくら","operator":"StartsWith","fieldType":"String"}    | 200 | 0
            {"Field":"Domain","Value":"d","Operator":9}                                                     | 200 | 0
            {"Field":"Domain","Value":"d","Operator":"9"}                                                   | 200 | 0
            {"Field":"Domain","Value":"d","Operator":"substring"}                                           | 400 | 2000
            {"Field":"Nonsense","Value":"d","Operator":"starts_with"}                                       | 400 | 3000
            {"Field":"Domain","Operator":"starts_with"}                                                     | 400 | 3000
            {"Field":"Domain","Value":"d","Operator":"nearly"}                                              | 400 | 3000
            {"Field":                                                                                       | 400 | 3000
            nonsense                                                                                        | 400 | 3000
            """)
    @DisplayName("Lists: filters in the spellings of all clients; what a list does not support and what is no filter")
    void readsFilters(String filter, int status, int code) {
        var answer = get("/v1/customers?size=10&Filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt(0)).isEqualTo(code);
        if (code == 2000) {
            assertThat(json(answer).path("source").asString()).isEqualTo("PartnerApiServiceControllers");
        }
    }

    // Once

    @Test
    @DisplayName("Once: a request id makes a call happen once, refusals too; another target or body is another call")
    void happensOnce() {
        var id = UUID.randomUUID().toString();
        var path = "/v1/customers/" + customer + "/users";
        var name = "o" + UUID.randomUUID().toString().substring(0, 8);
        var first = send("POST", path, user(name), "MS-RequestId", id);
        var again = send("POST", "/V1//customers/" + customer + "/users/", user(name), "MS-RequestId", id);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("MS-RequestId")).hasValue(id);
        var refused =
                send("POST", path, user(name), "MS-RequestId", UUID.randomUUID().toString());
        assertThat(refused.statusCode()).as("the name is taken").isEqualTo(409);
        assertThat(send("POST", path, user(name + "x"), "MS-RequestId", id).statusCode())
                .isEqualTo(200);
        assertThat(send("GET", path, null, "MS-RequestId", id).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String path, String body) {
        return send("POST", "/v1/customers/" + customer + path, body);
    }

    private HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    private HttpResponse<String> follow(JsonNode link) {
        // As the Java SDK does it, which puts /v1/ before an address that begins with a slash.
        return send(
                "GET",
                "/v1/" + link.path("uri").asString(),
                null,
                "MS-ContinuationToken",
                link.at("/headers/0/value").asString());
    }

    private HttpResponse<String> seek(String list, String operation, String continuation) {
        return send("GET", list + "?seekOperation=" + operation, null, "MS-ContinuationToken", continuation);
    }

    private static String firstName(HttpResponse<String> page) {
        return json(page).at("/items/0/displayName").asString();
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
        try {
            return client.send(request(method, path, body, headers), BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private HttpRequest request(String method, String path, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (var index = 0; index < headers.length; index += 2) {
            request.setHeader(headers[index], headers[index + 1]);
        }
        return request.build();
    }

    private static void refuses(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt(-1)).as(answer.body()).isEqualTo(code);
        assertThat(json(answer).path("description").asString()).isNotEmpty();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
