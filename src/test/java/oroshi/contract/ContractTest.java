package oroshi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.rest.ContractOperation;
import oroshi.rest.ContractOperations;

/** Walks the files of the contract operation by operation. */
@OroshiTest
class ContractTest {
    @Autowired
    private TestCallers callers;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("the product knows every operation of the files, under their method and path")
    void knowsEveryOperationOfTheFiles() {
        var declared = Contract.files().operations();
        assertThat(declared).hasSizeGreaterThan(70);
        assertThat(declared)
                .map(operation ->
                        new ContractOperation(operation.family(), operation.id(), operation.method(), operation.path()))
                .isSubsetOf(ContractOperations.all());
        assertThat(ContractOperations.all())
                .filteredOn(operation ->
                        declared.stream().anyMatch(each -> each.family().equals(operation.family())))
                .hasSameSizeAs(declared);
    }

    @Test
    @DisplayName("every operation of the files is there, or answers 501 with the published error body")
    void answersEveryOperation() {
        var softly = new SoftAssertions();
        var clerk = new Clerk(
                port, callers.token(callers.aPersonOf(callers.aPartner().partnerId(), Role.values())));
        for (var operation : Contract.files().operations()) {
            var path = Pattern.compile("\\{\\w+}").matcher(operation.path()).replaceAll("all-of-them");
            var answer = clerk.call(operation.method(), path, operation.takesJson() ? "{}" : "");
            softly.assertThat(answer.statusCode()).as(operation.toString()).isNotEqualTo(405);
            if (answer.statusCode() == 404 && !operation.method().equals("HEAD")) {
                softly.assertThat(answer.body())
                        .as(operation.toString())
                        .doesNotContain(operation.parameters().isEmpty() ? "\"code\"" : "No static resource");
            }
            if (answer.statusCode() == 501) {
                softly.assertThat(Clerk.json(answer).path("description").asString())
                        .as(operation.toString())
                        .contains(operation.id());
            }
            softly.assertThat(Told.of(answer).breaches(operation))
                    .as(operation + ": " + Told.of(answer))
                    .isEmpty();
        }
        softly.assertAll();
    }
}
