package oroshi.portal.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.Browserless;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.PartnerType;
import oroshi.directory.Users;
import oroshi.orders.Counter;

/** The downloads of the portal, as a partner with the demo's price list finds them. */
@OroshiTest
class PricingPagesTest {
    private static final String PASSWORD = "a password for pages";

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Users users;

    @LocalServerPort
    private int port;

    private Person person;
    private Browserless browser;

    @BeforeEach
    void signIn() {
        person = counter.partner(PartnerType.DIRECT_BILL, Instant.parse("2026-01-15T00:00:00Z"));
        browser = signedIn(person);
    }

    @Test
    @DisplayName("9.5 every list that there is has its link, and the link gives the file")
    void linksWhatThereIs() {
        var page = browser.get("/pricing?market=JP&month=2026-01");
        assertThat(page.statusCode()).isEqualTo(200);

        for (var sheet :
                new String[] {"licenses", "software", "consumption", "reservations", "legacy", "matrix", "rates"}) {
            var link = link(page.body(), sheet);
            var file = browser.get(link);
            assertThat(file.statusCode()).as(link).isEqualTo(200);
            assertThat(file.body()).as(link).startsWith("\"").contains("\r\n");
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment; filename=\"" + sheet)
                    .endsWith(".csv\"");
        }
        assertThat(browser.get("/pricing/export?sheet=licenses&market=JP&form=zip")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/zip");
    }

    @Test
    @DisplayName("9.5 the list of classic offers is in the partner's currency and says what changed")
    void writesTheLegacyList() {
        var file = browser.get("/pricing/export?sheet=legacy").body();

        assertThat(file.lines().findFirst())
                .contains("\"A/C/D/U\",\"Valid-From Date\",\"ValidToDate\",\"Offer Display Name\",\"Offer ID\","
                        + "\"License Agreement Type\",\"Purchase Unit\",\"Secondary License Type\","
                        + "\"End Customer Type\",\"List Price\",\"ERP Price\"");
        assertThat(file)
                .contains("\"Business Essentials\"")
                .contains("\"20170901\",\"99991130\"")
                .contains("\"Corporate\",\"1 Month(s)\",\"NON-SPECIFIC\",\"Cloud reseller corporate\",\"540\"")
                .contains("\"TRIAL\"")
                .contains("\"ADD-ON\"");
    }

    @Test
    void answersWhatThereIsNot() {
        assertThat(browser.get("/pricing?market=FR&month=1999-01").statusCode()).isEqualTo(200);
        assertThat(browser.get("/pricing/export?sheet=licenses&market=ZZ").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/pricing/export?sheet=nothing").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("pricelist.download is for global admins, admin agents and sales agents")
    void isClosedToOthers() {
        var helpdesk = signedIn(callers.aPersonOf(person.partnerId(), Role.HELPDESK_AGENT));

        assertThat(helpdesk.get("/pricing").statusCode()).isEqualTo(403);
        assertThat(helpdesk.get("/pricing/export?sheet=licenses").statusCode()).isEqualTo(403);
    }

    private Browserless signedIn(Person somebody) {
        users.setPassword(somebody.partnerId().tenantId(), somebody.userId(), PASSWORD);
        var signedIn = new Browserless(port);
        signedIn.fill("/sign-in", Map.of("name", somebody.signInName(), "password", PASSWORD));
        return signedIn;
    }

    private static String link(String page, String sheet) {
        var found = Pattern.compile("href=\"(/pricing/export\\?sheet=" + sheet + "[^\"]*)\"")
                .matcher(page);
        assertThat(found.find()).as(sheet).isTrue();
        return found.group(1).replace("&amp;", "&");
    }
}
