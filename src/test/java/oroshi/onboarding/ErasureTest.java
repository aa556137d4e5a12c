package oroshi.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.Clerk;
import oroshi.Clerk.Served;
import oroshi.Fixtures;
import oroshi.Fixtures.Copy;
import oroshi.OroshiTest;
import oroshi.access.Browserless;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.customers.GoldenAnswers;
import oroshi.database.PartnerScope;
import oroshi.database.WholeDatabase;
import oroshi.demo.DemoWorld;
import oroshi.directory.Directory;

/** A sandbox account deletes a customer, and nothing of it is left in any table, be it one of today or of later. */
@OroshiTest
class ErasureTest {
    /** What is written down there stays. */
    private static final Set<String> KEPT = Set.of("activity.record");

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private WholeDatabase database;

    @Autowired
    private Directory directory;

    @Autowired
    private ErasureTable table;

    @Autowired
    private TransactionTemplate transactions;

    @LocalServerPort
    private int port;

    private Copy sandbox;
    private Clerk clerk;
    private Served served;
    private CustomerId customer;

    @BeforeEach
    void aCustomerOfASandbox() {
        sandbox = fixtures.sandbox();
        clerk = clerk(sandbox);
        served = clerk.onboard("customers/add-juniper.request.json", Map.of());
        customer = CustomerId.of(served.customer());
    }

    @Test
    @DisplayName("J6 6.4 every table that names customers or tenants forgets the deleted one")
    void leavesNoRowBehind() {
        fillWhatIsEmpty();
        assertThat(rows())
                .containsOnlyKeys(database.tablesOfCustomers().keySet())
                .doesNotContainValue(0L);

        var deleted = clerk.call("DELETE", path(), "");

        assertThat(deleted.statusCode()).as(deleted.body()).isEqualTo(204);
        var left = rows();
        left.values().removeIf(count -> count == 0);
        assertThat(left).containsOnlyKeys(KEPT);
        assertThat(database.rowsWith(customer.toString())).containsOnlyKeys(KEPT);
        assertThat(told("DELETE")).isEqualTo("404 60003");
        assertThat(told("GET")).isEqualTo("404 60003");
        assertThat(clerk.call("HEAD", "/v1/domains/" + served.domain() + ".onmicrosoft.com", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void removingTheRelationshipOfASandboxForgetsTheCustomerToo() {
        suspend();
        var left = clerk.call("PATCH", path(), GoldenAnswers.request("patch-none"));
        assertThat(left.statusCode()).as(left.body()).isEqualTo(200);
        assertThat(database.rowsWith(customer.toString())).containsOnlyKeys(KEPT);
    }

    @Test
    @DisplayName("a global admin of a sandbox deletes the customer on its page; nobody else is asked to")
    void deletesOnThePage() {
        var page = "/customers/" + customer + "/account";
        var agent = signedIn("ben.cole");
        assertThat(agent.get(page).body()).doesNotContain(page + "/delete");
        assertThat(agent.post(page + "/delete", Map.of()).statusCode()).isEqualTo(403);
        var admin = signedIn("ana.ortiz");
        assertThat(admin.get(page).body()).contains(page + "/delete");
        assertThat(admin.get(page + "/delete").body()).contains("Juniper Falls Dental Group, LLC");
        assertThat(Browserless.location(admin.post(page + "/delete", Map.of()))).endsWith("/customers");
        assertThat(admin.get(page).statusCode()).isEqualTo(404);
        assertThat(database.rowsWith(customer.toString())).containsOnlyKeys(KEPT);
    }

    @Test
    @DisplayName("the application can't erase what is no sandbox's, nor a customer of another partner")
    void erasesNothingElse() {
        var other = fixtures.cedarRidge();
        var theirs = clerk(other).onboard("customers/add-juniper.request.json", Map.of());
        assertErasesNothing(other.id(), other.id(), CustomerId.of(theirs.customer()));
        assertErasesNothing(sandbox.id(), sandbox.id(), CustomerId.of(theirs.customer()));
        assertErasesNothing(other.id(), sandbox.id(), customer);
        assertThat(clerk.get(path()).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("a customer that another partner serves keeps its directory")
    void leavesTheDirectoryToAnotherPartner() {
        var other = fixtures.cedarRidge();
        var both = Map.of("tenant_id", customer, "served_by", other.id());
        database.put("relationships.tenant_relationship", both);

        assertThat(clerk.call("DELETE", path(), "").statusCode()).isEqualTo(204);

        assertThat(told("GET")).isEqualTo("404 60003");
        assertThat(directory.findTenant(customer.tenantId())).isPresent();
        assertThat(directory.users(customer.tenantId())).isNotEmpty();
    }

    private void assertErasesNothing(PartnerId scope, PartnerId partnerId, CustomerId id) {
        assertThatThrownBy(() -> PartnerScope.run(
                        scope, () -> transactions.executeWithoutResult(transaction -> table.erase(partnerId, id))))
                .hasMessageContaining("no customer that may be erased");
    }

    /** Rows that this customer doesn't have by itself. */
    private void fillWhatIsEmpty() {
        var given = new HashMap<String, Object>();
        given.put("partner_id", sandbox.id());
        given.put("served_by", sandbox.id());
        given.put("user_id", directory.users(customer.tenantId()).getFirst().id());
        given.put("application_id", UUID.randomUUID());
        given.put("qualification", "EDUCATION");
        given.put("migration_id", UUID.randomUUID());
        given.put("subscription_id", UUID.fromString(served.subscription()));
        database.tablesOfCustomers().forEach((name, columns) -> {
            columns.forEach(column -> given.put(column, customer));
            if (database.rowsNaming(name, columns, customer) == 0) {
                database.put(name, given);
            }
        });
    }

    private Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        database.tablesOfCustomers()
                .forEach((name, columns) -> rows.put(name, database.rowsNaming(name, columns, customer)));
        return rows;
    }

    private Browserless signedIn(String person) {
        var browser = new Browserless(port);
        browser.fill("/sign-in", Map.of("name", sandbox.signInName(person), "password", DemoWorld.PASSWORD));
        return browser;
    }

    private void suspend() {
        var answer =
                clerk.call("PATCH", path() + "/subscriptions/" + served.subscription(), "{\"status\":\"suspended\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String told(String method) {
        var answer = clerk.call(method, path(), "");
        return answer.statusCode() + " " + Clerk.json(answer).path("code").asString();
    }

    private String path() {
        return "/v1/customers/" + served.customer();
    }

    private Clerk clerk(Copy of) {
        var caller = fixtures.caller(of, "ben.cole");
        return new Clerk(port, tokens.of(of.id(), caller.userId().orElseThrow()));
    }
}
