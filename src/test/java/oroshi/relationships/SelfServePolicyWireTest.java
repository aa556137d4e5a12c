package oroshi.relationships;

import static org.assertj.core.api.Assertions.assertThat;
import static oroshi.relationships.Wire.golden;
import static oroshi.relationships.Wire.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.database.PartnerScope;

/** Self-serve policies as clients of the API see them. */
@OroshiTest
class SelfServePolicyWireTest {
    private static final String POLICIES = "/v1/SelfServePolicy";

    @Autowired
    private TestCallers callers;

    @Autowired
    private Relationships relationships;

    @Autowired
    private SelfServePolicies policies;

    @LocalServerPort
    private int port;

    private Wire wire;
    private Person provider;
    private Person reseller;
    private CustomerId customer;
    private String token;

    @BeforeEach
    void serveACustomer() {
        wire = new Wire(port);
        provider = callers.aPartner(PartnerType.INDIRECT_PROVIDER, Cloud.PUBLIC, false);
        reseller = callers.aPartner(PartnerType.INDIRECT_RESELLER, Cloud.PUBLIC, false);
        customer = new CustomerId(UUID.randomUUID());
        token = callers.token(callers.aPersonOf(provider.partnerId(), Role.ADMIN_AGENT));
        PartnerScope.run(
                provider.partnerId(),
                () -> relationships.establish(provider.partnerId(), customer, Optional.of(reseller.partnerId()), true));
    }

    @Test
    @DisplayName("createSelfServePolicy, getSelfServePolicy, listSelfServePolicies, deleteSelfServePolicy")
    void letsACustomerBuyByItself() throws Exception {
        same("list-self-serve-policies-none", 200, wire.get(token, POLICIES + "?entity_id=" + customer));
        var created = wire.post(token, POLICIES, file("create-self-serve-policy"));
        same("create-self-serve-policy", 201, created);
        same("create-self-serve-policy-again", 409, wire.post(token, POLICIES, file("create-self-serve-policy")));
        same("list-self-serve-policies", 200, wire.get(token, POLICIES + "?entity_Id=" + customer));

        var path = POLICIES + "/" + json(created).path("id").asString();
        var read = wire.get(token, path.replace("SelfServe", "selfserve"));
        same("create-self-serve-policy", 200, read);
        assertThat(read.headers().firstValue("ETag"))
                .contains(json(read).path("attributes").path("etag").asString());

        assertThat(wire.call("DELETE", token, path, "").statusCode()).isEqualTo(204);
        same("self-serve-policy-unknown", 404, wire.call("DELETE", token, path, ""));
        same("self-serve-policy-unknown", 404, wire.get(token, path));
        same("self-serve-policy-unknown", 404, wire.get(token, POLICIES + "/nonsense"));
    }

    @Test
    @DisplayName("updateSelfServePolicy, updateSelfServePolicyById: only of the version that was seen")
    void replacesThePermissions() throws Exception {
        var created = wire.post(token, POLICIES, file("create-self-serve-policy"));
        var path = POLICIES + "/" + json(created).path("id").asString();
        var body = created.body()
                .replace(
                        "\"permissions\":[",
                        "\"permissions\":[{\"resource\":\"AzureSavingsPlan\",\"action\":\"Purchase\"},");

        var updated = wire.call("PUT", token, POLICIES, body);
        same("update-self-serve-policy", 200, updated);
        same("update-self-serve-policy-stale-body", 400, wire.call("PUT", token, path, body));
        same("update-self-serve-policy-no-version", 400, wire.call("PUT", token, path, body.replace("etag", "tag")));
        var old = json(created).path("attributes").path("etag").asString();
        same("update-self-serve-policy-stale-header", 412, wire.call("PUT", token, path, body, "If-Match", old));
        same("update-self-serve-policy", 200, wire.call("PUT", token, path, updated.body()));
        assertThat(wire.call("PUT", token, path, body, "If-Match", "*").statusCode())
                .isEqualTo(200);

        var other = UUID.randomUUID().toString();
        same("update-self-serve-policy-id", 404, wire.call("PUT", token, POLICIES + "/nonsense", body));
        same(
                "update-self-serve-policy-id",
                404,
                wire.call("PUT", token, path, body.replace("tenantID\":\"" + customer, "tenantID\":\"" + other)));
        same(
                "self-serve-policy-unknown",
                404,
                wire.call("PUT", token, POLICIES, body.replace(customer.toString(), other)));
    }

    @Test
    void refusesWhatIsNoPolicy() throws Exception {
        var body = file("create-self-serve-policy");
        same("list-self-serve-policies-no-entity", 400, wire.get(token, POLICIES));
        same("list-self-serve-policies-no-guid", 400, wire.get(token, POLICIES + "?entity_id=7"));
        var nobody = UUID.randomUUID().toString();
        for (var answer : List.of(
                wire.get(token, POLICIES + "?entity_id=" + nobody),
                wire.post(token, POLICIES, body.replace(customer.toString(), nobody)))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer))
                    .isEqualTo(golden(
                            "relationships/self-serve-policy-no-relationship.response.json",
                            Map.of("customer", nobody)));
        }
        same(
                "create-self-serve-policy-grantor",
                400,
                wire.post(token, POLICIES, body.replace(provider.partnerId().toString(), "" + UUID.randomUUID())));
        same("create-self-serve-policy-empty", 400, wire.post(token, POLICIES, "{}"));
        for (var word : new String[] {"customer", "billToPartner", "AzureReservedInstances", "Purchase"}) {
            var wrong = wire.post(token, POLICIES, body.replace("\"" + word + "\"", "\"nothing\""));
            assertThat(Wire.code(wrong)).as(word).isEqualTo(900126);
        }
        same(
                "create-self-serve-policy-resource",
                400,
                wire.post(token, POLICIES, body.replace("AzureReservedInstances", "Electricity")));
    }

    @Test
    void showsAResellerWhatItsProviderAllows() throws Exception {
        var created = wire.post(token, POLICIES, file("create-self-serve-policy"));
        var path = POLICIES + "/" + json(created).path("id").asString();
        var other = callers.token(callers.aPersonOf(reseller.partnerId(), Role.ADMIN_AGENT));

        same("list-self-serve-policies", 200, wire.get(other, POLICIES + "?entity_id=" + customer));
        same("create-self-serve-policy", 200, wire.get(other, path));
        same("self-serve-policy-unknown", 404, wire.call("PUT", other, path, created.body()));
        same("self-serve-policy-unknown", 404, wire.call("DELETE", other, path, ""));
        assertThat(Wire.code(wire.post(other, POLICIES, file("create-self-serve-policy"))))
                .isEqualTo(900150);
        var stranger = callers.aPersonOf(callers.aPartner().partnerId(), Role.SALES_AGENT);
        same("self-serve-policy-unknown", 404, wire.get(callers.token(stranger), path));
    }

    @Test
    void endsWithTheRelationship() {
        var id = provider.partnerId();
        PartnerScope.run(id, () -> {
            policies.set(id, customer, Set.of(SelfServePermission.AZURE_SAVINGS_PLAN));
            assertThat(policies.find(id, customer)).isPresent();
            policies.set(id, customer, Set.of());
            assertThat(policies.find(id, customer)).isEmpty();
            policies.set(id, customer, Set.of(SelfServePermission.AZURE_RESERVATIONS));
            relationships.end(id, customer, "Gone");
            relationships.establish(id, customer, Optional.empty(), true);
            assertThat(policies.find(id, customer)).isEmpty();
        });
    }

    private String file(String name) throws Exception {
        return Wire.file("relationships/" + name + ".request.json")
                .replace("{partner}", provider.partnerId().toString())
                .replace("{customer}", customer.toString());
    }

    private void same(String file, int status, HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        var body = json(response);
        var policy = body.has("items") ? body.path("items").path(0) : body;
        var places = Map.of(
                "partner", provider.partnerId().toString(),
                "customer", customer.toString(),
                "etag", policy.path("attributes").path("etag").asString("").replace("\"", ""));
        assertThat(body).isEqualTo(golden("relationships/" + file + ".response.json", places));
    }
}
