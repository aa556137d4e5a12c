package oroshi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.tokens.NewApplication;
import oroshi.access.tokens.RegisteredApplications;
import oroshi.access.tokens.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Partners of every kind with customers and people in them, and all that their answers have named since. */
final class World {
    /** Of the application that every partner of this world has. */
    static final String SECRET = "a-secret-for-the-fuzz-run";

    private static final int MOST = 100;
    private static final List<Role> LESSER =
            List.of(Role.HELPDESK_AGENT, Role.SALES_AGENT, Role.BILLING_ADMIN, Role.USER_MANAGEMENT_ADMIN);

    private final int port;
    private final TestCallers callers;
    private final TestTokens tokens;
    private final RegisteredApplications applications;
    private final List<Stand> stands = new ArrayList<>();
    private final Map<String, List<String>> named = new ConcurrentHashMap<>();

    World(int port, Fixtures fixtures, TestCallers callers, TestTokens tokens, RegisteredApplications applications) {
        this.port = port;
        this.callers = callers;
        this.tokens = tokens;
        this.applications = applications;
        var german = fixtures.rheinlandWithResellers();
        var reseller = Objects.requireNonNull(german.get("R-DE1"));
        add("direct, Japan", fixtures.aozora(), "onboarding/add-sakura.request.json", Map.of(), 2);
        add("direct, United States", fixtures.cedarRidge(), "", Map.of(), 3);
        add(
                "provider, Germany",
                Objects.requireNonNull(german.get("P-DE")),
                "onboarding/add-nordlicht.request.json",
                Map.of("company", "Nordlicht", "reseller", reseller.id().toString()),
                1);
        add("sandbox, United States", fixtures.sandbox(), "", Map.of(), 2);
        add("reseller, Germany", reseller, "", Map.of(), 0);
        for (var stand : stands) {
            stand.customers().forEach(customer -> getToKnow(stand, customer));
        }
    }

    /** One partner: what it calls with, and its customers. */
    record Stand(
            String name,
            String partner,
            String client,
            String everyRole,
            String application,
            List<String> lesser,
            List<String> customers) {
        @Override
        public String toString() {
            return name;
        }
    }

    Stand stand(RandomGenerator random) {
        return Objects.requireNonNull(stands.get(Math.min(random.nextInt(8), 7) % stands.size()));
    }

    /** Something that bears this name, when anything has been seen. */
    Optional<String> any(String name, RandomGenerator random) {
        var known = named.getOrDefault(name, List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(random.nextInt(known.size())));
    }

    void remember(String name, String value) {
        var known = named.computeIfAbsent(name, unknown -> new CopyOnWriteArrayList<>());
        if (!value.isEmpty() && known.size() < MOST && !known.contains(value)) {
            known.add(value);
        }
    }

    /** Only the newest counts. */
    void replace(String name, String value) {
        named.put(name, new CopyOnWriteArrayList<>(List.of(value)));
    }

    /** What is gone is asked for once in a while only. */
    void forget(String id) {
        named.values().forEach(known -> known.remove(id));
        stands.forEach(stand -> stand.customers().remove(id));
    }

    /** A customer that was made on the way joins in, as long as there are few. */
    void addCustomer(String stand, String customer) {
        stands.stream()
                .filter(each -> each.name().equals(stand) && each.customers().size() < 6)
                .forEach(each -> {
                    getToKnow(each, customer);
                    each.customers().add(customer);
                });
    }

    private void add(String name, Fixtures.Copy copy, String golden, Map<String, String> places, int customers) {
        var clerk = new Clerk(port, callers.token(callers.aPersonOf(copy.id(), Role.values())));
        var application = UUID.randomUUID();
        var lesser = new ArrayList<String>();
        for (var role : LESSER) {
            lesser.add(token(application, callers.aPersonOf(copy.id(), role)));
        }
        var stand = new Stand(
                name,
                copy.id().toString(),
                client(copy),
                token(application, callers.aPersonOf(copy.id(), Role.values())),
                tokens.make(copy.id(), claims -> claims.claim("appid", application.toString())
                        .claim("oid", application.toString())
                        .claim("roles", List.of("PartnerCenter.FullAccess"))),
                lesser,
                new CopyOnWriteArrayList<>());
        for (var left = customers; left > 0; left--) {
            stand.customers()
                    .add(
                            golden.isEmpty()
                                    ? customer(clerk)
                                    : clerk.onboard(golden, places).customer());
        }
        stands.add(stand);
    }

    /** An application that gets tokens for itself. */
    private String client(Fixtures.Copy copy) {
        var id = UUID.randomUUID();
        applications.registerWithSecret(
                new NewApplication(id, copy.id().tenantId(), "Fuzz", false, false, List.of("http://localhost/")),
                SECRET);
        return id.toString();
    }

    /** Of an application of its own: how often it calls is not to count for other tests. */
    private String token(UUID application, TestCallers.Person person) {
        return tokens.make(person.partnerId(), claims -> claims.claim("appid", application.toString())
                .claim("oid", person.userId().toString())
                .claim("scp", "user_impersonation")
                .claim("amr", List.of("pwd", "mfa")));
    }

    /** The first customer that the contract prints, under a domain of its own. */
    private static String customer(Clerk clerk) {
        var body = (ObjectNode) Contract.files()
                .operation("createCustomer")
                .bodyExamples()
                .getFirst()
                .deepCopy();
        ((ObjectNode) body.path("companyProfile")).put("domain", Clerk.anyDomain() + ".onmicrosoft.com");
        var made = clerk.call("POST", "/v1/customers", body.toString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Clerk.json(made).path("id").asString();
    }

    private void getToKnow(Stand stand, String customer) {
        var clerk = new Clerk(port, stand.everyRole());
        var path = "/v1/customers/" + customer;
        remember(
                "domain " + customer,
                clerk.read(path).at("/companyProfile/domain").asString());
        ids(clerk.read(path + "/users")).forEach(id -> remember("userId " + customer, id));
        ids(clerk.read(path + "/directoryroles")).forEach(id -> remember("roleId", id));
        clerk.read(path + "/subscribedskus")
                .path("items")
                .forEach(sku -> remember("skuId", sku.at("/productSku/id").asString()));
        clerk.read("/v1/agreements?agreementType=*").path("items").forEach(template -> {
            remember("templateId", template.path("templateId").asString());
            remember(
                    "templateId " + template.path("agreementType").asString(),
                    template.path("templateId").asString());
        });
    }

    private static List<String> ids(JsonNode list) {
        return list.path("items")
                .valueStream()
                .map(item -> item.path("id").asString(""))
                .toList();
    }
}
