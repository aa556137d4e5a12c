package oroshi.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;
import static oroshi.orders.Stand.assertError;
import static oroshi.orders.Stand.id;
import static oroshi.orders.Stand.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.database.PartnerScope;
import tools.jackson.databind.JsonNode;

/** Purchase orders and tenders that a partner hands in with an order. */
@OroshiTest
class AttachmentTest {
    private static final String EDGE = "-----paper";
    private static final String PDF = "%PDF-1.7\nWe order one of these. Naoko Yamamoto";
    private static final String SAID = "{\"customerPrice\":\"156.87\",\"currency\":\"JPY\"}";
    private static final String PAPER = file("pofiles", "order-24-117.pdf", PDF);

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Fulfilment fulfilment;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void deliversWhatWaitedForItsPurchaseOrder() throws Exception {
        var stand = sandbox();
        var order = ordered(stand, "DG7GMGF0D7FV:0002");
        assertThat(order.path("status").asString()).isEqualTo("pending_po_upload");
        var said =
                "{\"isPartofTender\":true,\"customerPrice\":\"156.87\",\"currency\":\"gbp\",\"fxRate\":1.2,\"tenderLink\":\"https://files.bramblewood.onpartner.example/tender.pdf\"}";
        var answer = post(stand, order, field("metadata", said) + PAPER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var places = new HashMap<>(Map.of(
                "attachment", json(answer).at("/items/0/attachmentId").asString(),
                "customer", stand.customer().toString(),
                "order", id(order)));
        assertEquals(
                Counter.golden("orders/add-attachments.response.json", places), answer.body(), JSONCompareMode.STRICT);
        assertEquals(
                Counter.golden("orders/list-attachments.response.json", places),
                stand.get("/orders/" + id(order) + "/attachments").body(),
                JSONCompareMode.STRICT);
        var partnerId = stand.person().partnerId();
        PartnerScope.call(partnerId, () -> fulfilment.runDue(partnerId));
        assertThat(stand.completed(id(order)).path("status").asString()).isEqualTo("completed");
        var paper = stand.get("/orders/" + id(order) + "/attachment/" + places.get("attachment"));
        assertThat(paper.body()).isEqualTo(PDF);
        assertThat(paper.headers().firstValue("Content-Type").orElse("")).startsWith("application/pdf");
        assertThat(paper.headers().firstValue("Content-Disposition").orElse("")).contains("order-24-117.pdf");
    }

    @Test
    void takesPapersForEveryOrderAndEveryWayToSendThem() throws Exception {
        var stand = sandbox();
        var order = ordered(stand, "DG7GMGF0D5RK:0002");
        var body =
                file("Metadata", "metadata.json", "{\"IsPartOfTender\":true,\"CustomerPrice\":10,\"Currency\":\"JPY\"}")
                        + file("POFiles", "C:\\papers\\注文書.PDF", PDF)
                        + file("tenderfiles", "tender.docx", "tender");
        var answer = json(post(stand, order, body));
        assertThat(answer.at("/totalCount").asInt()).isEqualTo(2);
        assertThat(answer.at("/items/0/fileName").asString()).isEqualTo("注文書.PDF");
        assertThat(answer.at("/items/1/attachmentType").asString()).isEqualTo("TenderAttachment");
        assertThat(json(stand.get("/orders/" + id(order))).path("status").asString())
                .isEqualTo("completed");
    }

    @Test
    void keepsNamesAndContentsSealed() throws Exception {
        var stand = sandbox();
        post(stand, ordered(stand, "DG7GMGF0D5RK:0002"), field("metadata", SAID) + PAPER);
        var partnerId = stand.person().partnerId();
        var stored = PartnerScope.call(
                partnerId,
                () -> transactions.execute(transaction -> jdbc.sql(
                                "select file_name || content as stored from orders.attachment where partner_id = :partnerId")
                        .param("partnerId", partnerId.value())
                        .query((row, number) -> new String(row.getBytes("stored"), StandardCharsets.ISO_8859_1))
                        .single()));
        assertThat(stored).doesNotContain("Naoko", "order-24", "PDF");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| 900254",
                "{} | 900254",
                "{\"currency\":\"JPY\"} | 900254",
                "{\"customerPrice\":\"1\"} | 900254",
                "{\"customerPrice\":\"1\",\"currency\":\"JPY\",\"isPartofTender\":true} | 900253",
                "{\"customerPrice\":\"dear\",\"currency\":\"JPY\"} | 800002",
                "{\"customerPrice\":\"-1\",\"currency\":\"JPY\"} | 800002",
                "{\"customerPrice\":\"1\",\"currency\":\"yen\"} | 800002",
                "{\"customerPrice\":\"1\",\"currency\":\"JPY\",\"tenderLink\":\"javascript:alert(1)\"} | 800002",
                "{\"customerPrice\" | 800002"
            })
    void refusesWhatIsIncomplete(String said, int code) throws Exception {
        var stand = sandbox();
        var order = ordered(stand, "DG7GMGF0D5RK:0002");
        assertError(post(stand, order, (said == null ? "" : field("metadata", said)) + PAPER), 400, code);
    }

    @Test
    void refusesFilesThatAreNotTaken() throws Exception {
        var stand = sandbox();
        var order = ordered(stand, "DG7GMGF0D5RK:0002");
        var said = field("metadata", SAID);
        assertError(post(stand, order, said), 400, 900252);
        assertError(post(stand, order, said + file("tenderfiles", "tender.pdf", PDF)), 400, 900252);
        assertError(post(stand, order, said + file("pofiles", "order.exe", "MZ")), 400, 800002);
        assertError(post(stand, order, said + file("pofiles", "empty.pdf", "")), 400, 800002);
        var many = IntStream.range(0, 11).mapToObj(count -> PAPER).collect(Collectors.joining());
        assertError(post(stand, order, said + many), 400, 800002);
        var large = file("pofiles", "large.pdf", "x".repeat(NewAttachment.LARGEST + 1));
        assertError(post(stand, order, said + large), 400, 800002);
        assertError(stand.post("/orders/" + id(order) + "/attachment", "{}"), 400, 800002);
        assertThat(json(stand.get("/orders/" + id(order) + "/attachments"))
                        .path("totalCount")
                        .asInt())
                .isZero();
    }

    @Test
    void showsPapersToTheirPartnerOnly() throws Exception {
        var stand = sandbox();
        var order = ordered(stand, "DG7GMGF0D5RK:0002");
        var paper = json(post(stand, order, field("metadata", SAID) + PAPER))
                .at("/items/0/attachmentId")
                .asString();
        var other = sandbox();
        var elsewhere = ordered(other, "DG7GMGF0D5RK:0002");
        assertError(other.get("/orders/" + id(elsewhere) + "/attachment/" + paper), 404, 20000);
        assertError(other.get("/orders/" + id(order) + "/attachment/" + paper), 404, 20000);
        assertError(other.get("/orders/" + id(order) + "/attachments"), 404, 20000);
        assertError(post(other, order, field("metadata", SAID) + PAPER), 404, 20000);
        var seller =
                new Stand(counter, callers.aPersonOf(stand.person().partnerId(), Role.SALES_AGENT), stand.customer());
        assertError(seller.get("/orders/" + id(order) + "/attachments"), 403, 900150);
    }

    private Stand sandbox() {
        var person = counter.sandbox(Shop.LATER);
        return new Stand(counter, person, counter.customer(person));
    }

    private static JsonNode ordered(Stand stand, String item) throws Exception {
        var answer = stand.post(
                "/orders",
                "{\"billingCycle\":\"one_time\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"%s\",\"quantity\":1}]}"
                        .formatted(item));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private HttpResponse<String> post(Stand stand, JsonNode order, String parts) throws Exception {
        return counter.send(counter.request(stand.person(), stand.path() + "/orders/" + id(order) + "/attachment")
                .setHeader("Content-Type", "multipart/form-data; boundary=" + EDGE)
                .POST(BodyPublishers.ofString(parts + "--" + EDGE + "--\r\n")));
    }

    private static String field(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: application/json\r\n\r\n%s\r\n"
                .formatted(EDGE, name, value);
    }

    private static String file(String name, String fileName, String content) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n%s\r\n"
                .formatted(EDGE, name, fileName.replace("\\", "\\\\"), content);
    }
}
