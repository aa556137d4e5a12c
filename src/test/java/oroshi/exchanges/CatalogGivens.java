package oroshi.exchanges;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import oroshi.Clerk;

/** A customer of 2026, when new commerce has been on sale for years, for stories that only read what it may buy. */
@Component
class CatalogGivens implements Givens.Family {
    private static final String ACCEPTED = """
            {"primaryContact": {"firstName": "Ada", "lastName": "Moss", "email": "ada.moss@juniper.example"},
             "templateId": "117a77b0-9360-443b-8795-c6dedc750cf9", "dateAgreed": "2026-01-09T00:00:00Z",
             "type": "MicrosoftCustomerAgreement"}""";

    private final Map<String, String> customers = new ConcurrentHashMap<>();

    @Override
    public Map<String, BiConsumer<Scene, Integer>> givens() {
        return Map.of(
                "a customer that may buy",
                (scene, port) -> scene.know(
                        "customer", customers.computeIfAbsent(scene.value("partner"), partner -> signed(scene, port))));
    }

    private static String signed(Scene scene, int port) {
        var customer = scene.value("customer");
        var clerk = new Clerk(port, scene.value("token"));
        var accepted = clerk.call("POST", "/v1/customers/" + customer + "/agreements", ACCEPTED);
        if (accepted.statusCode() != 201) {
            throw new IllegalStateException(accepted.body());
        }
        return customer;
    }
}
