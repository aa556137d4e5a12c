package oroshi.exchanges;

import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import oroshi.Fixtures;
import oroshi.agreements.DirectAcceptances;
import oroshi.agreements.DirectAcceptances.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.UserId;

/** What customers and resellers did elsewhere, for stories about agreements. */
@Component
class AgreementGivens implements Givens.Family {
    private final DirectAcceptances acceptances;
    private final Fixtures fixtures;

    AgreementGivens(DirectAcceptances acceptances, Fixtures fixtures) {
        this.acceptances = acceptances;
        this.fixtures = fixtures;
    }

    @Override
    public Map<String, BiConsumer<Scene, Integer>> givens() {
        return Map.of(
                "the customer accepted the agreement itself", (scene, port) -> accept(scene),
                "a reseller in another region",
                        (scene, port) -> scene.know(
                                "distantReseller.mpnId",
                                fixtures.minato().sheet().mpnId()),
                "a direct-bill partner",
                        (scene, port) -> scene.know(
                                "directPartner.mpnId",
                                fixtures.cedarRidge().sheet().mpnId()));
    }

    private void accept(Scene scene) {
        var tenant = CustomerId.of(scene.value("customer")).tenantId();
        var admin = new Person(UserId.of(scene.value("user")), "Ada Moss", true);
        acceptances.accept(tenant, admin, "en-US", "203.0.113.7");
    }
}
