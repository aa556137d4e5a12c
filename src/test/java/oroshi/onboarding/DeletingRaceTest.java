package oroshi.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.relationships.Wire;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A sandbox deletes a customer while somebody else still works for it. */
@OroshiTest
class DeletingRaceTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @LocalServerPort
    private int port;

    @RepeatedTest(3)
    @DisplayName("who adds to a customer that goes away in the same moment is told so, and the deletion succeeds")
    void deletesACustomerThatOthersStillWorkFor() throws Exception {
        var sandbox = fixtures.sandbox();
        var clerk = new Clerk(port, callers.token(callers.aPersonOf(sandbox.id(), Role.values())));
        var customer = "/v1/customers/" + customer(clerk);
        var calls = new ArrayList<Callable<Integer>>();
        for (var each = 0; each < 6; each++) {
            calls.add(() -> clerk.call(
                            "POST",
                            customer + "/qualifications",
                            "{\"qualification\":\"Education\",\"educationSegment\":\"K12\",\"website\":\"https://school.example\"}")
                    .statusCode());
        }
        calls.add(3, () -> clerk.call("DELETE", customer, "").statusCode());
        assertThat(Together.run(calls)).contains(204).allMatch(status -> status < 500);
    }

    private static String customer(Clerk clerk) throws Exception {
        var body = (ObjectNode) JsonMapper.shared().readTree(Wire.file("onboarding/create-customer.request.json"));
        ((ObjectNode) body.path("companyProfile")).put("domain", Clerk.anyDomain() + ".onmicrosoft.com");
        var made = clerk.call("POST", "/v1/customers", body.toString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Clerk.json(made).path("id").asString();
    }
}
