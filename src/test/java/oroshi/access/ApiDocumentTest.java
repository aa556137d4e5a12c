package oroshi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API describes itself to anyone who asks. */
@OroshiTest
class ApiDocumentTest {
    @LocalServerPort
    private int port;

    @Test
    void namesOperationsAsTheContractDoesAndSaysWhoMayCallThem() throws IOException, InterruptedException {
        var operation = document().at("/paths/~1v1~1customers/post");
        assertThat(operation.at("/operationId").asString()).isEqualTo("createCustomer");
        assertThat(operation.at("/tags/0").asString()).isEqualTo("customers");
        assertThat(operation.at("/description").asString())
                .contains("sales_agent")
                .contains("without a user");
    }

    @Test
    void describesWhatGoesBeyondTheContractToo() throws IOException, InterruptedException {
        assertThat(document().at("/paths/~1oroshi~1customers/post").isObject()).isTrue();
        var preview = "/paths/~1oroshi~1previews~1customers~1{customerId}~1carts~1{cartId}~1checkout/post";
        assertThat(document().at(preview + "/operationId").asString()).isEqualTo("previewCheckout");
    }

    private JsonNode document() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/openapi"))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body());
        }
    }
}
