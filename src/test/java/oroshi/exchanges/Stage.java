package oroshi.exchanges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import oroshi.Clerk;
import oroshi.Clerk.Served;
import oroshi.Fixtures;
import oroshi.Fixtures.Copy;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.clock.Clocks;
import oroshi.directory.Directory;
import oroshi.directory.DirectoryRole;
import oroshi.relationships.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The partners that callers work for, and the names that every story knows of them: {@code token} of somebody with every
 * role and the {@code application.id} behind it, {@code application} of an application alone, the key of the
 * {@code operator}, a token by role ({@code salesAgent}), {@code partner}, a {@code customer} with its {@code domain} and
 * {@code user}, a {@code buyer} that has an order and a subscription too, a {@code mixed} customer with products of two
 * publishers, a {@code regular} buyer that the stories of a partner share (leave it as it was, but for people of your own),
 * the {@code foreign} customer of somebody else, an {@code unknown} id, and for a provider or reseller the other one.
 */
@Component
class Stage {
    private static final String OPERATOR = "a key that only the operator of tests knows";
    /** The agreements that the contract knows by their ids. */
    private static final String TEMPLATES = "117a77b0-9360-443b-8795-c6dedc750cf9 998b88de-aa99-4388-a42c-1b3517d49490";

    private static final Instant LATER = Instant.parse("2026-01-12T10:00:00Z");
    private static final Map<String, Role> ROLES = Map.of(
            "globalAdmin", Role.GLOBAL_ADMIN,
            "userManagementAdmin", Role.USER_MANAGEMENT_ADMIN,
            "billingAdmin", Role.BILLING_ADMIN,
            "adminAgent", Role.ADMIN_AGENT,
            "salesAgent", Role.SALES_AGENT,
            "helpdeskAgent", Role.HELPDESK_AGENT);

    private final Fixtures fixtures;
    private final TestCallers callers;
    private final TestTokens tokens;
    private final Directory directory;
    private final Clocks clocks;
    private final Map<String, Map<String, Copy>> partners = new HashMap<>();
    private final Map<String, Served> regulars = new HashMap<>();
    private @Nullable Copy strangers;

    Stage(Fixtures fixtures, TestCallers callers, TestTokens tokens, Directory directory, Clocks clocks) {
        this.fixtures = fixtures;
        this.callers = callers;
        this.tokens = tokens;
        this.directory = directory;
        this.clocks = clocks;
    }

    /**
     * The scene of a story; "own" before the partner's name gives it a partner that no other story shares, and " of …"
     * behind it one that just the stories with the same words share.
     */
    Scene scene(Story story, int port) {
        var scene = new Scene();
        var own = story.by().startsWith("own ");
        var name = (own ? story.by().substring(4) : story.by()).split(" of ")[0];
        var cast = own ? cast(name) : partners.computeIfAbsent(story.by(), by -> cast(name));
        story.exchanges().forEach(exchange -> scene.keepIdsOf(exchange.target() + exchange.body()));
        scene.keepIdsOf(TEMPLATES);
        for (var role : DirectoryRole.values()) {
            scene.keepIdsOf(role.id().toString());
        }
        addPartner(scene, cast, port);
        addCustomer(scene, cast, port);
        addBuyer(scene, "buyer", () -> buyer(cast, port));
        addBuyer(
                scene,
                "regular",
                () -> own ? buyer(cast, port) : regulars.computeIfAbsent(story.by(), partner -> buyer(cast, port)));
        addBuyer(scene, "mixed", () -> mixed(cast, port));
        scene.make("unknown", () -> UUID.randomUUID().toString());
        scene.make("newDomain", Clerk::anyDomain);
        scene.make("foreign", () -> bareCustomer(clerk(strangers().id(), port), Map.of("self", strangers())));
        return scene;
    }

    /** Who plays: "self" is the caller's partner, beside it those that it deals with. */
    private Map<String, Copy> cast(String name) {
        return switch (name) {
            case "aozora" -> Map.of("self", fixtures.aozora());
            case "cedarRidge" -> Map.of("self", fixtures.cedarRidge());
            case "emirates" -> Map.of("self", fixtures.emirates());
            case "laterAozora" -> Map.of("self", later(fixtures.aozora()));
            case "laterCedarRidge" -> Map.of("self", later(fixtures.cedarRidge()));
            case "roma" -> Map.of("self", later(fixtures.roma()));
            case "laterSandbox" -> Map.of("self", later(fixtures.sandbox()));
            case "distributor" -> family("P-DE", fixtures.distributorWithResellers());
            case "laterDistributor" -> later(family("P-DE", fixtures.distributorWithResellers()));
            case "laterRheinland" -> later(family("P-DE", fixtures.rheinlandWithResellers()));
            case "sandbox" -> Map.of("self", fixtures.sandbox());
            case "sandboxProvider" -> Map.of("self", fixtures.sandboxProvider());
            case "unsigned" -> Map.of("self", fixtures.unsigned());
            case "unlisted" -> Map.of("self", fixtures.unlisted());
            case "registrar" -> Map.of("self", fixtures.registrar());
            case "potomac" -> Map.of("self", fixtures.potomac());
            case "rheinland" -> family("P-DE", fixtures.rheinlandWithResellers());
            case "hanse" -> family("R-DE1", fixtures.rheinlandWithResellers());
            default -> throw new IllegalArgumentException("Nobody is called " + name);
        };
    }

    /** In January 2026: when the customer agreement is long in force. */
    private Copy later(Copy partner) {
        clocks.stopAt(partner.id(), LATER);
        return partner;
    }

    private static Map<String, Copy> family(String self, Map<String, Copy> family) {
        return Map.of(
                "self", member(family, self),
                "provider", member(family, "P-DE"),
                "reseller", member(family, "R-DE1"),
                "secondReseller", member(family, "R-AT1"),
                "unsignedReseller", member(family, "R-DE2"));
    }

    private Map<String, Copy> later(Map<String, Copy> family) {
        family.values().forEach(this::later);
        return family;
    }

    private static Copy member(Map<String, Copy> family, String code) {
        return Objects.requireNonNull(family.get(code));
    }

    private void addPartner(Scene scene, Map<String, Copy> cast, int port) {
        var self = member(cast, "self").id();
        scene.know("host", "localhost:" + port);
        scene.know("partner", self.toString());
        scene.know("partner.domain", member(cast, "self").sheet().domain());
        scene.know("partner.firstDomain", directory.domains(self.tenantId()).getFirst());
        addPerson(scene, "token", self, Role.values());
        scene.make("application.id", () -> {
            scene.value("token");
            return scene.value("application.id");
        });
        scene.know("operator", OPERATOR);
        scene.make("application", () -> tokens.ofApplication(self));
        ROLES.forEach((name, role) -> addPerson(scene, name, self, role));
        cast.forEach((name, copy) -> {
            if (!name.equals("self")) {
                scene.know(name, copy.id().toString());
                addPerson(scene, name + ".token", copy.id(), Role.values());
                scene.know(name + ".mpnId", copy.sheet().mpnId());
            }
        });
    }

    private synchronized Copy strangers() {
        if (strangers == null) {
            strangers = fixtures.cedarRidge();
        }
        return strangers;
    }

    private void addCustomer(Scene scene, Map<String, Copy> cast, int port) {
        scene.make("customer", () -> {
            var seller = cast.getOrDefault("provider", member(cast, "self"));
            var clerk = clerk(seller.id(), port);
            var customer = bareCustomer(clerk, cast);
            scene.know(
                    "domain",
                    clerk.read("/v1/customers/" + customer)
                            .at("/companyProfile/domain")
                            .asString());
            scene.know("user", admin(customer));
            return customer;
        });
        for (var name : List.of("domain", "user")) {
            scene.make(name, () -> {
                scene.value("customer");
                return scene.value(name);
            });
        }
    }

    private void addBuyer(Scene scene, String name, Supplier<Served> buying) {
        scene.make(name, () -> {
            var served = buying.get();
            scene.know(name + ".domain", served.domain());
            scene.know(name + ".user", admin(served.customer()));
            scene.know(name + ".order", served.order());
            scene.know(name + ".subscription", served.subscription());
            return served.customer();
        });
        for (var member : List.of(".domain", ".user", ".order", ".subscription")) {
            scene.make(name + member, () -> {
                scene.value(name);
                return scene.value(name + member);
            });
        }
    }

    private Served buyer(Map<String, Copy> cast, int port) {
        var clerk = clerk(cast.getOrDefault("provider", member(cast, "self")).id(), port);
        var reseller = cast.get("reseller");
        if (reseller != null) {
            return clerk.onboard(
                    "onboarding/add-nordlicht.request.json",
                    Map.of("company", "Nordlicht", "reseller", reseller.id().toString()));
        }
        return clerk.onboard(
                switch (member(cast, "self").sheet().code()) {
                    case "P-JP" -> "onboarding/add-sakura.request.json";
                    case "P-GOV" -> "onboarding/add-prairie-bend.request.json";
                    default -> "customers/add-juniper.request.json";
                },
                Map.of());
    }

    /** A Japanese customer that has two licenses of the operator's and two of another publisher's product. */
    private Served mixed(Map<String, Copy> cast, int port) {
        return clerk(member(cast, "self").id(), port).onboard("exchanges/customer-mixed.json", Map.of());
    }

    /** One of the customers that the contract prints, under a domain of its own; it has bought nothing. */
    private static String bareCustomer(Clerk clerk, Map<String, Copy> cast) {
        var country = member(cast, "self").sheet().country();
        var body = (ObjectNode) golden("exchanges/customer-" + country + ".json");
        ((ObjectNode) body.path("companyProfile")).put("domain", Clerk.anyDomain() + ".onmicrosoft.com");
        var reseller = cast.get("reseller");
        if (reseller != null) {
            body.put("associatedPartnerId", reseller.id().toString());
        }
        var made = clerk.call("POST", "/v1/customers", body.toString());
        if (made.statusCode() != 201) {
            throw new IllegalStateException(made.body());
        }
        return Clerk.json(made).path("id").asString();
    }

    private static JsonNode golden(String name) {
        try {
            return Wire.golden(name, Map.of());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String admin(String customer) {
        return directory
                .users(CustomerId.of(customer).tenantId())
                .getFirst()
                .id()
                .toString();
    }

    private Clerk clerk(PartnerId partner, int port) {
        return new Clerk(port, token(callers.aPersonOf(partner, Role.values())));
    }

    private void addPerson(Scene scene, String name, PartnerId partner, Role... roles) {
        scene.make(name, () -> {
            var person = callers.aPersonOf(partner, roles);
            var application = UUID.randomUUID().toString();
            scene.know(name + ".signInName", person.signInName());
            if (name.equals("token")) {
                scene.know("application.id", application);
            }
            return token(person, application);
        });
    }

    /** Of an application of its own: how often it calls is not to count for other stories. */
    private String token(Person person) {
        return token(person, UUID.randomUUID().toString());
    }

    private String token(Person person, String application) {
        return tokens.make(person.partnerId(), claims -> claims.claim("appid", application)
                .claim("oid", person.userId().toString())
                .claim("scp", "user_impersonation")
                .claim("amr", List.of("pwd", "mfa")));
    }
}
