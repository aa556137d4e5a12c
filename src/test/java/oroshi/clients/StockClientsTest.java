package oroshi.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.tokens.NewApplication;
import oroshi.access.tokens.RegisteredApplications;
import oroshi.basics.PartnerId;
import oroshi.directory.Users;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each stock library signs in and works through customers, profiles, agreements, qualifications, relationships, users,
 * roles and licenses, with its own ways of writing and the strictest way of reading.
 */
@OroshiTest
class StockClientsTest {
    private static final String HELPDESK = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
    private static final JsonNode NO_BODY = MissingNode.getInstance();

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Users users;

    @Autowired
    private RegisteredApplications applications;

    @LocalServerPort
    private int port;

    /** A provider in Germany whom the library works for, with a customer that has licenses. */
    private record Scene(
            ClientKind kind,
            UUID application,
            StockClient alone,
            StockClient client,
            PartnerId provider,
            PartnerId reseller,
            Clerk.Served served) {
        String licensed(String path) {
            return "/v1/customers/" + served.customer() + path;
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a stock library works through everything around a customer")
    void worksThroughEverything(ClientKind kind) {
        var scene = scene(kind);
        ownProfiles(scene);
        var customer = createCustomers(scene);
        listAndSearch(scene);
        profiles(scene, customer);
        agreements(scene, customer);
        qualifications(scene, customer);
        relationships(scene);
        policies(scene, customer);
        validations(scene);
        var user = users(scene);
        roles(scene, user);
        licenses(scene, user);
        deleteAndRestore(scene, user);
        consents(scene);
        leave(scene, customer);
        assertThat(scene.client().packed()).isPositive();
    }

    private Scene scene(ClientKind kind) {
        var copies = fixtures.rheinlandWithResellers();
        var provider = Objects.requireNonNull(copies.get("P-DE"));
        var reseller = Objects.requireNonNull(copies.get("R-DE1")).id();
        var person = callers.aPersonOf(provider.id(), Role.values());
        users.setPassword(provider.id().tenantId(), person.userId(), ClientSignIn.PASSWORD);
        var application = NewApplication.of(provider.id().tenantId(), "Storefront", "http://localhost/back");
        var secret = applications.register(application).reveal();
        var domain = person.signInName().substring(person.signInName().indexOf('@') + 1);
        var signIn = new ClientSignIn(port, domain, application.id(), secret, person);
        var token = signIn.ofPerson(kind);
        var served = new Clerk(port, token)
                .onboard(
                        "onboarding/add-nordlicht.request.json",
                        Map.of("company", "Nordlicht Lizenzen", "reseller", reseller.toString()));
        var alone = kind == ClientKind.POWERSHELL ? token : signIn.ofApplication(kind);
        return new Scene(
                kind,
                kind == ClientKind.POWERSHELL ? ClientSignIn.COMMAND_LINE : application.id(),
                new StockClient(kind, port, () -> alone),
                new StockClient(kind, port, tokens(kind, token)),
                provider.id(),
                reseller,
                served);
    }

    /** The Node client comes with a token that is none any more, and signs in again when it hears so. */
    private static Supplier<String> tokens(ClientKind kind, String token) {
        var calls = new java.util.concurrent.atomic.AtomicInteger();
        return () -> kind == ClientKind.NODE && calls.getAndIncrement() == 0 ? "expired" : token;
    }

    /** What the library read it sends back with one member changed; PowerShell looks for country and culture at first. */
    private static void ownProfiles(Scene scene) {
        var client = scene.client();
        var organization = (ObjectNode) client.get("/v1/profiles/organization");
        assertThat(organization.at("/defaultAddress/country").asString()).isEqualTo("DE");
        assertThat(organization.path("culture").asString()).isEqualTo("de-DE");
        place(organization, "defaultAddress");
        client.change(
                "PUT", "/v1/profiles/organization", organization.deepCopy().put("email", "buero@rheinland.example"));
        var stale = organization.deepCopy().put("email", "info@rheinland.example");
        client.refused("PUT", "/v1/profiles/organization", stale, 400, 2055);
        var billing = (ObjectNode) client.get("/v1/profiles/billing");
        place(billing, "address");
        billing.put("purchaseOrderNumber", "RD-2019-114");
        billing.withObject("/primaryContact")
                .put("firstName", "Jonas")
                .put("lastName", "Weber")
                .put("email", "jonas.weber@rheinland.example");
        if (scene.kind() == ClientKind.JAVA) {
            billing.put("billingDay", 0);
        }
        client.change("PUT", "/v1/profiles/billing", billing, "taxId");
        var support = object().put("email", "support@rheinland.example").put("telephone", "0221555017");
        client.change("PUT", "/v1/profiles/support", support.put("website", "support.rheinland.example"), "links");
        client.get("/v1/profiles/support");
        var legal = (ObjectNode) client.get("/v1/profiles/legalbusiness?vettingVersion=Current");
        place(legal, "address");
        legal.set("companyApproverAddress", legal.get("address"));
        legal.put("companyApproverEmail", "jonas.weber@rheinland.example");
        legal.set("primaryContact", billing.get("primaryContact"));
        client.change("PUT", "/v1/profiles/legalbusiness", legal, "vettingStatus", "vettingSubStatus");
        assertThat(client.get("/v1/profiles/mpn?mpnId=").path("mpnId").asString())
                .isNotBlank();
        client.refused("GET", "/v1/profiles/mpn?mpnId=1", NO_BODY, 404, 3000);
        if (scene.kind() != ClientKind.POWERSHELL) {
            scene.alone().refused("GET", "/v1/profiles/organization", NO_BODY, 403, 900329);
        }
    }

    private String createCustomers(Scene scene) {
        var unset = new String[] {
            "id",
            "commerceId",
            "customDomains",
            "userCredentials",
            "allowDelegatedAccess",
            "links",
            "companyProfile.tenantId",
            "companyProfile.companyName",
            "companyProfile.address",
            "companyProfile.organizationRegistrationNumber",
            "billingProfile.id",
            "billingProfile.links"
        };
        var own = scene.alone().change("POST", "/v1/customers", newCustomer("Moor"), unset);
        assertThat(own.at("/userCredentials/password").asString()).isNotBlank();
        assertThat(own.path("relationshipToPartner").asString()).isEqualTo("reseller");
        var shared = newCustomer("Kiefer")
                .put("associatedPartnerId", scene.reseller().toString());
        scene.client().change("POST", "/v1/customers", shared, unset);
        if (scene.kind() != ClientKind.POWERSHELL) {
            scene.alone().refused("POST", "/v1/customers", shared, 403, 900329);
        }
        scene.client().refused("POST", "/v1/customers", object().put("relationshipToPartner", "unknown"), 400, 3000);
        return own.path("id").asString();
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    private static ObjectNode read(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    private static ObjectNode newCustomer(String name) {
        return read("""
                {"relationshipToPartner":"unknown","attributes":{"objectType":"Customer"},
                 "companyProfile":{"domain":"%s.onmicrosoft.com","attributes":{"objectType":"CustomerCompanyProfile"}},
                 "billingProfile":{"culture":"DE-DE","email":"buero@moor.example","language":"De","companyName":"%s GmbH",
                   "defaultAddress":{"firstName":"Jörg","lastName":"Weiß","addressLine1":"Speicherstraße 12",
                     "city":"Hamburg","postalCode":"20457","country":"DE"}}}""".formatted(Clerk.anyDomain(), name));
    }

    private static void listAndSearch(Scene scene) {
        var client = scene.client();
        var pages = client.list("/v1/customers?size=1&trace=1");
        assertThat(pages).hasSize(scene.kind().readsEveryPage() ? 3 : 1);
        assertThat(client.list("/v1/customers?size=0")).hasSize(3);
        for (var filter : List.of(
                scene.kind().filter("CompanyName", "moor", "StartsWith"),
                scene.kind().filter("IndirectReseller", scene.reseller().toString(), "Equals"))) {
            assertThat(client.list("/v1/customers?size=0&filter=" + StockClient.encoded(filter)))
                    .as(filter)
                    .isNotEmpty();
        }
        client.refused("GET", "/v1/customers?size=501", NO_BODY, 400, 3000);
        client.refused("GET", "/v1/customers/" + UUID.randomUUID(), NO_BODY, 404, 60003);
    }

    /** The libraries give back what they read, with the version inside; an old one is refused so that it surfaces. */
    private static void profiles(Scene scene, String customer) {
        var path = "/v1/customers/" + customer;
        var client = scene.client();
        assertThat(client.get(path).has("allowDelegatedAccess")).isTrue();
        client.get(path + "/profiles/company");
        var read = (ObjectNode) client.get(path + "/profiles/billing");
        var changed = read.deepCopy();
        ((ObjectNode) changed.path("defaultAddress")).put("addressLine1", "Speicherstraße 13");
        var stored = client.change("PUT", path + "/profiles/billing", changed, "defaultAddress.state");
        assertThat(stored.at("/defaultAddress/addressLine1").asString()).isEqualTo("Speicherstraße 13");
        assertThat(stored.at("/attributes/etag").asString())
                .isNotEqualTo(read.at("/attributes/etag").asString());
        var other = changed.deepCopy().put("companyName", "Moor und Söhne GmbH");
        client.refused("PUT", path + "/profiles/billing", other, 400, 2055);
    }

    private static void agreements(Scene scene, String customer) {
        var client = scene.client();
        var template = client.get("/v1/agreements").at("/items/0/templateId").asString();
        client.get("/v1/agreements?agreementType=*");
        var path = "/v1/customers/" + customer;
        var attestation = read("""
                {"primaryContact":{"firstName":"Jörg","lastName":"Weiß","email":"j.weiss@moor.example"},
                 "dateAgreed":"2019-04-24T00:00:00","templateId":"%s","type":"MicrosoftCloudAgreement",
                 "attributes":{"objectType":"Agreement"}}""".formatted(template));
        client.change(
                "POST", path + "/agreements", attestation, "userId", "agreementLink", "primaryContact.phoneNumber");
        assertThat(client.get(path + "/agreements").path("items")).hasSize(1);
        client.refused("POST", path + "/agreements", attestation, 409, 600061);
        client.get(path + "/directSignedMicrosoftCustomerAgreementStatus");
    }

    private static void qualifications(Scene scene, String customer) {
        var client = scene.client();
        var path = "/v1/customers/" + customer;
        assertThat(client.get(path + "/qualifications").isArray()).isTrue();
        assertThat(client.get(path + "/qualification").asString()).isEqualTo("none");
        var school = read("""
                {"qualification":"Education","educationSegment":"HigherEducation","website":"schule.example"}""");
        client.change("POST", path + "/qualifications", school, "vettingStatus", "vettingReason", "vettingCreateDate");
        assertThat(client.get(path + "/qualifications")).hasSize(1);
        client.get("/v1/customers/all/validations");
    }

    private static void relationships(Scene scene) {
        var client = scene.client();
        var type = scene.kind().word("IsIndirectCloudSolutionProviderOf");
        var listed = client.get("/v1/relationships?relationship_type=" + type);
        assertThat(listed.path("items")).hasSize(3);
        client.get("/v1/customers/relationshiprequests");
        assertThat(client.get(scene.licensed("/relationships")).path("items")).hasSize(1);
        client.get("/v1/compliance/csp/agreementstatus?mpnId=&tenantId=" + scene.reseller());
    }

    private static void place(ObjectNode profile, String member) {
        profile.withObject("/" + member)
                .put("addressLine1", "Hohe Straße 42")
                .put("city", "Köln")
                .put("postalCode", "50667");
    }

    private static void policies(Scene scene, String customer) {
        var client = scene.client();
        var policy = read("""
                {"selfServeEntity":{"selfServeEntityType":"customer","tenantID":"%s"},
                 "grantor":{"grantorType":"billToPartner","tenantID":"%s"},
                 "permissions":[{"resource":"AzureReservedInstances","action":"Purchase"}]}""".formatted(customer, scene.provider()));
        var made = (ObjectNode) client.change("POST", "/v1/SelfServePolicy", policy, "id", "attributes");
        var path = "/v1/selfservepolicy/" + made.path("id").asString();
        client.refused("POST", "/v1/SelfServePolicy", policy, 409, 600041);
        assertThat(client.get("/v1/SelfServePolicy?entity_Id=" + customer).path("items"))
                .hasSize(1);
        var wider = made.deepCopy();
        wider.withArray("permissions")
                .add(object().put("resource", "AzureSavingsPlan").put("action", "Purchase"));
        var target = scene.kind() == ClientKind.DOTNET ? path : "/v1/SelfServePolicy";
        assertThat(client.change("PUT", target, wider).path("permissions")).hasSize(2);
        client.refused("PUT", target, made, 400, 2055);
        client.delete(path);
        client.refused("GET", path, NO_BODY, 404, 600039);
    }

    private static void validations(Scene scene) {
        var client = scene.client();
        client.head("/v1/domains/" + Clerk.anyDomain() + ".onmicrosoft.com", 404);
        client.get("/v1/countryvalidationrules/DE");
        client.change("POST", "/v1/validations/address", read("""
                {"addressLine1":"Speicherstraße 12","city":"Hamburg","postalCode":"20457","country":"DE"}"""), "state");
    }

    private static JsonNode newUser(Scene scene, String name) {
        var domain = scene.served().admin().substring(scene.served().admin().indexOf('@'));
        return read("""
                {"usageLocation":"DE","userPrincipalName":"%s","firstName":"Anna","lastName":"Moor","displayName":"%s",
                 "state":"active","userDomainType":"none","passwordProfile":{"password":"Zr8#kLm2","forceChangePassword":true},
                 "attributes":{"objectType":"CustomerUser"}}""".formatted(name + domain, "Anna " + name));
    }

    private static String users(Scene scene) {
        var client = scene.client();
        var path = scene.licensed("/users");
        var unset =
                new String[] {"id", "immutableId", "phoneNumber", "lastDirectorySyncTime", "softDeletionTime", "links"};
        var anna = client.change("POST", scene.kind().users(path), newUser(scene, "anna"), unset);
        client.change("POST", scene.kind().users(path), newUser(scene, "berta"), unset);
        client.refused("POST", path, newUser(scene, "anna"), 409, 1003);
        var sorted =
                "?size=1&sortField=DisplayName&sortDirection=" + scene.kind().word("Descending");
        assertThat(client.list(path + sorted)).hasSize(scene.kind().readsEveryPage() ? 3 : 1);
        var user = path + "/" + anna.path("id").asString();
        changeUser(client, user);
        return user;
    }

    /** Members that the model left null stay as they are. */
    private static void changeUser(StockClient client, String user) {
        var patch = object().put("usageLocation", "AT").put("state", "active").put("userDomainType", "none");
        var changed = client.change(
                "PATCH",
                user,
                patch,
                "id",
                "firstName",
                "lastName",
                "displayName",
                "userPrincipalName",
                "passwordProfile");
        assertThat(changed.path("usageLocation").asString()).isEqualTo("AT");
        assertThat(client.get(user).path("firstName").asString()).isEqualTo("Anna");
        var password = read("{\"passwordProfile\":{\"password\":\"Nw6&hTq4\",\"forceChangePassword\":true}}");
        client.change("PATCH", user + "/resetpassword", password);
        client.change("PATCH", user, password, "usageLocation", "displayName");
    }

    private static void roles(Scene scene, String user) {
        var client = scene.client();
        assertThat(client.get(scene.licensed("/directoryroles")).path("items")).isNotEmpty();
        var id = user.substring(user.lastIndexOf('/') + 1);
        var members = scene.licensed("/directoryroles/" + HELPDESK + "/usermembers");
        var member = object().put("id", id).put("displayName", "Anna").put("userPrincipalName", "anna@x.example");
        client.change("POST", members, member, "links");
        assertThat(client.list(members + "?size=1")).hasSize(1);
        assertThat(client.get(user + "/directoryroles").path("items")).hasSize(1);
        client.delete(members + "/" + id);
        client.refused("DELETE", members + "/" + id, NO_BODY, 404, 1000);
    }

    private static void licenses(Scene scene, String user) {
        var client = scene.client();
        var groups = "?licenseGroupIds=" + scene.kind().word("Group1") + "&licenseGroupIds="
                + scene.kind().word("Group2");
        var sku = client.get(scene.licensed("/subscribedskus") + groups)
                .at("/items/0/productSku/id")
                .asString();
        var assign = read("{\"licensesToAssign\":[{\"skuId\":\"" + sku + "\"}]}");
        client.change("POST", user + "/licenseupdates", assign, "licensesToRemove", "licenseWarnings");
        assertThat(client.get(user + "/licenses" + groups).path("items")).hasSize(1);
        var remove = read("{\"licensesToRemove\":[\"" + sku + "\"]}");
        client.change("POST", user + "/licenseupdates", remove, "licensesToAssign", "licenseWarnings");
        assertThat(client.get(user + "/licenses").path("items")).isEmpty();
    }

    private static void deleteAndRestore(Scene scene, String user) {
        var client = scene.client();
        client.delete(user);
        client.refused("GET", user, NO_BODY, 404, 3000);
        var deleted = StockClient.encoded(scene.kind().filter("UserState", "Inactive", "Equals"));
        var gone = client.list(scene.licensed("/users?size=500&filter=") + deleted);
        assertThat(gone).hasSize(1);
        assertThat(gone.getFirst().path("state").asString()).isEqualTo("inactive");
        client.change("PATCH", user, object().put("state", "active"), "firstName", "displayName", "usageLocation");
        assertThat(client.get(user).path("state").asString()).isEqualTo("active");
    }

    private static void consents(Scene scene) {
        var client = scene.client();
        var path = scene.licensed("/applicationconsents");
        var consent = read("""
                {"applicationId":"%s","applicationGrants":[
                  {"enterpriseApplicationId":"00000003-0000-0000-c000-000000000000",
                   "scope":"User.Read.All,Domain.ReadWrite.All"}]}""".formatted(scene.application()));
        client.change("POST", path, consent, "displayName");
        client.refused("POST", path, consent, 409, 1003);
        client.delete(path + "/" + scene.application());
        client.refused("DELETE", path + "/" + scene.application(), NO_BODY, 404, 1000);
    }

    /** The libraries send back the whole customer, with one member changed. */
    private static void leave(Scene scene, String customer) {
        var client = scene.client();
        var path = "/v1/customers/" + customer;
        client.refused("DELETE", path, NO_BODY, 400, 900127);
        var read = (ObjectNode) client.get(path);
        var kept = client.change(
                "PATCH", path + "/", read.deepCopy().put("allowDelegatedAccess", false), "userCredentials");
        assertThat(kept.path("relationshipToPartner").asString()).isEqualTo("reseller");
        client.refused("GET", path + "/users", NO_BODY, 403, 900308);
        var left = read.deepCopy().put("relationshipToPartner", "none").put("allowDelegatedAccess", false);
        assertThat(client.change("PATCH", path, left, "userCredentials")
                        .path("relationshipToPartner")
                        .asString())
                .isEqualTo("none");
        client.refused("GET", path, NO_BODY, 404, 60003);
    }
}
