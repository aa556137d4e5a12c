package oroshi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.OroshiTest;
import oroshi.access.TestCallers;
import oroshi.basics.Cloud;

@OroshiTest
class OperatorPriceListsTest {
    private static final String ADDRESS = "/oroshi/operator/pricelists";

    @Autowired
    private PriceListLoads loads;

    @Autowired
    private TestCallers callers;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("the operator sees how loads are going and what was wrong; nobody else does")
    void showsTheProgressToTheOperator() {
        var request = new NewPriceList(Cloud.GERMANY, "/lists/2071-01", Instant.parse("2071-01-01T00:00:00Z"));
        assertThatThrownBy(() -> loads.load(request, List.of(CatalogStand.file("notes.csv", "a,b\n1,2\n"))))
                .isInstanceOf(PriceListRejected.class);
        var operator = new Clerk(port, "a key that only the operator of tests knows");

        var load = operator.read(ADDRESS).path("items").path(0);
        assertThat(load.path("state").asString()).isEqualTo("REJECTED");
        assertThat(load.path("name").asString()).isEqualTo("/lists/2071-01");
        assertThat(load.path("problemCount").asInt()).isEqualTo(1);
        assertThat(load.path("problems").path(0).asString())
                .isEqualTo("notes.csv:1: the columns are those of no known kind of file");
        assertThat(operator.read(ADDRESS + "/" + load.path("id").asString())).isEqualTo(load);
        assertThat(operator.get(ADDRESS + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(new Clerk(port, callers.token(callers.aPartner()))
                        .get(ADDRESS)
                        .statusCode())
                .isEqualTo(401);
    }
}
