package oroshi.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import oroshi.OroshiTest;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerType;

@OroshiTest
class SignInTest {
    private static final String CHOSEN = "correct horse battery staple";

    @Autowired
    private TestCallers callers;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browserless browser;

    @BeforeEach
    void open() {
        browser = new Browserless(port);
    }

    @Test
    void sendsWhoeverIsNotSignedInToTheSignInPage() {
        var response = browser.get("/customers");

        assertThat(response.statusCode()).isBetween(302, 303);
        assertThat(Browserless.location(response)).endsWith("/sign-in");
    }

    @Test
    void demandsANewPasswordAtTheFirstSignInAndGoesOnWhereThePersonWanted() {
        var person = callers.aPartner();
        browser.get("/activity");
        var first = signIn(person.signInName(), person.password().reveal());
        assertThat(Browserless.location(first)).endsWith("/sign-in/password");
        assertThat(browser.get("/activity").statusCode()).as("not yet").isBetween(302, 303);

        var weak = browser.fill("/sign-in/password", passwords(person.password().reveal(), "short"));
        assertThat(weak.statusCode()).isEqualTo(422);
        var changed =
                browser.fill("/sign-in/password", passwords(person.password().reveal(), CHOSEN));

        assertThat(Browserless.location(changed)).contains("/activity");
        assertThat(signIn(person.signInName(), person.password().reveal()).statusCode())
                .as("the temporary password is gone")
                .isEqualTo(422);
    }

    @Test
    void locksTheAccountAfterTenFailures() {
        var person = callers.aPartner();
        for (var i = 0; i < 10; i++) {
            assertThat(signIn(person.signInName(), "wrong " + i).statusCode()).isEqualTo(422);
        }

        var right = signIn(person.signInName(), person.password().reveal());
        assertThat(right.statusCode()).isEqualTo(422);
        assertThat(right.body()).contains("15");
    }

    @Test
    void keepsSessionsInTheDatabaseUnderANewIdAfterEachStep() {
        var person = callers.aPartner();
        browser.get("/sign-in");
        var before = sessions();
        signIn(person.signInName(), person.password().reveal());
        browser.fill("/sign-in/password", passwords(person.password().reveal(), CHOSEN));

        assertThat(sessions()).as("the same session goes on under other ids").isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from access.spring_session_attributes where attribute_name = :name")
                        .param("name", Portal.PARTNERS.contextKey())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void enrolsAnAuthenticatorWhereThePartnerDemandsOneAndAsksForItsCodeEverAfter() throws Exception {
        var person = callers.aPartner(PartnerType.DIRECT_BILL, Cloud.PUBLIC, true);
        signIn(person.signInName(), person.password().reveal());
        var changed =
                browser.fill("/sign-in/password", passwords(person.password().reveal(), CHOSEN));
        assertThat(Browserless.location(changed)).endsWith("/sign-in/authenticator");

        var page = browser.get("/sign-in/authenticator").body();
        var secret = find(page, "<code class=\"secret\">([A-Z2-7]+)</code>");
        assertThat(page).contains("data:image/svg+xml;base64,");
        var enrolled = browser.post("/sign-in/authenticator", Map.of("code", code(secret, Instant.now())));
        assertThat(enrolled.statusCode()).isEqualTo(200);
        var recovery = find(enrolled.body(), "<code>([A-Z2-7]{16})</code>");
        assertThat(browser.get("/activity").statusCode()).isEqualTo(200);

        var again = new Browserless(port);
        browser = again;
        assertThat(Browserless.location(signIn(person.signInName(), CHOSEN))).endsWith("/sign-in/second-factor");
        assertThat(again.get("/activity").statusCode()).isBetween(302, 303);
        var replayed = again.fill("/sign-in/second-factor", Map.of("code", code(secret, Instant.now())));
        assertThat(replayed.statusCode()).as("a code opens once").isEqualTo(422);
        var next = code(secret, Instant.now().plusSeconds(30));
        assertThat(again.fill("/sign-in/second-factor", Map.of("code", next)).statusCode())
                .isEqualTo(303);

        browser = new Browserless(port);
        signIn(person.signInName(), CHOSEN);
        assertThat(browser.fill("/sign-in/second-factor", Map.of("code", recovery))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void endsTheSessionAtSignOut() {
        var person = callers.aPartner();
        signIn(person.signInName(), person.password().reveal());
        browser.fill("/sign-in/password", passwords(person.password().reveal(), CHOSEN));
        assertThat(browser.get("/activity").statusCode()).isEqualTo(200);
        browser.post("/sign-out", Map.of());

        assertThat(browser.get("/activity").statusCode()).isBetween(302, 303);
    }

    @Test
    void refusesAFormWithoutItsToken() {
        var response = browser.post("/sign-in", Map.of("name", "a", "password", "b"));
        assertThat(response.statusCode()).isIn(302, 303, 403);
        assertThat(response.body()).doesNotContain("password");
    }

    @Test
    void sendsTheStrictPolicyWithEveryPage() {
        var headers = browser.get("/sign-in").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    }

    private java.net.http.HttpResponse<String> signIn(String name, String password) {
        return browser.fill("/sign-in", Map.of("name", name, "password", password));
    }

    private static Map<String, String> passwords(String present, String chosen) {
        return Map.of("password", present, "newPassword", chosen, "repeatPassword", chosen);
    }

    private int sessions() {
        return jdbc.sql("select count(*) from access.spring_session")
                .query(Integer.class)
                .single();
    }

    private static String find(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String code(String secret, Instant at) throws GeneralSecurityException {
        var key = new SecretKeySpec(Base32.decode(secret), "HmacSHA1");
        return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, at, Locale.ROOT);
    }
}
