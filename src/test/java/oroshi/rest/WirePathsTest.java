package oroshi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WirePathsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    /v1//customers,         /v1/customers
                    /v1/customers/1/users/, /v1/customers/1/users
                    //v1///x//,             /v1/x
                    /,                      /
                    """)
    void countsRunsOfSlashesAsOneAndATrailingSlashAsNothing(String sent, String clean) {
        assertThat(WirePaths.clean(sent)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    /v1/customers, true
                    /V1/Customers, true
                    /v1,           true
                    /oroshi/customers, true
                    /generatetoken, true
                    /v1x,          false
                    /customers,    false
                    /,             false
                    """)
    void knowsWhichAddressesSpeakTheWire(String path, boolean wire) {
        assertThat(WirePaths.isWire(path)).isEqualTo(wire);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    GET,  /v1/customers,                        listCustomers
                    GET,  /v1/customers/relationshiprequests,   getRelationshipRequest
                    GET,  /v1/Customers/3d82f6b7-0c4e-49a1-97d5-b8e61f2a40c3, getCustomer
                    PUT,  /v1/selfservepolicy,                  updateSelfServePolicy
                    """)
    void findsTheOperationThatARequestAddresses(String method, String path, String operation) {
        assertThat(ContractOperations.find(method, path).map(ContractOperation::operationId))
                .contains(operation);
    }
}
