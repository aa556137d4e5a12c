package oroshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.directory.Directory;
import oroshi.rest.ContractOperations;

/**
 * Every operation of the customers' and partners' families against everybody who may ask, with exactly the status and
 * the code that the contract's rules of roles give. The rules stand in the contract's files; an operation that gets
 * its route is tried here from then on.
 */
@OroshiTest
@TestInstance(Lifecycle.PER_CLASS)
class RoleMatrixTest {
    private static final List<AccessRule> RULES = AccessRule.all();
    private static final Set<Role> EVERY_ROLE = Set.of(Role.values());
    private static final Answer UNAUTHENTICATED = new Answer(401, 400);
    private static final Answer APPLICATION_ALONE = new Answer(403, 900329);
    private static final Answer ROLE_MISSING = new Answer(403, 900150);
    private static final Answer NOT_IN_THIS_CLOUD = new Answer(400, 900141);
    private static final Answer NOT_YET = new Answer(501, 0);
    private static final Answer WELCOME = new Answer(0, 0);
    private static final Answer UNKNOWN_CUSTOMER = new Answer(404, 60003);

    /** What the US Government cloud lacks (Journey 12, rows 3 to 6). */
    private static final Set<String> PUBLIC_CLOUD_ONLY = Set.of(
            "listAgreementMetadata",
            "getAgreementDocument",
            "listCustomerAgreements",
            "createCustomerAgreement",
            "getDirectSignedAgreementStatus",
            "getCustomerQualificationLegacy",
            "updateCustomerQualificationLegacy",
            "listCustomerQualifications",
            "createCustomerQualification",
            "listValidationCodes",
            "getPartnerAgreementStatus",
            "getRelationshipRequest",
            "listPartnerRelationships",
            "listCustomerRelationships");

    private static final Map<String, String> QUERIES = Map.of(
            "getCustomerValidationStatus",
            "?type=account",
            "listPartnerRelationships",
            "?relationship_type=is_indirect_cloud_solution_provider_of",
            "getPartnerAgreementStatus",
            "?mpnId=999999999",
            "exchangeForPartnerToken",
            "?grant_type=jwt_token",
            "listProductsByCountry",
            "?country=DE&targetView=OnlineServices",
            "listOfferCategories",
            "?country=DE",
            "listPromotions",
            "?country=DE&segment=commercial",
            "listProductsByCustomer",
            "?targetView=OnlineServices",
            "downloadMargins",
            "?country=DE");

    /** What a caller hears who was let in and sent an empty object, where that is not the usual good answer. */
    private static final Map<String, Answer> LET_IN = Map.ofEntries(
            Map.entry("getCart", new Answer(404, 800008)),
            Map.entry("getOrder", new Answer(404, 20000)),
            Map.entry("getOrderProvisioningStatus", new Answer(404, 20000)),
            Map.entry("listOrderActivationLinks", new Answer(404, 20000)),
            Map.entry("listLineItemActivationLinks", new Answer(404, 20000)),
            Map.entry("listOrderAttachments", new Answer(404, 20000)),
            Map.entry("getOrderAttachment", new Answer(404, 20000)),
            Map.entry("getRegistrationStatus", new Answer(404, 20003)),
            Map.entry("getSubscriptionProvisioningStatus", new Answer(404, 20003)),
            Map.entry("getSupportContact", new Answer(404, 20003)),
            Map.entry("listSubscriptionActivationLinks", new Answer(404, 20003)),
            Map.entry("listAzureEntitlements", new Answer(404, 20003)),
            Map.entry("getAzureEntitlement", new Answer(404, 800111)),
            Map.entry("updateOverage", new Answer(404, 800111)),
            Map.entry("getReservationArtifact", new Answer(404, 1000)),
            Map.entry("getSubscription", new Answer(404, 20003)),
            Map.entry("listSubscriptionAddons", new Answer(404, 20003)),
            Map.entry("listUpgrades", new Answer(404, 20003)),
            Map.entry("listTransitionEligibilities", new Answer(404, 20003)),
            Map.entry("listTransitions", new Answer(404, 20003)),
            Map.entry("listTrialConversions", new Answer(404, 20003)),
            Map.entry("listCustomTermEndDates", new Answer(400, 800002)),
            Map.entry("listTransferEligibility", new Answer(400, 800002)),
            Map.entry("getTransfer", new Answer(404, 900100)),
            Map.entry("getMigration", new Answer(400, 900224)),
            Map.entry("listMigrationEvents", new Answer(400, 800002)),
            Map.entry("queryMigrations", new Answer(400, 800002)),
            Map.entry("getMigrationSchedule", new Answer(404, 1000)),
            Map.entry("createProductUpgrade", new Answer(400, 800002)),
            Map.entry("checkProductUpgradeEligibility", new Answer(400, 800002)),
            Map.entry("getProductUpgradeStatus", new Answer(400, 800002)),
            Map.entry("createCustomer", new Answer(400, 3000)),
            Map.entry("validateAddress", new Answer(400, 3000)),
            Map.entry("checkDomain", new Answer(404, 0)),
            Map.entry("getCustomerValidationStatus", new Answer(404, 600074)),
            Map.entry("getPartnerAgreementStatus", new Answer(400, 2200)),
            Map.entry("updateLegalBusinessProfile", new Answer(400, 3000)),
            Map.entry("updateOrganizationProfile", new Answer(400, 3000)),
            Map.entry("updatePartnerBillingProfile", new Answer(400, 3000)),
            Map.entry("getAccountSetting", new Answer(404, 1000)),
            Map.entry("updateAccountSetting", new Answer(404, 1000)),
            Map.entry("listSelfServePolicies", new Answer(400, 3000)),
            Map.entry("createSelfServePolicy", new Answer(400, 3000)),
            Map.entry("updateSelfServePolicy", new Answer(400, 3000)),
            Map.entry("getSelfServePolicy", new Answer(404, 600039)),
            Map.entry("updateSelfServePolicyById", new Answer(404, 600039)),
            Map.entry("deleteSelfServePolicy", new Answer(404, 600039)),
            Map.entry("getProduct", new Answer(400, 800002)),
            Map.entry("listSkusByCountry", new Answer(400, 800002)),
            Map.entry("getSku", new Answer(400, 800002)),
            Map.entry("listAvailabilitiesByCountry", new Answer(400, 800002)),
            Map.entry("getAvailability", new Answer(400, 800002)),
            Map.entry("checkInventory", new Answer(400, 800002)),
            Map.entry("listOffers", new Answer(400, 800002)),
            Map.entry("getOffer", new Answer(400, 800002)),
            Map.entry("listOfferAddons", new Answer(400, 800002)),
            Map.entry("getPromotion", new Answer(400, 800002)),
            Map.entry("getProductByCustomer", new Answer(404, 400013)),
            Map.entry("listSkusByCustomer", new Answer(404, 400013)),
            Map.entry("getSkuByCustomer", new Answer(404, 400013)),
            Map.entry("listAvailabilitiesByCustomer", new Answer(404, 400013)),
            Map.entry("getAvailabilityByCustomer", new Answer(404, 400013)),
            Map.entry("getPriceSheet", new Answer(400, 0)),
            Map.entry("getForeignExchangeRates", new Answer(404, 0)),
            Map.entry("getOfferMatrix", new Answer(404, 0)),
            Map.entry("createSandboxIndirectReseller", new Answer(401, 6002)),
            Map.entry("deleteSandboxIndirectReseller", new Answer(401, 6002)));

    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, String> owned = new HashMap<>();
    private final List<Asker> askers = new ArrayList<>();

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private Directory directory;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @LocalServerPort
    private int port;

    /** What the caller hears; the code is 0 in a good answer. */
    private record Answer(int status, int code) {}

    private enum Token {
        WORTHLESS,
        APPLICATION,
        PERSON
    }

    /**
     * Somebody who asks.
     *
     * @param serves whether the customer in the paths is its own
     */
    private record Asker(
            String who,
            Clerk clerk,
            Token token,
            Set<Role> roles,
            PartnerType type,
            boolean isPublic,
            boolean serves) {}

    @BeforeAll
    void setUp() {
        var copies = fixtures.rheinlandWithResellers();
        var provider = id(copies, "P-DE");
        var reseller = id(copies, "R-DE1");
        var served = new Clerk(port, callers.token(everyRole(provider)))
                .onboard(
                        "onboarding/add-nordlicht.request.json",
                        Map.of("company", "Nordlicht Matrix", "reseller", reseller.toString()));
        owned.put("customerId", served.customer());
        owned.put("userId", adminOf(served.customer()));
        owned.put("roleId", "f023fd81-a637-4b56-95fd-791ac0226033");
        owned.put("templateId", "117a77b0-9360-443b-8795-c6dedc750cf9");
        owned.put("countryCode", "DE");
        owned.put("programName", "csp");
        owned.put("settingName", "defaultLocale");
        owned.put("policyId", UUID.randomUUID() + "_" + UUID.randomUUID());
        owned.put("domain", "surely-nobody-has-this-one.onmicrosoft.com");
        fillBodies();
        addPeopleOf(provider);
        addPartners(id(copies, "R-AT1"), reseller);
        addWorthlessTokens(provider, served.customer());
    }

    private static PartnerId id(Map<String, Fixtures.Copy> copies, String code) {
        return Objects.requireNonNull(copies.get(code)).id();
    }

    private String adminOf(String customer) {
        return directory
                .users(CustomerId.of(customer).tenantId())
                .getFirst()
                .id()
                .toString();
    }

    private Person everyRole(PartnerId partner) {
        return callers.aPersonOf(partner, Role.values());
    }

    /** What an operation wants to read before it looks for the customer. */
    private void fillBodies() {
        bodies.put("createCart", "{\"lineItems\":[{\"catalogItemId\":\"ENT-3\",\"quantity\":1}]}");
        bodies.put("updateCart", "{\"lineItems\":[{\"catalogItemId\":\"ENT-3\",\"quantity\":1}]}");
        bodies.put("createOrder", "{\"lineItems\":[{\"offerId\":\"ENT-3\",\"quantity\":1}]}");
        bodies.put("updateOverage", "{\"azureEntitlementId\":\"" + UUID.randomUUID() + "\",\"overageEnabled\":true}");
        for (var migration : List.of("validateMigration", "createMigration")) {
            bodies.put(migration, "{\"currentSubscriptionId\":\"" + UUID.randomUUID() + "\"}");
        }
        for (var schedule : List.of("createMigrationSchedule", "updateMigrationSchedule")) {
            bodies.put(schedule, "{\"currentSubscriptionId\":\"" + UUID.randomUUID() + "\",\"migrateOnRenewal\":true}");
        }
        bodies.put("createTransfer", """
                {"sourcePartnerTenantId":"%s","sourcePartnerName":"Millrace Cloud","transferType":"NewCommerce",
                 "customerEmailId":"it@bramblewood.example","customerName":"Bramblewood Ceramics",
                 "targetProductTypes":["OnlineServicesNCE"]}""".formatted(UUID.randomUUID()));
        bodies.put("updateCustomerQualificationLegacy", "\"education\"");
        bodies.put("createCustomerUser", """
                {"userPrincipalName":"x@x.example","displayName":"X","passwordProfile":{"password":"Zr8#kLm2"}}""");
        bodies.put("resetCustomerUserPassword", "{\"passwordProfile\":{\"password\":\"Nw6&hTq4\"}}");
        bodies.put("createApplicationConsent", """
                {"applicationId":"0b7d3e91-52c8-4f1a-9a6e-c4f0182d7b35","applicationGrants":[{"scope":"User.Read",
                 "enterpriseApplicationId":"00000003-0000-0000-c000-000000000000"}]}""");
        bodies.put("addDirectoryRoleMember", "{\"id\":\"" + UUID.randomUUID() + "\"}");
    }

    private void addPeopleOf(PartnerId provider) {
        for (var role : Role.values()) {
            addPerson(
                    "only " + role,
                    callers.aPersonOf(provider, role),
                    Set.of(role),
                    PartnerType.INDIRECT_PROVIDER,
                    true);
        }
        addPerson("nobody in particular", callers.aPersonOf(provider), Set.of(), PartnerType.INDIRECT_PROVIDER, true);
        addPerson("every role", everyRole(provider), EVERY_ROLE, PartnerType.INDIRECT_PROVIDER, true);
        addApplication("its application", provider, PartnerType.INDIRECT_PROVIDER, true);
    }

    private void addPartners(PartnerId sibling, PartnerId reseller) {
        var direct = fixtures.aozora().id();
        var provider = fixtures.rheinland().id();
        addPerson("the customer's reseller", everyRole(reseller), EVERY_ROLE, PartnerType.INDIRECT_RESELLER, true);
        addPerson("another reseller", everyRole(sibling), EVERY_ROLE, PartnerType.INDIRECT_RESELLER, false);
        addPerson("another provider", everyRole(provider), EVERY_ROLE, PartnerType.INDIRECT_PROVIDER, false);
        addPerson("a direct-bill partner", everyRole(direct), EVERY_ROLE, PartnerType.DIRECT_BILL, false);
        addApplication("another partner's application", direct, PartnerType.DIRECT_BILL, false);
        var government = callers.token(everyRole(fixtures.potomac().id()));
        askers.add(new Asker(
                "a US Government partner",
                new Clerk(port, government),
                Token.PERSON,
                EVERY_ROLE,
                PartnerType.DIRECT_BILL,
                false,
                false));
    }

    private void addPerson(String who, Person person, Set<Role> roles, PartnerType type, boolean serves) {
        var clerk = new Clerk(port, callers.token(person));
        askers.add(new Asker(who, clerk, Token.PERSON, roles, type, true, serves));
    }

    private void addApplication(String who, PartnerId partner, PartnerType type, boolean serves) {
        var clerk = new Clerk(port, tokens.ofApplication(partner));
        askers.add(new Asker(who, clerk, Token.APPLICATION, Set.of(), type, true, serves));
    }

    private void addWorthlessTokens(PartnerId provider, String customer) {
        var admin = everyRole(provider);
        var longAgo = Instant.now().minusSeconds(7200);
        var worthless = Map.of(
                "no token",
                "",
                "an expired token",
                tokens.make(
                        provider,
                        claims -> claims.issuedAt(longAgo).notBefore(longAgo).expiresAt(longAgo.plusSeconds(3600))),
                "a token for another API",
                tokens.make(provider, claims -> claims.audience(List.of("https://graph.microsoft.com"))),
                "a person's token for an application's audience",
                tokens.make(provider, claims -> claims.audience(List.of("https://graph.windows.net"))
                        .claim("scp", "user_impersonation")
                        .claim("oid", admin.userId().toString())),
                "a token of the other cloud's authority",
                tokens.make(
                        provider, claims -> claims.issuer("https://login.microsoftonline.us/" + provider + "/v2.0")),
                "a token of the customer",
                tokens.of(PartnerId.of(CustomerId.of(customer).tenantId()), admin.userId()));
        worthless.forEach((who, token) -> askers.add(new Asker(
                who, new Clerk(port, token), Token.WORTHLESS, Set.of(), PartnerType.INDIRECT_PROVIDER, true, false)));
    }

    @TestFactory
    Stream<DynamicTest> answersEverybodyAsTheContractSays() {
        return RULES.stream().map(rule -> DynamicTest.dynamicTest(rule.operationId(), () -> tryAll(rule)));
    }

    @Test
    @DisplayName("every operation of these families that needs a token has its rule, and only one")
    void knowsEveryOperation() {
        var families = RULES.stream().map(AccessRule::family).collect(Collectors.toSet());
        var expected = ContractOperations.all().stream()
                .filter(operation -> families.contains(operation.family()))
                .filter(operation -> !operation.family().equals("identity-and-access")
                        || operation.path().startsWith("/v1/"))
                .map(operation -> operation.method() + " " + operation.path())
                .toList();
        assertThat(RULES.stream()
                        .filter(rule -> !rule.path().equals("/generatetoken"))
                        .map(AccessRule::toString))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private void tryAll(AccessRule rule) {
        var softly = new SoftAssertions();
        var routed = hasRoute(rule);
        for (var asker : askers) {
            var answer = asker.clerk().call(rule.method(), path(rule, asker), body(rule));
            softly.assertThat(heard(answer))
                    .as(asker.who() + ": " + rule + ": " + answer.body())
                    .isEqualTo(routed ? expected(rule, asker) : notYet(asker));
        }
        softly.assertAll();
    }

    /** A customer's own is only read: what would change it is asked for a customer that nobody has. */
    private String path(AccessRule rule, Asker asker) {
        var ids = new HashMap<>(owned);
        if (asker.serves() && !isReading(rule) && rule.isOfCustomer()) {
            ids.put("customerId", UUID.randomUUID().toString());
        }
        for (var variable : rule.route().variables()) {
            ids.putIfAbsent(variable, UUID.randomUUID().toString());
        }
        return rule.route().at(ids) + QUERIES.getOrDefault(rule.operationId(), "");
    }

    private String body(AccessRule rule) {
        return isReading(rule) ? "" : bodies.getOrDefault(rule.operationId(), "{}");
    }

    private static boolean isReading(AccessRule rule) {
        return Set.of("GET", "HEAD").contains(rule.method());
    }

    private static Answer heard(HttpResponse<String> answer) {
        var told = answer.statusCode() >= 400 && !answer.body().isEmpty();
        return new Answer(
                answer.statusCode(), told ? Clerk.json(answer).path("code").asInt() : 0);
    }

    private Answer expected(AccessRule rule, Asker asker) {
        var turnedAway = inItsWords(rule, turnedAway(rule, asker));
        var answer = turnedAway.status() > 0 ? turnedAway : letIn(rule, asker);
        return rule.method().equals("HEAD") ? new Answer(answer.status(), 0) : answer;
    }

    /** Price sheets have words for codes, but where the token is worthless. */
    private static Answer inItsWords(AccessRule rule, Answer turnedAway) {
        return rule.operationId().equals("getPriceSheet") && turnedAway.status() == 403
                ? new Answer(403, 0)
                : turnedAway;
    }

    private static Answer notYet(Asker asker) {
        return asker.token() == Token.WORTHLESS ? UNAUTHENTICATED : NOT_YET;
    }

    private static Answer turnedAway(AccessRule rule, Asker asker) {
        if (asker.token() == Token.WORTHLESS) {
            return UNAUTHENTICATED;
        }
        if (asker.token() == Token.APPLICATION && !rule.admitsApplicationAlone()) {
            return APPLICATION_ALONE;
        }
        if (asker.token() == Token.PERSON && !rule.admits(asker.roles())) {
            return ROLE_MISSING;
        }
        if (!asker.isPublic() && PUBLIC_CLOUD_ONLY.contains(rule.operationId())) {
            return NOT_IN_THIS_CLOUD;
        }
        return rule.admits(asker.type()) ? WELCOME : ROLE_MISSING;
    }

    private static Answer letIn(AccessRule rule, Asker asker) {
        if (rule.isOfCustomer() && !(asker.serves() && isReading(rule))) {
            return UNKNOWN_CUSTOMER;
        }
        return LET_IN.getOrDefault(rule.operationId(), new Answer(rule.success().getFirst(), 0));
    }

    private boolean hasRoute(AccessRule rule) {
        return Route.handledIn("oroshi.", mapping).stream().anyMatch(route -> serves(route, rule));
    }

    private static boolean serves(Route route, AccessRule rule) {
        var method = rule.method().equals("HEAD") ? Set.of("HEAD", "GET") : Set.of(rule.method());
        return method.contains(route.method()) && shape(route.pattern()).equalsIgnoreCase(shape(rule.path()));
    }

    private static String shape(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
