package oroshi.exchanges;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import oroshi.AddressService;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.basics.PartnerId;
import oroshi.customers.CustomerRules;
import oroshi.customers.CustomerStand;
import oroshi.customers.Customers;
import oroshi.database.PartnerScope;
import oroshi.partners.Partners;
import oroshi.partners.ValidationCodes;

/** What address services, the operator and time did to customers before a story about them. */
@Component
class CustomerGivens implements Givens.Family {
    private static final int MOST_IN_A_SANDBOX = 75;
    private static final String SUGGESTION = """
            {"addressLine1": "%d18 Kiln Street", "city": "Olympia", "state": "WA", "postalCode": "98501-2207"}""";

    private static final Map<String, Integer> SUGGESTIONS = Map.of(
            "VerifiedShippable", 1,
            "Verified", 1,
            "InteractionRequired", 1,
            "StreetPartial", 1,
            "PremisesPartial", 2,
            "Multiple", 3,
            "None", 0,
            "NotValidated", 0);

    private final ValidationCodes codes;
    private final Fixtures fixtures;
    private final Partners partners;
    private final Customers customers;
    private final CustomerRules rules;

    CustomerGivens(
            ValidationCodes codes, Fixtures fixtures, Partners partners, Customers customers, CustomerRules rules) {
        this.codes = codes;
        this.fixtures = fixtures;
        this.partners = partners;
        this.customers = customers;
        this.rules = rules;
    }

    @Override
    public Map<String, BiConsumer<Scene, Integer>> givens() {
        var all = new HashMap<String, BiConsumer<Scene, Integer>>();
        SUGGESTIONS.forEach((status, count) ->
                all.put("the address service says " + status, (scene, port) -> answer(scene, status, count)));
        all.put("a validation code for one creation", (scene, port) -> grant(scene));
        all.put(
                "a reseller of nobody",
                (scene, port) -> scene.know("stranger", fixtures.hanse().id().toString()));
        all.put("the sandbox is full", (scene, port) -> fill(scene));
        all.put("the buyer holds software", CustomerGivens::buySoftware);
        return all;
    }

    /** About one street that only this story knows. */
    private static void answer(Scene scene, String status, int suggestions) {
        var street = "Kiln Street " + UUID.randomUUID();
        scene.know("street", street);
        var found = IntStream.rangeClosed(1, suggestions)
                .mapToObj(SUGGESTION::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        AddressService.answer(street, "{\"status\": \"%s\", \"suggestions\": %s}".formatted(status, found));
    }

    private void grant(Scene scene) {
        var code = String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 1_000_000));
        scene.know("code", code);
        var partner = partner(scene);
        PartnerScope.run(partner, () -> codes.grant(partner, code, "Cedar Ridge Public Sector", 1));
    }

    private void fill(Scene scene) {
        var stand = new CustomerStand(partners, customers, rules);
        IntStream.range(0, MOST_IN_A_SANDBOX)
                .forEach(number -> stand.add(partner(scene), "Sandbox " + number, Clerk.anyDomain()));
    }

    private static void buySoftware(Scene scene, int port) {
        var clerk = new Clerk(port, scene.value("token"));
        var customer = "/v1/customers/" + scene.value("buyer");
        var item = clerk.read(customer + "/products/DG7GMGF0DB1Y/skus/0001/availabilities")
                .at("/items/0/catalogItemId")
                .asString();
        var cart = clerk.call("POST", customer + "/carts", """
                {"lineItems": [{"id": 0, "catalogItemId": "%s", "quantity": 1, "billingCycle": "one_time"}]}
                """.formatted(item));
        var bought = clerk.call(
                "POST", customer + "/carts/" + Clerk.json(cart).path("id").asString() + "/checkout", "{}");
        var order =
                customer + "/orders/" + Clerk.json(bought).at("/orders/0/id").asString();
        for (var look = 0;
                look < 200 && clerk.read(order).path("status").asString().equals("pending");
                look++) {
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static PartnerId partner(Scene scene) {
        return new PartnerId(UUID.fromString(scene.value("partner")));
    }
}
