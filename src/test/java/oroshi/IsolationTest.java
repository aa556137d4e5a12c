package oroshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import oroshi.access.Browserless;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;
import oroshi.demo.DemoWorld;
import oroshi.directory.Directory;
import oroshi.directory.Users;
import oroshi.notifications.Notifications;
import oroshi.relationships.Partnerships;

/**
 * What is another partner's looks like what never was. The routes are those that the application has, so one that is
 * added is tried here without anybody thinking of it, or fails the test until it is told what to put into its path.
 */
@OroshiTest
@TestInstance(Lifecycle.PER_CLASS)
class IsolationTest {
    private static final String PASSWORD = "a password for pages";
    private static final String OPERATOR = "/oroshi/operator/";
    private static final String CUSTOMER = "/v1/customers/{customerId}";
    private static final String PREVIEWS = "POST /oroshi/previews/customers/{customerId}";

    /** Variables that name what belongs to a partner; all others name what everybody may know. */
    private static final Set<String> OWNED = Set.of(
            "customerId",
            "cartId",
            "orderId",
            "subscriptionId",
            "number",
            "draftId",
            "userId",
            "id",
            "notificationId",
            "clockId",
            "policyId");

    private static final Map<String, String> KNOWN_TO_ALL = Map.ofEntries(
            Map.entry("productId", "DG7GMGF0DB1Y"),
            Map.entry("skuId", "0001"),
            Map.entry("availabilityId", "000000000000"),
            Map.entry("offerId", "daa6b7e1-bba9-5e6f-a289-e6baeb1ed292"),
            Map.entry("promotionId", "39NFJQT1PB15:0001:39NFJQT1PB2A"),
            Map.entry("templateId", "117a77b0-9360-443b-8795-c6dedc750cf9"),
            Map.entry("countryCode", "DE"),
            Map.entry("programName", "cspandpartneragreement"),
            Map.entry("domain", "sakura.onmicrosoft.com"),
            Map.entry("lineItemNumber", "0"),
            Map.entry("entitlementId", "2f5b8d1e-9c04-47aa-b3f6-d81c70e45a29"),
            Map.entry("artifactType", "reservedinstance"),
            Map.entry("groupId", "7c41f0a9d2be"),
            Map.entry("artifactLineItemId", "2f5b8d1e-9c04-47aa-b3f6-d81c70e45a29"),
            Map.entry("resourceId", "2f5b8d1e-9c04-47aa-b3f6-d81c70e45a29"),
            Map.entry("attachmentId", "2f5b8d1e-9c04-47aa-b3f6-d81c70e45a29"),
            Map.entry("roleId", "f023fd81-a637-4b56-95fd-791ac0226033"),
            Map.entry("applicationId", "0b7d3e91-52c8-4f1a-9a6e-c4f0182d7b35"),
            Map.entry("migrationId", "d2b7f0c6-94e1-4a35-8b7d-5c0e3f1a6928"),
            Map.entry("upgradeId", "6a0d8e27-94b1-4c5f-8e3d-0f7b2c1a9d58"),
            Map.entry("scheduleId", "8c1d4f70-b5e2-4936-a8d7-2f0b6c9e3a15"),
            Map.entry("transferId", "4c7d0e91-6a2b-4f58-9d13-b0e5f8a7c246"),
            Map.entry("settingName", "defaultLocale"),
            Map.entry("resellerId", "2e9b4c60-7d15-4a3e-9c88-51f0b6d7a2e4"));

    /** What an operation demands in its query before it looks at anything. */
    private static final Map<String, String> QUERIES = Map.of(
            "GET " + CUSTOMER + "/products",
            "?targetView=Software",
            "GET " + CUSTOMER + "/products/{productId}/skus",
            "?targetView=Software",
            "GET " + CUSTOMER + "/validationStatus",
            "?type=account",
            "GET " + CUSTOMER + "/migrations/newcommerce/events",
            "?migrationId=d2b7f0c6-94e1-4a35-8b7d-5c0e3f1a6928",
            "GET /v1/relationships",
            "?relationship_type=isindirectcloudsolutionproviderof",
            "GET /v1/products",
            "?country=DE&targetView=Software",
            "GET /v1/offers",
            "?country=DE",
            "GET /v1/offercategories",
            "?country=DE");

    /** Parts of a page that look at what was typed and at no draft. */
    private static final Set<String> WITHOUT_A_DRAFT = Set.of(
            "GET /customers/new/{draftId}/domain",
            "GET /customers/new/{draftId}/domain-field",
            "GET /customers/new/{draftId}/name");

    /** A draft that is gone may be discarded again; the bare address leads to the first page of it. */
    private static final Set<String> LEADING_ON =
            Set.of("POST /customers/new/{draftId}/cancel", "GET /customers/new/{draftId}");

    /** Turns away every partner that is no registrar of domains before it looks for the customer. */
    private static final String FOR_REGISTRARS = "/verifieddomain";

    private static final String CART = """
            {"lineItems":[{"id":0,"catalogItemId":"ENT-3","quantity":1,"billingCycle":"monthly"}]}""";
    private static final String ORDER = """
            {"billingCycle":"monthly","lineItems":[{"lineItemNumber":0,"offerId":"ENT-3","quantity":1}]}""";
    private static final String ATTESTATION = """
            {"primaryContact":{"firstName":"Jörg","lastName":"Weiß","email":"j.weiss@nordlicht.example"},
             "dateAgreed":"2019-04-24","templateId":"998b88de-aa99-4388-a42c-1b3517d49490",
             "type":"MicrosoftCloudAgreement"}""";
    private static final String SCHOOL = """
            {"qualification":"education","educationSegment":"K12","website":"https://school.example"}""";

    private final Map<String, String> bodies = new HashMap<>(Map.of(
            "POST " + CUSTOMER + "/carts",
            CART,
            "PUT " + CUSTOMER + "/carts/{cartId}",
            CART,
            "POST " + CUSTOMER + "/carts/{cartId}/checkout",
            "null",
            "POST " + CUSTOMER + "/orders",
            ORDER,
            "POST " + CUSTOMER + "/agreements",
            ATTESTATION,
            "POST " + CUSTOMER + "/qualifications",
            SCHOOL,
            "PUT " + CUSTOMER + "/qualification",
            "\"education\"",
            "POST " + CUSTOMER + "/products",
            "{}",
            "POST " + CUSTOMER + "/products/{productId}/skus",
            "{}",
            "POST " + CUSTOMER + "/products/{productId}/skus/{skuId}/availabilities",
            "{}"));

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private Users users;

    @Autowired
    private Directory directory;

    @Autowired
    private Notifications notifications;

    @Autowired
    private Partnerships partnerships;

    @Autowired
    private DemoWorld world;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @LocalServerPort
    private int port;

    private Stand owner;
    private Stand other;
    private Clerk sibling;
    private Clerk government;

    /** A provider with a customer, a cart, an order and a subscription, and somebody with every role. */
    private record Stand(Person person, Clerk clerk, Map<String, String> ids, String company) {
        /** Words that only this partner may read. */
        Set<String> marks() {
            var marks = new TreeMap<>(ids);
            marks.put("company", company);
            marks.remove("id");
            marks.remove("clockId");
            return Set.copyOf(marks.values());
        }
    }

    @BeforeAll
    void setUp() {
        var copies = fixtures.rheinlandWithResellers();
        owner = stand(copies);
        other = stand(fixtures.rheinlandWithResellers());
        sibling = clerk(everyRole(Objects.requireNonNull(copies.get("R-AT1")).id()));
        government = clerk(everyRole(fixtures.potomac().id()));
        bodies.put(
                "PUT " + CUSTOMER + "/subscriptions/{subscriptionId}/supportcontact",
                "{\"supportTenantId\":\"" + owner.ids().get("id") + "\",\"supportMpnId\":\"5550011\"}");
        bodies.put("POST " + CUSTOMER + "/subscriptions/{subscriptionId}/registrations", "null");
        bodies.put(
                "POST " + CUSTOMER + "/subscriptions/{subscriptionId}/transitions",
                "{\"toCatalogItemId\":\"ENT-3\",\"quantity\":1,\"transitionType\":\"transition_only\"}");
        bodies.put(
                "POST " + CUSTOMER + "/subscriptions/{subscriptionId}/upgrades",
                "{\"targetOffer\":{\"id\":\"ENT-5\"},\"upgradeType\":1}");
        bodies.put("POST " + CUSTOMER + "/subscriptions/{subscriptionId}/conversions", "{\"targetOfferId\":\"ENT-3\"}");
        bodies.put("POST " + CUSTOMER + "/subscriptions/{subscriptionId}/activate", "null");
        bodies.put("POST " + CUSTOMER + "/orders/{orderId}/attachment", "{}");
        var entitlement = CUSTOMER + "/subscriptions/{subscriptionId}/azureEntitlements/{entitlementId}";
        bodies.put("POST " + entitlement + "/cancel", "{\"cancellationReason\":\"compromise\"}");
        bodies.put("POST " + entitlement + "/reactivate", "null");
        bodies.put(
                "PUT " + CUSTOMER + "/subscriptions/overage",
                "{\"azureEntitlementId\":\"2f5b8d1e-9c04-47aa-b3f6-d81c70e45a29\",\"overageEnabled\":true}");
        bodies.put("DELETE /oroshi/clocks/{clockId}", "");
        bodies.put("POST /oroshi/clocks/{clockId}/advance", "{\"by\":\"P1D\"}");
        bodies.put("PUT /v1/SelfServePolicy/{policyId}", "{}");
        bodies.put("DELETE /v1/SelfServePolicy/{policyId}", "");
        bodies.putAll(ofUsers());
        bodies.put("PATCH " + CUSTOMER, "{\"allowDelegatedAccess\":true}");
        bodies.put("DELETE " + CUSTOMER, "");
        bodies.putAll(ofConsents());
        bodies.putAll(ofMigrations());
        bodies.putAll(ofTransfers());
        bodies.put("PATCH " + CUSTOMER + "/orders/{orderId}", "{\"status\":\"cancelled\"}");
        bodies.put("POST " + CUSTOMER + "/verifieddomain", "{}");
        bodies.put("PATCH " + CUSTOMER + "/subscriptions/{subscriptionId}", "{\"friendlyName\":\"Mine now\"}");
        bodies.put(PREVIEWS + "/subscriptions/{subscriptionId}", "{\"quantity\":2,\"autoRenewEnabled\":true}");
        bodies.put(
                PREVIEWS + "/subscriptions/{subscriptionId}/transitions",
                "{\"toCatalogItemId\":\"ENT-3\",\"quantity\":1,\"transitionType\":\"transition_only\"}");
        bodies.put(PREVIEWS + "/carts", CART);
        bodies.put(PREVIEWS + "/carts/{cartId}/checkout", "null");
        bodies.put(
                "POST " + CUSTOMER + "/promotionEligibilities",
                "{\"items\":[{\"catalogItemId\":\"ENT-3\",\"quantity\":1,\"termDuration\":\"P1Y\",\"billingCycle\":\"annual\"}]}");
        bodies.put(
                "PUT " + CUSTOMER + "/profiles/billing",
                owner.clerk()
                        .read("/v1/customers/" + owner.ids().get("customerId") + "/profiles/billing")
                        .toString());
    }

    private static Map<String, String> ofTransfers() {
        var transfers = CUSTOMER + "/transfers";
        return Map.of(
                "POST " + transfers,
                """
                {"sourcePartnerTenantId":"3a6f0b52-7c1d-4e88-9f25-1b0d6c7e4a10",
                 "targetPartnerTenantId":"6c1f5a2e-9d47-4b83-a0f6-3e8b7d21c954",
                 "lineItems":[{"subscriptionId":"6D5C9E8A-1F0B-4B6C-9C55-0E7F3A2B1D40"}]}""",
                "PATCH " + transfers + "/{transferId}",
                "{\"status\":\"reject\"}",
                "DELETE " + transfers + "/{transferId}",
                "",
                "POST " + transfers + "/{transferId}/accept",
                "null");
    }

    private static Map<String, String> ofMigrations() {
        var migrations = CUSTOMER + "/migrations/newcommerce";
        var wish = "{\"currentSubscriptionId\":\"6d5c9e8a-1f0b-4b6c-9c55-0e7f3a2b1d40\",\"migrateOnRenewal\":true}";
        return Map.of(
                "POST " + migrations,
                wish,
                "POST " + migrations + "/validate",
                wish,
                "POST " + migrations + "/schedules",
                wish,
                "PUT " + migrations + "/schedules/{scheduleId}",
                wish,
                "POST " + migrations + "/schedules/{scheduleId}/cancel",
                "null");
    }

    private static Map<String, String> ofConsents() {
        var consents = CUSTOMER + "/applicationconsents";
        return Map.of(
                "POST " + consents,
                "{\"applicationId\":\"" + TestTokens.APPLICATION + "\",\"applicationGrants\":[{\"scope\":\"User.Read\","
                        + "\"enterpriseApplicationId\":\"00000003-0000-0000-c000-000000000000\"}]}",
                "DELETE " + consents + "/{applicationId}",
                "");
    }

    private Map<String, String> ofUsers() {
        var users = CUSTOMER + "/users";
        var members = CUSTOMER + "/directoryroles/{roleId}/usermembers";
        return Map.of(
                "POST " + users,
                "{\"userPrincipalName\":\"x@x.example\",\"displayName\":\"X\",\"passwordProfile\":{\"password\":\"Zr8#kLm2\"}}",
                "PATCH " + users + "/{userId}",
                "{\"displayName\":\"Mine now\",\"state\":\"active\"}",
                "DELETE " + users + "/{userId}",
                "",
                "PATCH " + users + "/{userId}/resetpassword",
                "{\"passwordProfile\":{\"password\":\"Nw6&hTq4\"}}",
                "POST " + users + "/{userId}/licenseupdates",
                "{\"licensesToAssign\":[{\"skuId\":\"MICROSOFT_365_ENTERPRISE\"}]}",
                "POST " + members,
                "{\"id\":\"" + owner.ids().get("userId") + "\"}",
                "DELETE " + members + "/{userId}",
                "");
    }

    private Stand stand(Map<String, Fixtures.Copy> copies) {
        var person = everyRole(Objects.requireNonNull(copies.get("P-DE")).id());
        var reseller = Objects.requireNonNull(copies.get("R-DE1")).id();
        var clerk = clerk(person);
        var company = "Nordlicht " + UUID.randomUUID().toString().substring(0, 8);
        var served = clerk.onboard(
                "onboarding/add-nordlicht.request.json", Map.of("company", company, "reseller", reseller.toString()));
        var cart = Clerk.json(clerk.call("POST", "/v1/customers/" + served.customer() + "/carts", CART));
        var ids = new HashMap<>(KNOWN_TO_ALL);
        ids.put("customerId", served.customer());
        ids.put("cartId", cart.path("id").asString());
        ids.put("orderId", served.order());
        ids.put("number", served.order());
        ids.put("subscriptionId", served.subscription());
        ids.put("draftId", draft(person));
        ids.put("id", reseller.toString());
        ids.put("userId", userOf(served));
        ids.put("clockId", person.partnerId().toString());
        ids.put("policyId", policy(person.partnerId(), served.customer(), clerk));
        ids.put(
                "notificationId",
                notification(person, Objects.requireNonNull(copies.get("R-AT1")).id()));
        assertThat(ids.values()).doesNotContain("");
        return new Stand(person, clerk, owned(ids), company);
    }

    /** Something that the person was told: that a reseller, which left for a moment, is there again. */
    private String notification(Person person, PartnerId reseller) {
        var provider = person.partnerId();
        PartnerScope.run(provider, () -> partnerships.remove(provider, reseller));
        world.connect(provider, reseller);
        return PartnerScope.call(provider, () -> notifications.list(provider, person.userId(), Optional.empty(), 1))
                .getFirst()
                .id()
                .toString();
    }

    private static String policy(PartnerId provider, String customer, Clerk clerk) {
        var created = clerk.call("POST", "/v1/SelfServePolicy", policyBody(provider.toString(), customer, ""));
        return Clerk.json(created).path("id").asString();
    }

    private static String policyBody(String grantor, String customer, String id) {
        return """
                {"id":"%s","selfServeEntity":{"selfServeEntityType":"customer","tenantID":"%s"},
                 "grantor":{"grantorType":"billToPartner","tenantID":"%s"},
                 "permissions":[{"resource":"AzureSavingsPlan","action":"Purchase"}]}""".formatted(id, customer, grantor);
    }

    private String userOf(Clerk.Served served) {
        var tenant = CustomerId.of(served.customer()).tenantId();
        return directory.users(tenant).getFirst().id().toString();
    }

    /** A draft that the person has opened in the wizard. */
    private String draft(Person person) {
        var opened = Browserless.location(signedIn(person).get("/customers/new"));
        assertThat(opened).contains("/customers/new/");
        return opened.split("/customers/new/")[1].split("/")[0];
    }

    private static Map<String, String> owned(Map<String, String> ids) {
        var owned = new TreeMap<>(ids);
        owned.keySet().retainAll(OWNED);
        return owned;
    }

    private Person everyRole(PartnerId partner) {
        return callers.aPersonOf(partner, Role.values());
    }

    private Clerk clerk(Person person) {
        return new Clerk(port, callers.token(person));
    }

    private Browserless signedIn(Person person) {
        users.setPassword(person.partnerId().tenantId(), person.userId(), PASSWORD);
        var browser = new Browserless(port);
        browser.fill("/sign-in", Map.of("name", person.signInName(), "password", PASSWORD));
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        return browser;
    }

    @Test
    @DisplayName("every operation answers a foreign id like one that nobody has, and changes nothing")
    void answersAForeignIdLikeAnUnknownOne() {
        var before = snapshot();
        var strangers = Map.of(
                "another provider",
                other.clerk(),
                "another reseller of the provider",
                sibling,
                "a US government partner",
                government,
                "an application alone",
                new Clerk(port, tokens.ofApplication(other.person().partnerId())));
        var softly = new SoftAssertions();
        strangers.forEach((who, stranger) -> {
            for (var route : ownedRoutes(Route::isApi)) {
                var foreign = answer(stranger, route, owner.ids());
                softly.assertThat(foreign)
                        .as(who + ": " + route)
                        .isEqualTo(answer(stranger, route, unknown(owner.ids().keySet())));
                softly.assertThat(foreign)
                        .as(who + ": " + route)
                        .matches(
                                stranger.equals(government) && !route.pattern().endsWith(FOR_REGISTRARS)
                                        ? "400 900141|404 .*"
                                        : "40[34] .*");
            }
        });
        softly.assertAll();
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    @DisplayName("what belongs to another partner's customer is not found below one's own either")
    void findsNothingForeignBelowAnOwnCustomer() {
        var before = snapshot();
        var softly = new SoftAssertions();
        for (var route : ownedRoutes(Route::isApi)) {
            for (var variable : route.variables()) {
                if (OWNED.contains(variable) && !variable.equals("customerId")) {
                    var foreign = answer(other.clerk(), route, mixed(variable, owner.ids()));
                    var none = answer(other.clerk(), route, mixed(variable, unknown(Set.of(variable))));
                    softly.assertThat(foreign)
                            .as(route.toString())
                            .isEqualTo(none)
                            .startsWith("404");
                }
            }
        }
        softly.assertAll();
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    @DisplayName("the owner hears something else than a stranger: the comparison compares something")
    void answersTheOwnerDifferently() {
        var mine = other;
        var softly = new SoftAssertions();
        for (var route : ownedRoutes(one -> one.isApi() && !one.pattern().endsWith(FOR_REGISTRARS))) {
            softly.assertThat(answer(mine.clerk(), route, mine.ids()))
                    .as(route.toString())
                    .isNotEqualTo(answer(mine.clerk(), route, owner.ids()));
        }
        softly.assertAll();
    }

    @Test
    @DisplayName("no list shows anything of another partner")
    void listsNothingForeign() {
        var softly = new SoftAssertions();
        for (var stranger : List.of(other.clerk(), sibling, government)) {
            for (var route : routes(one -> one.isApi() && one.isReading() && !isOwned(one))) {
                assertTellsNothing(softly, stranger.get(path(route, Map.of())), route);
            }
            for (var field : List.of("CompanyName", "Domain")) {
                var filter = "%7B%22Field%22%3A%22" + field + "%22%2C%22Value%22%3A%22"
                        + owner.company().replace(" ", "%20") + "%22%2C%22Operator%22%3A%22starts_with%22%7D";
                var found = stranger.get("/v1/customers?size=500&filter=" + filter);
                softly.assertThat(found.body())
                        .as(field)
                        .doesNotContain(owner.ids().get("customerId"));
            }
        }
        softly.assertAll();
        assertThat(other.clerk().get("/v1/customers").body())
                .contains(other.ids().get("customerId"));
    }

    @Test
    @DisplayName("every operation wants a token")
    void wantsAToken() {
        var nobody = new Clerk(port, "");
        var softly = new SoftAssertions();
        for (var route : routes(Route::isApi)) {
            var refused = nobody.call(route.method(), path(route, owner.ids()), body(route));
            softly.assertThat(refused.statusCode()).as(route.toString()).isEqualTo(401);
            if (!route.method().equals("HEAD")) {
                var error = Clerk.json(refused);
                softly.assertThat(error.path("code").asInt())
                        .as(route.toString())
                        .isPositive();
                softly.assertThat(error.path("description").asString()).isNotBlank();
            }
        }
        softly.assertAll();
    }

    @Test
    @DisplayName("J12-A3 a public customer is unknown to the government cloud, and the other way round")
    void keepsTheCloudsApart() {
        var ofThePublicCloud = "/v1/customers/" + owner.ids().get("customerId");
        var unknown = government.get("/v1/customers/" + UUID.randomUUID());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(told(government.get(ofThePublicCloud))).isEqualTo(told(unknown));

        var county = government.onboard("onboarding/add-prairie-bend.request.json", Map.of());
        assertThat(told(other.clerk().get("/v1/customers/" + county.customer())))
                .isEqualTo(told(unknown));
    }

    @Test
    @DisplayName("J6-A6 every page below another partner's customer, draft or partner is as missing as one of nobody")
    void showsAForeignPageLikeAMissingOne() {
        var before = snapshot();
        var softly = new SoftAssertions();
        for (var person : List.of(other.person(), everyRole(fixtures.potomac().id()))) {
            var browser = signedIn(person);
            for (var route : ownedRoutes(one -> !one.isApi())) {
                var foreign = seen(browser, route, owner.ids());
                softly.assertThat(foreign)
                        .as(route.toString())
                        .isEqualTo(seen(browser, route, unknown(owner.ids().keySet())));
                if (person.equals(other.person()) && !WITHOUT_A_DRAFT.contains(route.toString())) {
                    softly.assertThat(foreign)
                            .as(route.toString())
                            .startsWith(LEADING_ON.contains(route.toString()) ? "303" : "404");
                }
            }
        }
        softly.assertAll();
        assertThat(snapshot()).isEqualTo(before);
        assertThat(signedIn(owner.person())
                        .get("/customers/new/" + owner.ids().get("draftId") + "/account")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("no page without an id shows anything of another partner")
    void showsNothingForeign() {
        var softly = new SoftAssertions();
        for (var person : List.of(other.person(), everyRole(fixtures.potomac().id()))) {
            var browser = signedIn(person);
            for (var route : routes(one -> !one.isApi() && one.isReading() && !isOwned(one))) {
                assertTellsNothing(softly, browser.get(path(route, Map.of())), route);
            }
            var found = browser.get("/customers?q=" + owner.ids().get("customerId"));
            softly.assertThat(found.body()).doesNotContain(owner.company());
        }
        softly.assertAll();
        assertThat(signedIn(other.person()).get("/customers").body()).contains(other.company());
    }

    @Test
    @DisplayName("the operator's addresses are closed to every partner, by token and by page")
    void keepsPartnersFromTheOperatorsAddresses() {
        var before = snapshot();
        var softly = new SoftAssertions();
        var operators = Route.handledIn("oroshi.", mapping).stream()
                .filter(route -> route.pattern().startsWith(OPERATOR))
                .toList();
        assertThat(operators).hasSizeGreaterThan(3);
        var ids = new HashMap<>(owner.ids());
        ids.put("reviewedPartner", owner.person().partnerId().toString());
        ids.put("reviewedCustomer", Objects.requireNonNull(owner.ids().get("customerId")));
        ids.put("qualification", "Education");
        ids.put("owner", owner.person().partnerId().toString());
        operators.forEach(route -> route.variables()
                .forEach(variable -> ids.putIfAbsent(variable, UUID.randomUUID().toString())));
        var nobody = new Clerk(port, "");
        var application = new Clerk(port, tokens.ofApplication(owner.person().partnerId()));
        for (var clerk : List.of(owner.clerk(), other.clerk(), government, application, nobody)) {
            for (var route : operators) {
                var refused = clerk.call(route.method(), path(route, ids), route.isReading() ? "" : "{}");
                softly.assertThat(refused.statusCode()).as(route.toString()).isEqualTo(401);
                assertTellsNothing(softly, refused, route);
            }
        }
        var browser = signedIn(owner.person());
        for (var route : operators) {
            var refused = route.isReading()
                    ? browser.get(path(route, ids))
                    : browser.post(path(route, ids), Map.of("approved", "true"));
            softly.assertThat(refused.statusCode()).as(route.toString()).isEqualTo(401);
        }
        softly.assertAll();
        assertThat(snapshot()).isEqualTo(before);
    }

    private void assertTellsNothing(SoftAssertions softly, HttpResponse<String> answer, Route route) {
        softly.assertThat(answer.statusCode()).as(route.toString()).isLessThan(500);
        softly.assertThat(answer.body()).as(route.toString()).doesNotContain(owner.marks());
    }

    private List<Route> routes(Predicate<Route> wanted) {
        return Route.handledIn("oroshi.", mapping).stream()
                .filter(route -> route.isApi() || isPage(route))
                .filter(route -> !route.pattern().startsWith(OPERATOR))
                .filter(wanted)
                .toList();
    }

    /** Pages of partners: what is open to all, or belongs to the customer portal, has no other partner in it. */
    private static boolean isPage(Route route) {
        return Pattern.matches(
                "/(customers|activity|agreements|notifications|settings|indirect-resellers|indirect-providers)?(/.*)?",
                route.pattern());
    }

    private List<Route> ownedRoutes(Predicate<Route> wanted) {
        var found = routes(wanted.and(IsolationTest::isOwned));
        assertThat(found).hasSizeGreaterThan(15);
        return found.stream()
                .sorted(Comparator.comparing(route -> route.method().equals("DELETE")))
                .toList();
    }

    private static boolean isOwned(Route route) {
        return route.variables().stream().anyMatch(OWNED::contains);
    }

    private Map<String, String> mixed(String variable, Map<String, String> from) {
        var ids = new HashMap<>(other.ids());
        ids.put(variable, Objects.requireNonNull(from.get(variable)));
        return ids;
    }

    private static Map<String, String> unknown(Set<String> variables) {
        var ids = new HashMap<String, String>();
        variables.forEach(variable -> ids.put(variable, UUID.randomUUID().toString()));
        ids.computeIfPresent("policyId", (variable, id) -> UUID.randomUUID() + "_" + UUID.randomUUID());
        ids.computeIfPresent("orderId", (variable, id) -> id.replace("-", "").substring(0, 12));
        ids.computeIfPresent("number", (variable, id) -> id.replace("-", "").substring(0, 12));
        return ids;
    }

    private String path(Route route, Map<String, String> ids) {
        var all = new HashMap<>(KNOWN_TO_ALL);
        all.putAll(ids);
        return route.at(all) + QUERIES.getOrDefault(route.toString(), "");
    }

    /** The body that the operation takes: without one it would refuse before it looks for the customer. */
    private String body(Route route) {
        if (route.isReading() || route.method().equals("HEAD")) {
            return "";
        }
        return bodies.getOrDefault(route.toString(), isOwned(route) ? "" : "{}");
    }

    private String answer(Clerk clerk, Route route, Map<String, String> ids) {
        if (!route.isReading()) {
            assertThat(bodies).as("a body for the test").containsKey(route.toString());
        }
        return told(clerk.call(route.method(), path(route, ids), body(route)));
    }

    /** What the caller learns: the status and the code of the error. */
    private static String told(HttpResponse<String> answer) {
        var told =
                answer.body().startsWith("{") ? Clerk.json(answer).path("code").asString("") : "";
        return answer.statusCode() + " " + told;
    }

    private String seen(Browserless browser, Route route, Map<String, String> ids) {
        var page = route.isReading() ? browser.get(path(route, ids)) : browser.post(path(route, ids), Map.of("x", "y"));
        var heading = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL).matcher(page.body());
        var said = (heading.find() ? heading.group(1).strip() : page.body()) + " " + Browserless.location(page);
        for (var id : ids.values()) {
            said = said.replace(id, "…");
        }
        return page.statusCode() + " " + said;
    }

    /** Everything that the owner reads about its customer. */
    private Map<String, String> snapshot() {
        var seen = new TreeMap<String, String>();
        for (var route : ownedRoutes(one -> one.isApi() && one.isReading())) {
            seen.put(
                    route.toString(),
                    owner.clerk().get(path(route, owner.ids())).body());
        }
        return seen;
    }
}
