package oroshi.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.directory.Users;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What applications may ask of the authorize endpoint. */
@OroshiTest
class AuthorizeTest {
    private static final String PASSWORD = "correct horse battery staple";
    private static final String BACK = "http://localhost/back";
    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @Autowired
    private TestCallers callers;

    @Autowired
    private RegisteredApplications applications;

    @Autowired
    private ConsentTable consents;

    @Autowired
    private Users users;

    @LocalServerPort
    private int port;

    private Person admin;
    private UUID application;
    private String secret;
    private Wanderer browser;

    @BeforeEach
    void registerAnApplication() {
        browser = new Wanderer(port);
        admin = callers.aPartner();
        users.setPassword(admin.partnerId().tenantId(), admin.userId(), PASSWORD);
        var request = NewApplication.of(admin.partnerId().tenantId(), "Storefront", BACK);
        application = request.id();
        secret = applications.register(request).reveal();
    }

    @Test
    @DisplayName(
            "prompt none: without a session the application hears login_required, without consent interaction_required")
    void promptNone() throws Exception {
        var nobody = browser.location(ask("prompt=none"));
        assertThat(nobody).startsWith(BACK + "?error=login_required");
        assertGolden(query(nobody), "authorize-not-signed-in");
        signIn(admin);
        assertGolden(query(browser.location(ask("prompt=none"))), "authorize-consent-needed");
        consent(ask(""));
        assertThat(browser.location(ask("prompt=none"))).startsWith(BACK + "?code=");
        assertThat(browser.location(ask("prompt=none&login_hint=somebody@else.example")))
                .contains("error=login_required");
    }

    @Test
    @DisplayName("prompt login asks to sign in although somebody is signed in, and goes on afterwards")
    void promptLogin() throws Exception {
        signIn(admin);
        var signIn = browser.location(ask("prompt=login&login_hint=" + encoded(admin.signInName())));
        assertThat(signIn).startsWith("/sign-in?back=").endsWith("&name=" + encoded(admin.signInName()));
        var page = browser.get(signIn).body();
        assertThat(page).contains("value=\"" + admin.signInName() + "\"");
        var back = browser.location(browser.post(
                "/sign-in",
                "name=" + admin.signInName(),
                "password=" + PASSWORD,
                "back=" + query(signIn).get("back")));
        assertThat(back).startsWith("/organizations/oauth2/v2.0/authorize?").doesNotContain("prompt", "login_hint");
        assertThat(browser.location(browser.get(back))).contains("/consent?");
    }

    @Test
    @DisplayName("prompt select_account lets the person choose the present account or another one")
    void promptSelectAccount() throws Exception {
        assertThat(browser.location(ask("prompt=select_account"))).startsWith("/sign-in?back=");
        signIn(admin);
        var choice = browser.location(ask("prompt=select_account"));
        assertThat(choice).startsWith("/sign-in/account?back=");
        var page = browser.get(choice).body();
        assertThat(page).contains(admin.signInName()).contains("/sign-in?back=");
        assertThat(browser.location(browser.get(String.valueOf(query(choice).get("back")))))
                .contains("/consent?");
    }

    @Test
    @DisplayName("prompt consent asks again; admin_consent is for global admins and counts for everybody")
    void promptConsent() throws Exception {
        signIn(admin);
        consent(ask(""));
        assertThat(browser.location(ask(""))).contains("code=");
        assertThat(browser.location(ask("prompt=consent"))).contains("/consent?");
        assertThat(consents.isGrantedToEverybody(application, admin.partnerId().tenantId()))
                .isFalse();
        consent(ask("prompt=admin_consent"));
        assertThat(consents.isGrantedToEverybody(application, admin.partnerId().tenantId()))
                .isTrue();
        var agent = callers.aPersonOf(admin.partnerId(), Role.ADMIN_AGENT);
        users.setPassword(admin.partnerId().tenantId(), agent.userId(), PASSWORD);
        signIn(agent);
        assertThat(browser.location(ask(""))).as("everybody has consented").contains("code=");
        var page = browser.get(browser.location(ask("prompt=admin_consent"))).body();
        assertThat(page).doesNotContain("name=\"scope\"");
    }

    @Test
    @DisplayName("A hint at another account or another organization asks to sign in")
    void hints() throws Exception {
        signIn(admin);
        assertThat(browser.location(ask("login_hint=" + encoded(admin.signInName()))))
                .contains("/consent?");
        assertThat(browser.location(ask("login_hint=other@" + domain(admin)))).startsWith("/sign-in?back=");
        assertThat(browser.location(ask("domain_hint=" + domain(admin)))).contains("/consent?");
        assertThat(browser.location(ask("domain_hint=organizations"))).contains("/consent?");
        assertThat(browser.location(ask("domain_hint=" + domain(callers.aPartner()))))
                .startsWith("/sign-in?back=")
                .doesNotContain("domain_hint");
    }

    @Test
    @DisplayName("code id_token by form_post: a page that sends itself, with an identity that vouches for the code")
    void hybrid() throws Exception {
        signIn(admin);
        var asked = "response_mode=form_post&nonce=n1&scope=openid&response_type=" + encoded("code id_token");
        var page = consent(ask(asked));
        var fields = fields(page.body());
        assertThat(fields.keySet()).containsExactly("code", "id_token", "state");
        assertThat(page.body()).contains("<form method=\"post\" action=\"" + BACK + "\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action http://localhost")
                .doesNotContain("unsafe");
        var identity = SignedJWT.parse(fields.get("id_token")).getJWTClaimsSet();
        assertThat(identity.getStringClaim("nonce")).isEqualTo("n1");
        assertThat(identity.getStringClaim("c_hash")).isEqualTo(Sha256.leftHalf(String.valueOf(fields.get("code"))));
        assertThat(identity.getAudience()).containsExactly(application.toString());
        assertThat(redeem(fields.get("code")).status()).isEqualTo(200);
        assertThat(browser.get("/assets/send.js").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("id_token alone comes in the fragment, and no code is left behind")
    void identityAlone() throws Exception {
        signIn(admin);
        var address = browser.location(consent(ask("response_type=id_token&nonce=n1&scope=openid")));
        assertThat(address).startsWith(BACK + "#id_token=");
        assertThat(query(address.replace('#', '?')).keySet()).containsExactly("id_token", "state");
    }

    @ParameterizedTest
    @DisplayName("Each wrong word is told to the application at its registered address")
    @CsvSource(delimiter = '|', textBlock = """
                response_type=token                                         | authorize-response-type
                response_type=id_token&scope=openid&nonce=1&response_mode=query | authorize-response-mode
                response_type=id_token&scope=openid                         | authorize-nonce-missing
                response_mode=carrier_pigeon                                | authorize-response-mode-unknown
                prompt=none%20login                                         | authorize-prompt
                scope=https%3A%2F%2Felsewhere.example%2F.default            | authorize-scope
                """)
    void refusesInTheContractsWords(String asked, String golden) throws Exception {
        var address = browser.location(ask(asked));
        assertThat(address).startsWith(BACK);
        assertGolden(query(address.replace('#', '?')), golden);
    }

    @Test
    @DisplayName("A declined consent goes back in the way that was asked for")
    void declined() throws Exception {
        signIn(admin);
        var page = browser.get(browser.location(ask("response_mode=fragment"))).body();
        var address = browser.location(browser.submit(page, 1));
        assertThat(address).startsWith(BACK + "#error=access_denied");
        assertGolden(query(address.replace('#', '?')), "authorize-declined");
    }

    @Test
    @DisplayName("A plain challenge is met by the same text")
    void plainChallenge() throws Exception {
        var verifier = "a-verifier-of-more-than-forty-three-characters-0123456789";
        signIn(admin);
        var address = browser.location(consent(ask("code_challenge=" + verifier + "&code_challenge_method=plain")));
        var code = query(address).get("code");
        assertThat(redeem(code, "code_verifier=" + verifier).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A reset of the password ends the session at the authorize endpoint, and the refresh tokens")
    void resetEndsSessions() throws Exception {
        signIn(admin);
        var code = query(browser.location(consent(ask("scope=offline_access")))).get("code");
        var refreshToken = redeem(code).text("refresh_token");
        assertThat(browser.location(ask(""))).contains("code=");
        users.resetPassword(admin.partnerId().tenantId(), admin.userId(), Set.of(Role.GLOBAL_ADMIN));
        assertThat(browser.location(ask("prompt=none"))).contains("error=login_required");
        assertThat(browser.location(ask(""))).endsWith("/sign-in");
        var answer = new Authority(port)
                .token(
                        admin.partnerId().tenantId(),
                        "v2.0/",
                        "grant_type=refresh_token",
                        "refresh_token=" + refreshToken,
                        "client_id=" + application,
                        "client_secret=" + secret);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.normal()).isEqualTo(Authority.golden("grant-revoked.response.json"));
    }

    private Authority.Answer redeem(@Nullable String code, String... more) throws Exception {
        var fields = new ArrayList<>(List.of(
                "grant_type=authorization_code",
                "code=" + code,
                "redirect_uri=" + BACK,
                "client_id=" + application,
                "client_secret=" + secret));
        fields.addAll(Arrays.asList(more));
        return new Authority(port).token(admin.partnerId().tenantId(), "v2.0/", fields.toArray(String[]::new));
    }

    private void signIn(Person person) throws Exception {
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", "name=" + person.signInName(), "password=" + PASSWORD)
                        .statusCode())
                .isEqualTo(303);
    }

    /** Asks with the usual parameters and these; a type or a scope that is named counts instead of the usual one. */
    private HttpResponse<String> ask(String more) throws Exception {
        var type = more.contains("response_type=") ? "" : "&response_type=code";
        return browser.get("/organizations/oauth2/v2.0/authorize?client_id=" + application + type
                + "&state=9d&redirect_uri=" + encoded(BACK) + (more.isEmpty() ? "" : "&" + more));
    }

    /** Accepts what the answer leads to. */
    private HttpResponse<String> consent(HttpResponse<String> answer) throws Exception {
        var page = browser.get(browser.location(answer)).body();
        return browser.submit(page, 0);
    }

    private static void assertGolden(Map<String, String> answer, String name) throws Exception {
        assertThat(JsonMapper.shared().<JsonNode>valueToTree(answer))
                .isEqualTo(Authority.golden(name + ".response.json"));
    }

    private static Map<String, String> fields(String page) {
        var fields = new LinkedHashMap<String, String>();
        FIELD.matcher(page).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        return fields;
    }

    private static Map<String, String> query(String address) {
        var query = new LinkedHashMap<String, String>();
        for (var pair : address.substring(address.indexOf('?') + 1).split("&")) {
            var parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static String domain(Person person) {
        return person.signInName().substring(person.signInName().indexOf('@') + 1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
