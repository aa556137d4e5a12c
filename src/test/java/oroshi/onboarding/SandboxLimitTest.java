package oroshi.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.tokens.TestTokens;
import oroshi.customers.CustomerRules;
import oroshi.customers.CustomerStand;
import oroshi.customers.Customers;
import oroshi.database.WholeDatabase;
import oroshi.partners.Partners;

@OroshiTest
class SandboxLimitTest {
    @Autowired
    Fixtures fixtures;

    @Autowired
    TestTokens tokens;

    @Autowired
    Partners partners;

    @Autowired
    Customers customers;

    @Autowired
    CustomerRules rules;

    @Autowired
    WholeDatabase database;

    @Autowired
    Desk desk;

    @LocalServerPort
    int port;

    @Test
    void letsASandboxHoldNoMoreThan75CustomersHoweverManyComeAtOnce() throws Exception {
        var sandbox = fixtures.sandbox();
        var caller = fixtures.caller(sandbox, "ben.cole");
        var token = tokens.of(sandbox.id(), caller.userId().orElseThrow());
        var stand = new CustomerStand(partners, customers, rules);
        IntStream.range(0, SandboxLimit.MOST_CUSTOMERS - 2)
                .forEach(i -> stand.add(sandbox.id(), "株式会社砂場 " + i, Pages.anyDomain()));
        var client = new Creation(port);
        var answers = Together.run(
                6,
                () -> client.post(
                        token,
                        "/v1/customers",
                        Creation.request("create-customer", Map.of("domain", Pages.anyDomain()))));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(2);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 400)
                .hasSize(4)
                .allSatisfy(answer -> assertThat(Creation.masked(answer, "-"))
                        .isEqualTo(Creation.golden("create-customer-sandbox-full")));
        assertThat(database.rowsOf(sandbox.id())).containsEntry("customers.customer", 75L);

        var draft = desk.reviewed(caller, Pages.juniper(Pages.anyDomain()));
        var rejected = catchThrowableOfType(DraftRejected.class, () -> desk.submit(caller, draft));
        assertThat(rejected.page()).isEqualTo(DraftRejected.Page.REVIEW);
        assertThat(rejected.problems()).singleElement().satisfies(problem -> assertThat(problem.reason())
                .isEqualTo(OnboardingRefusal.SANDBOX_FULL));
    }
}
