package oroshi.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.OroshiTest;
import oroshi.access.TestCallers;
import oroshi.basics.Cloud;
import tools.jackson.databind.JsonNode;

@OroshiTest
class OperatorPriceListsTest {
    private static final String ADDRESS = "/oroshi/operator/pricelists";
    private static final String KEY = "a key that only the operator of tests knows";
    private static final String PRICES = """
            "ProductTitle","ProductId","SkuId","SkuTitle","Publisher","SkuDescription","UnitOfMeasure","TermDuration",\
            "BillingPlan","Market","Currency","UnitPrice","PricingTierRangeMin","PricingTierRangeMax",\
            "EffectiveStartDate","EffectiveEndDate","Tags","ERP Price","Segment"
            "Meridian Workplace Essentials","CFQ7TTC0QX41","0001","Meridian Workplace Essentials",\
            "Meridian Software Ltd","Mail, calendar and storage","","P1Y","Annual","GB","GBP","48","","",\
            "2/1/2024 12:00:00 AM","11/30/9999 11:59:59 PM","License","60","Commercial"
            """;

    @Autowired
    private PriceListLoads loads;

    @Autowired
    private TestCallers callers;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("the operator sees how loads are going and what was wrong; nobody else does")
    void showsTheProgressToTheOperator() {
        var request = new NewPriceList(Cloud.GERMANY, "/lists/2071-01", Instant.parse("2071-01-01T00:00:00Z"));
        assertThatThrownBy(() -> loads.load(request, List.of(CatalogStand.file("notes.csv", "a,b\n1,2\n"))))
                .isInstanceOf(PriceListRejected.class);
        var operator = new Clerk(port, KEY);

        var load = operator.read(ADDRESS).path("items").path(0);
        assertThat(load.path("state").asString()).isEqualTo("REJECTED");
        assertThat(load.path("name").asString()).isEqualTo("/lists/2071-01");
        assertThat(load.path("problemCount").asInt()).isEqualTo(1);
        assertThat(load.path("problems").path(0).asString())
                .isEqualTo("notes.csv:1: the columns are those of no known kind of file");
        assertThat(operator.read(ADDRESS + "/" + load.path("id").asString())).isEqualTo(load);
        assertThat(operator.get(ADDRESS + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(new Clerk(port, callers.token(callers.aPartner()))
                        .get(ADDRESS)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("the operator uploads an archive, which is loaded in the background")
    void loadsAnUpload() throws Exception {
        var sent = send("?cloud=germany&effectiveFrom=2072-01-01&name=January", archive("prices.csv", PRICES));

        assertThat(sent.statusCode()).isEqualTo(202);
        var id = Clerk.json(sent).path("id").asString();
        assertThat(sent.headers().firstValue("Location")).contains(ADDRESS + "/" + id);
        var load = ended(id);
        assertThat(load.path("state").asString()).isEqualTo("DONE");
        assertThat(load.path("name").asString()).isEqualTo("January");
        assertThat(load.path("cloud").asString()).isEqualTo("GERMANY");
        assertThat(load.path("effectiveFrom").asString()).isEqualTo("2072-01-01T00:00:00Z");
        assertThat(load.path("prices").asInt()).isEqualTo(1);
        assertThat(load.path("filesDone").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("a wrong line of an upload is told where the load is read")
    void tellsWhatIsWrongWithAnUpload() throws Exception {
        var sent = send("?cloud=GERMANY&effectiveFrom=2072-02-01", archive("prices.csv", PRICES.replace("48", "4,8")));

        var load = ended(Clerk.json(sent).path("id").asString());
        assertThat(load.path("state").asString()).isEqualTo("REJECTED");
        assertThat(load.path("problems").path(0).asString())
                .isEqualTo("pricelist.zip!prices.csv:2: UnitPrice: '4,8' isn't well formed");
    }

    @Test
    @DisplayName("a dry run says what a list holds, or what is wrong, and keeps nothing")
    void triesAnUpload() throws Exception {
        var before = loads.list();

        assertThat(Clerk.json(send("/check?cloud=GERMANY", archive("prices.csv", PRICES)))
                        .toString())
                .isEqualTo("""
                        {"loadable":true,"prices":1,"skus":1,"offers":0,"problemCount":0,"problems":[]}""");
        assertThat(Clerk.json(send("/check?cloud=GERMANY", archive("notes.csv", "a,b\n1,2\n")))
                        .toString())
                .isEqualTo("""
                        {"loadable":false,"prices":0,"skus":0,"offers":0,"problemCount":1,"problems":\
                        ["pricelist.zip!notes.csv:1: the columns are those of no known kind of file"]}""");
        assertThat(loads.list()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} is refused with {1}")
    @CsvSource(textBlock = """
            ?cloud=MOON,               3000
            ?effectiveFrom=tomorrow,   3000
            '',                      800002
            """)
    void refusesWhatIsNoList(String query, int code) throws Exception {
        var refused = send(query, "no archive".getBytes(UTF_8));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Clerk.json(refused).path("code").asInt()).isEqualTo(code);
    }

    @Test
    void refusesAnArchiveWithoutAFile() throws Exception {
        var refused = send("", archive("readme.txt", "no list"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("the archive holds no CSV file");
    }

    private JsonNode ended(String id) {
        var operator = new Clerk(port, KEY);
        for (var look = 0; look < 200; look++) {
            var load = operator.read(ADDRESS + "/" + id);
            if (!load.path("state").asString().equals("RUNNING")) {
                return load;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("The load goes on and on");
    }

    private HttpResponse<String> send(String query, byte[] archive) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + ADDRESS + query))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(archive))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static byte[] archive(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
