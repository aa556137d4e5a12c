package oroshi.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.Fixtures.Copy;
import oroshi.OroshiTest;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.PartnerId;
import oroshi.partners.Partners;
import tools.jackson.databind.JsonNode;

/** The API's customer list in every form that clients walk it, from page to page and back. */
@OroshiTest
class CustomerSeekTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private Partners partners;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerRules rules;

    @LocalServerPort
    private int port;

    private Clerk clerk;
    private PartnerId reseller;

    @BeforeEach
    void twelveCustomers() {
        var copies = fixtures.rheinlandWithResellers();
        var provider = Objects.requireNonNull(copies.get("P-DE"));
        reseller = Objects.requireNonNull(copies.get("R-DE1")).id();
        clerk = clerk(provider, "timo.bach");
        var stand = new CustomerStand(partners, customers, rules);
        for (var i = 0; i < 12; i++) {
            var through = i % 2 == 0 ? Optional.of(reseller) : Optional.<PartnerId>empty();
            stand.add(provider.id(), (i % 3 == 0 ? "Kiln " : "brambleWOOD ") + (char) ('L' - i), "seek" + i, through);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            everything | 12 |
            by name    | 8  | {"Field":"CompanyName","Value":"BRAMBLE","Operator":"starts_with"}
            by domain  | 3  | {"Field":"Domain","Value":"seek1","Operator":"starts_with"}
            by reseller | 6 | {"Field":"IndirectReseller","Value":"{reseller}","Operator":"equals"}
            by two     | 10 | {"LeftFilter":{"Field":"IndirectReseller","Value":"{reseller}","Operator":"equals"},"Operator":"or","RightFilter":{"Field":"CompanyName","Value":"bramblewood","Operator":"starts_with"}}
            """)
    void walksForthAndBack(String form, int count, @Nullable String filter) {
        var whole = items(clerk.read("/v1/customers" + query("?", filter)));
        assertThat(whole).hasSize(count).isSorted();

        var forth = new ArrayList<List<String>>();
        var page = clerk.get("/v1/customers?size=5" + query("&", filter));
        while (true) {
            forth.add(items(Clerk.json(page)));
            if (link(page, "next").isMissingNode()) {
                break;
            }
            page = follow(page, "next");
        }
        assertThat(forth.stream().flatMap(List::stream)).isEqualTo(whole);

        for (var number = forth.size() - 2; number >= 0; number--) {
            page = follow(page, "previous");
            assertThat(items(Clerk.json(page))).isEqualTo(forth.get(number));
        }
        assertThat(link(page, "previous").isMissingNode()).isTrue();
        if (forth.size() == 1) {
            return; // A list of one page has no token to seek with.
        }
        assertThat(items(Clerk.json(seek(page, "Last")))).isEqualTo(whole.subList(Math.max(0, count - 5), count));
        assertThat(items(Clerk.json(seek(page, "First")))).isEqualTo(forth.getFirst());
        assertThat(items(Clerk.json(seek(page, "Previous"))))
                .as("the page before the first one")
                .isEqualTo(forth.getFirst());
    }

    @Test
    @DisplayName("tokens and sizes that are no use, and seeks that nobody can make, are refused")
    void refusesWhatIsNoPage() {
        var page = clerk.get("/v1/customers?size=5");
        assertRefused(clerk.get("/v1/customers?seekOperation=Next"));
        assertRefused(clerk.get("/v1/customers?seekOperation=Next", "MS-ContinuationToken", "nonsense"));
        assertRefused(seek(page, "PageIndex"));
        assertRefused(clerk.get("/v1/customers?size=501"));
        assertRefused(clerk.get("/v1/customers?size=-1"));
        assertRefused(clerk.get("/v1/customers?size=all"));
        assertThat(items(clerk.read("/v1/customers?size=0"))).hasSize(12);
        var stranger = clerk(fixtures.rheinland(), "timo.bach");
        assertRefused(stranger.get("/v1/customers?seekOperation=Next", "MS-ContinuationToken", token(page)));
    }

    private HttpResponse<String> follow(HttpResponse<String> page, String name) {
        var link = link(page, name);
        var header = link.path("headers").path(0);
        return clerk.get(
                "/v1" + link.path("uri").asString(),
                header.path("key").asString(),
                header.path("value").asString());
    }

    private HttpResponse<String> seek(HttpResponse<String> page, String operation) {
        return clerk.get("/v1/customers?seekOperation=" + operation, "MS-ContinuationToken", token(page));
    }

    private static String token(HttpResponse<String> page) {
        var next = link(page, "next");
        var link = next.isMissingNode() ? link(page, "previous") : next;
        return link.path("headers").path(0).path("value").asString();
    }

    private static JsonNode link(HttpResponse<String> page, String name) {
        return Clerk.json(page).path("links").path(name);
    }

    private static List<String> items(JsonNode page) {
        var names = new ArrayList<String>();
        page.path("items")
                .forEach(item -> names.add(
                        item.at("/companyProfile/companyName").asString().toLowerCase(Locale.ROOT)));
        return names;
    }

    private String query(String separator, @Nullable String filter) {
        if (filter == null) {
            return "";
        }
        var text = filter.replace("{reseller}", reseller.toString());
        return separator + "filter="
                + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Clerk.json(answer).path("code").asInt()).isEqualTo(3000);
    }

    private Clerk clerk(Copy of, String person) {
        var caller = fixtures.caller(of, person);
        return new Clerk(port, tokens.of(of.id(), caller.userId().orElseThrow()));
    }
}
