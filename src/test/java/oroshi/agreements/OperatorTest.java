package oroshi.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.Fixtures.Copy;
import oroshi.OroshiTest;
import oroshi.access.tokens.TestTokens;
import oroshi.clock.Clocks;
import tools.jackson.databind.JsonNode;

/** What the operator does through its API, and who can't. */
@OroshiTest
@Isolated("what it publishes of agreements holds for every partner whose clock has reached the day")
class OperatorTest {
    /** Its digest is in the configuration of tests. */
    private static final String KEY = "a key that only the operator of tests knows";

    private static final String ADDRESS = "/oroshi/operator/agreementtemplates";
    private static final String PAGE =
            "<!doctype html><html lang=\"en\"><body><script>alert(1)</script>Terms</body></html>";
    private static final String BLUE_MESA = """
            {"country":"US","companyName":"Blue Mesa Freight LLC","domainPrefix":"%s","postalCode":"80202",
             "state":"CO","city":"Denver","addressLine1":"1 Wynkoop Street","culture":"en-US",
             "contact":{"firstName":"Tom","lastName":"Nakai","email":"tom@bluemesa.example","phone":"303-555-0123"},
             "agreement":{"mode":"accepted","date":"%s"}}""";
    private static final String ORDER = """
            {"billingCycle":"monthly","lineItems":[{"lineItemNumber":0,"offerId":"ENT-3","quantity":1}]}""";
    private static final String SCHOOL = """
            {"qualification":"education","educationSegment":"K12","website":"https://school.example"}""";

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private Clocks clocks;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("J2-A7 what the operator publishes closes the gate from its day on, until the new version is accepted")
    void publishesAVersionThatTheGateAsksFor() throws IOException, InterruptedException {
        var cedarRidge = fixtures.cedarRidge();
        var clerk = clerk(cedarRidge);
        clocks.stopAt(cedarRidge.id(), Instant.parse("2032-06-01T15:00:00Z"));
        var customer = onboard(clerk, "2032-06-01");

        var made =
                publish(KEY, form("customer-agreement", 1, "2033-01-01", "us").file("document.en-US", bytes(PAGE)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var template = Clerk.json(made).path("items").path(0);
        assertThat(template.path("country").asString()).isEqualTo("US");
        assertThat(template.path("languages").path(0).asString()).isEqualTo("en-US");

        var path = "/v1/customers/" + customer;
        assertThat(clerk.call("POST", path + "/orders", ORDER).statusCode()).isEqualTo(201);
        clocks.stopAt(cedarRidge.id(), Instant.parse("2033-02-01T15:00:00Z"));
        var closed = clerk.call("POST", path + "/orders", ORDER);
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(403);
        assertThat(Clerk.json(closed).path("code").asInt()).isEqualTo(13605);

        var old = clerk.call("POST", "/oroshi/customers", BLUE_MESA.formatted(Clerk.anyDomain(), "2032-12-31"));
        assertThat(old.statusCode())
                .as("J1 1.8 a date before the version: " + old.body())
                .isEqualTo(400);
        var attested = clerk.call("POST", path + "/agreements", """
                {"primaryContact":{"firstName":"Tom","lastName":"Nakai","email":"tom@bluemesa.example"},
                 "dateAgreed":"2033-01-31","templateId":"%s","type":"MicrosoftCustomerAgreement"}""".formatted(
                        template.path("templateId").asString()));
        assertThat(attested.statusCode()).as(attested.body()).isEqualTo(201);
        assertThat(clerk.call("POST", path + "/orders", ORDER).statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName("2.6 a published document is read as it is, in a sandbox, and never edited")
    void publishesADocumentOnce() throws IOException, InterruptedException {
        var pdf = bytes("%PDF-1.7 terms");
        var version = form("germany-secrecy-amendment", 1, "2030-01-01", "de")
                .file("document.de", pdf)
                .file("document.en", bytes(PAGE));
        var made = publish(KEY, version);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var again = publish(KEY, version);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(409);

        var documents = Clerk.json(made).path("items").path(0).path("documents");
        var german = get(documents.path(0).asString());
        assertThat(german.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(german.body()).isEqualTo("%PDF-1.7 terms");
        var english = get(documents.path(1).asString());
        assertThat(english.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox;");
        assertThat(english.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

        var listed = call("GET", ADDRESS + "?country=de&type=germany-secrecy-amendment", KEY);
        assertThat(Clerk.json(listed).path("items").valueStream().map(each -> each.path("version")
                        .asInt()))
                .contains(0, 1);
    }

    @Test
    void refusesWhatIsNoVersion() throws IOException, InterruptedException {
        var pdf = bytes("%PDF-1.7 terms");
        var fine = form("germany-secrecy-amendment", 7, "2031-01-01", "de");
        assertRefused(fine);
        assertRefused(fine.file("document.de", bytes("just words")));
        assertRefused(fine.file("document.de", new byte[0]));
        assertRefused(fine.file("document.de", new byte[6 * 1024 * 1024]));
        assertRefused(fine.file("document.no language", pdf));
        assertRefused(form("no-type", 7, "2031-01-01", "de").file("document.de", pdf));
        assertRefused(form("germany-secrecy-amendment", 0, "2031-01-01", "de").file("document.de", pdf));
        assertRefused(form("germany-secrecy-amendment", 7, "tomorrow", "de").file("document.de", pdf));
        assertRefused(form("germany-secrecy-amendment", 7, "1999-01-01", "de").file("document.de", pdf));
        assertRefused(
                form("germany-secrecy-amendment", 7, "2031-01-01", "atlantis").file("document.de", pdf));
    }

    @Test
    @DisplayName("only the operator's key opens the operator's addresses, however they are written")
    void letsNobodyElseIn() throws IOException, InterruptedException {
        var global = tokens.of(
                fixtures.cedarRidge().id(),
                fixtures.caller(fixtures.cedarRidge(), "ana.ortiz").userId().orElseThrow());
        for (var path :
                new String[] {ADDRESS, "/Oroshi/OPERATOR/agreementtemplates", "//oroshi//operator/agreementtemplates/"
                }) {
            for (var key : new String[] {"", "wrong", global}) {
                assertThat(call("GET", path, key).statusCode())
                        .as(path + " with " + key)
                        .isIn(400, 401);
            }
        }
        assertThat(call("GET", ADDRESS, KEY).statusCode()).isEqualTo(200);
        assertThat(call("GET", "/v1/customers", KEY).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("J1-A18 the operator approves or refuses a qualification, and the partner's log says who")
    void decidesOnAQualification() throws IOException, InterruptedException {
        var cedarRidge = fixtures.cedarRidge();
        var clerk = clerk(cedarRidge);
        var customer = onboard(clerk, "2019-04-22");
        assertThat(clerk.call("POST", "/v1/customers/" + customer + "/qualifications", SCHOOL)
                        .statusCode())
                .isBetween(200, 201);
        var address = "/oroshi/operator/partners/" + cedarRidge.id() + "/customers/" + customer + "/qualifications/";
        assertThat(put(address + "Education", "{\"approved\":false}").statusCode())
                .isEqualTo(400);
        assertThat(put(address + "Piracy", "{\"approved\":true}").statusCode()).isEqualTo(404);
        var stranger = address.replace(customer, UUID.randomUUID().toString());
        assertThat(put(stranger + "Education", "{\"approved\":true}").statusCode())
                .isEqualTo(404);

        assertThat(reviews(customer)).singleElement().satisfies(review -> {
            assertThat(review.path("partnerId").asString())
                    .isEqualTo(cedarRidge.id().toString());
            assertThat(review.path("customerName").asString()).isEqualTo("Blue Mesa Freight LLC");
            assertThat(review.path("website").asString()).isEqualTo("https://school.example");
            assertThat(review.at("/links/self/uri").asString()).isEqualTo(address + "Education");
        });
        assertThat(call("GET", "/oroshi/operator/reviews", "").statusCode()).isEqualTo(401);

        var approved = put(address + "Education", "{\"approved\":true}");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(Clerk.json(approved).path("vettingStatus").asString()).isEqualTo("Approved");
        assertThat(reviews(customer)).isEmpty();
    }

    /** What there is to decide about the customer. */
    private List<JsonNode> reviews(String customer) throws IOException, InterruptedException {
        return Clerk.json(call("GET", "/oroshi/operator/reviews", KEY))
                .path("items")
                .valueStream()
                .filter(review -> review.path("customerId").asString().equals(customer))
                .toList();
    }

    private static String onboard(Clerk clerk, String agreed) {
        var made = clerk.call("POST", "/oroshi/customers", BLUE_MESA.formatted(Clerk.anyDomain(), agreed));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Clerk.json(made).at("/customer/id").asString();
    }

    private void assertRefused(Upload upload) throws IOException, InterruptedException {
        var refused = publish(KEY, upload);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(Clerk.json(refused).path("description").asString()).isNotBlank();
    }

    private static Upload form(String type, int version, String effectiveFrom, String countries) {
        return new Upload("")
                .field("type", type)
                .field("version", String.valueOf(version))
                .field("effectiveFrom", effectiveFrom)
                .field("countries", countries);
    }

    /** A form with files, as it goes over the wire; every byte is one character. */
    private record Upload(String parts) {
        static final String BOUNDARY = "----a-boundary-of-tests";

        Upload field(String name, String value) {
            return part("name=\"" + name + "\"", bytes(value));
        }

        Upload file(String name, byte[] content) {
            return part("name=\"" + name + "\"; filename=\"file\"", content);
        }

        private Upload part(String disposition, byte[] content) {
            return new Upload(parts + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition
                    + "\r\n\r\n" + new String(content, StandardCharsets.ISO_8859_1) + "\r\n");
        }

        byte[] body() {
            return (parts + "--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private HttpResponse<String> publish(String key, Upload upload) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + ADDRESS))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "multipart/form-data; boundary=" + Upload.BOUNDARY)
                .POST(BodyPublishers.ofByteArray(upload.body()))
                .build());
    }

    private HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> call(String method, String path, String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, BodyPublishers.noBody());
        return send((key.isEmpty() ? request : request.header("Authorization", "Bearer " + key)).build());
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private Clerk clerk(Copy partner) {
        return new Clerk(
                port,
                tokens.of(
                        partner.id(),
                        fixtures.caller(partner, "ben.cole").userId().orElseThrow()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
