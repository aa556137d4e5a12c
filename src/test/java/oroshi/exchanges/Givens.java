package oroshi.exchanges;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;
import oroshi.partners.LegalProfile;
import oroshi.partners.LegalProfiles;
import oroshi.partners.ProfileAddress;
import oroshi.partners.ProfileContact;

/** What a story takes for granted where no call of the API brings it about, by its words in the file. */
@Component
class Givens {
    private final Map<String, BiConsumer<Scene, Integer>> all = new HashMap<>();
    private final LegalProfiles legal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Givens(LegalProfiles legal, JdbcClient jdbc, TransactionTemplate transactions, List<Family> families) {
        this.legal = legal;
        this.jdbc = jdbc;
        this.transactions = transactions;
        all.put("the legal profile is authorized", (scene, port) -> vet(scene, true));
        all.put("the legal profile is rejected", (scene, port) -> vet(scene, false));
        all.put("the mixed customer has activated what others publish", (scene, port) -> activate(scene));
        families.forEach(family -> family.givens().forEach(this::know));
    }

    /** What can be brought about for the stories of a family; the number is the port of the application. */
    interface Family {
        Map<String, BiConsumer<Scene, Integer>> givens();
    }

    private void know(String given, BiConsumer<Scene, Integer> step) {
        if (all.putIfAbsent(given, step) != null) {
            throw new IllegalStateException("Two families mean different things by: " + given);
        }
    }

    /** Makes it so. */
    void bringAbout(String given, Scene scene, int port) {
        var step = all.get(given);
        if (step == null) {
            throw new IllegalArgumentException("Nobody knows how to bring about: " + given);
        }
        step.accept(scene, port);
    }

    /** The operator decides about what the partner, of the United States, has said of itself. */
    private void vet(Scene scene, boolean authorized) {
        var partner = PartnerId.of(scene.value("partner"));
        var seat = new ProfileAddress(
                "US", "", "Denver", "CO", "88 Cedar Street", "", "", "80202", "Rosa", "", "Delgado", "3035550130");
        var contact = new ProfileContact("Rosa", "", "Delgado", "rosa.delgado@cedarridge.example", "3035550130");
        var profile = new LegalProfile("Cedar Ridge Cloud, Inc.", seat, contact, null, "");
        PartnerScope.run(partner, () -> {
            legal.update(partner, profile, Optional.empty());
            legal.decide(partner, authorized);
        });
    }

    /** What a publisher would report when the customer has signed in there. */
    private void activate(Scene scene) {
        var customer = UUID.fromString(scene.value("mixed"));
        PartnerScope.run(
                PartnerId.of(scene.value("partner")),
                () -> transactions.executeWithoutResult(
                        open -> jdbc.sql("""
                                update subscriptions.subscription set status = 'ACTIVE'
                                where customer_id = :customer and status = 'PENDING'
                                """).param("customer", customer).update()));
    }
}
