package oroshi.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import oroshi.OroshiTest;
import oroshi.access.Browserless;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.TenantId;
import oroshi.database.Vault;
import oroshi.directory.Users;

/** Sign-ins for devices without a browser. */
@OroshiTest
class DeviceCodeTest {
    private static final String PASSWORD = "correct horse battery staple";
    private static final String COMMAND_LINE = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
    private static final String SCOPE =
            "https://api.partnercenter.microsoft.com/user_impersonation openid profile offline_access";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    @Autowired
    private TestCallers callers;

    @Autowired
    private RegisteredApplications applications;

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @LocalServerPort
    private int port;

    private Authority authority;
    private Person admin;
    private Browserless browser;

    @BeforeEach
    void findAnAdmin() {
        authority = new Authority(port);
        browser = new Browserless(port);
        admin = callers.aPartner();
        users.setPassword(admin.partnerId().tenantId(), admin.userId(), PASSWORD);
    }

    @Test
    @DisplayName("A device gets its tokens once, after a person has typed its code and accepted")
    void signsIn() throws Exception {
        var begun = begin(COMMAND_LINE);
        assertThat(begun.status()).isEqualTo(200);
        var golden = Authority.golden("device-code.response.json").toString();
        assertThat(begun.normal().toString()).isEqualTo(golden.replace("{port}", String.valueOf(port)));
        assertThat(begun.text("user_code")).matches("[0-9A-Z]{9}");
        assertThat(begun.text("message")).contains(begun.text("user_code"), begun.text("verification_uri"));
        assertRefused(poll(begun), "device-pending");

        signIn(admin);
        var question = browser.fill("/devicelogin", Map.of("code", begun.text("user_code")));
        assertThat(question.body()).contains("Command line");
        assertThat(answer(begun, "accept").statusCode()).isEqualTo(200);
        var tokens = poll(begun);
        assertThat(tokens.status()).as(tokens.body().toString()).isEqualTo(200);
        assertThat(tokens.normal()).isEqualTo(Authority.golden("token-v2-device.response.json"));
        assertThat(tokens.accessToken())
                .containsEntry("oid", admin.userId().toString())
                .containsEntry("tid", admin.partnerId().toString())
                .containsEntry("scp", "user_impersonation")
                .containsEntry("azpacr", "0");
        assertRefused(poll(begun), "device-code-unknown");
        var refreshed = ask("grant_type=refresh_token", "refresh_token=" + tokens.text("refresh_token"));
        assertThat(refreshed.status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A device that asks too often is told to slow down; a declined one hears so")
    void refusesTheDevice() throws Exception {
        var begun = begin(COMMAND_LINE);
        assertRefused(poll(begun), "device-pending");
        assertRefused(poll(begun), "device-too-quick");
        signIn(admin);
        browser.get("/devicelogin");
        assertThat(answer(begun, "decline").statusCode()).isEqualTo(200);
        assertRefused(poll(begun), "device-declined");
        assertThat(answer(begun, "accept").statusCode()).as("the answer counts").isEqualTo(422);
    }

    @Test
    @DisplayName("A code that has expired opens nothing, neither for the device nor on the page")
    void refusesAnExpiredCode() throws Exception {
        var begun = begin(COMMAND_LINE);
        jdbc.sql("update access.device_sign_in set expires_at = now() - interval '1 minute' where user_hash = :code")
                .param("code", vault.mark(begun.text("user_code")))
                .update();
        assertRefused(poll(begun), "device-code-expired");
        signIn(admin);
        var page = browser.fill("/devicelogin", Map.of("code", begun.text("user_code")));
        assertThat(page.statusCode()).isEqualTo(422);
    }

    @Test
    @DisplayName("Only registered public applications begin, with a scope that there is, in a tenant that there is")
    void refusesToBegin() throws Exception {
        var confidential = NewApplication.of(tenant(), "Storefront", "http://localhost/back");
        applications.register(confidential);
        for (var client :
                List.of(confidential.id().toString(), UUID.randomUUID().toString(), "none")) {
            var refused = begin(client);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.normal()).isEqualTo(Authority.golden("device-not-public.response.json"));
        }
        var path = "/organizations/oauth2/v2.0/devicecode";
        var client = "client_id=" + COMMAND_LINE;
        assertThat(authority.post(path, client).number()).isEqualTo(900144);
        assertThat(authority
                        .post(path, client, "scope=https://elsewhere.example/.default")
                        .number())
                .isEqualTo(70011);
        assertThat(authority
                        .post("/nobody.example/oauth2/v2.0/devicecode", client, "scope=" + SCOPE)
                        .number())
                .isEqualTo(90002);
    }

    @Test
    @DisplayName("Another application's code, a foreign application and a person without the role get nowhere")
    void keepsApart() throws Exception {
        var owner = callers.aPartner().partnerId().tenantId();
        var own = new NewApplication(UUID.randomUUID(), owner, "Own tool", false, true, List.of());
        applications.register(own);
        var begun = begin(own.id().toString());
        var stolen = ask("grant_type=" + GRANT, "device_code=" + begun.text("device_code"));
        assertRefused(stolen, "device-code-unknown");
        signIn(admin);
        assertThat(browser.fill("/devicelogin", Map.of("code", begun.text("user_code")))
                        .statusCode())
                .as("an application of another company is unknown here")
                .isEqualTo(422);

        var billing = callers.aPersonOf(admin.partnerId(), Role.BILLING_ADMIN);
        users.setPassword(admin.partnerId().tenantId(), billing.userId(), PASSWORD);
        browser = new Browserless(port);
        signIn(billing);
        var other = begin(COMMAND_LINE);
        var page = browser.fill("/devicelogin", Map.of("code", other.text("user_code")));
        assertThat(page.body()).doesNotContain("value=\"accept\"");
        assertThat(answer(other, "accept").statusCode()).isEqualTo(422);
        assertRefused(poll(other), "device-pending");
    }

    private TenantId tenant() {
        return admin.partnerId().tenantId();
    }

    private Authority.Answer begin(String client) throws Exception {
        return authority.post("/organizations/oauth2/v2.0/devicecode", "client_id=" + client, "scope=" + SCOPE);
    }

    private Authority.Answer poll(Authority.Answer begun) throws Exception {
        return ask("grant_type=" + GRANT, "device_code=" + begun.text("device_code"));
    }

    private Authority.Answer ask(String... fields) throws Exception {
        var all = new ArrayList<>(List.of(fields));
        all.add("client_id=" + COMMAND_LINE);
        return authority.post("/organizations/oauth2/v2.0/token", all.toArray(String[]::new));
    }

    private HttpResponse<String> answer(Authority.Answer begun, String answer) {
        return browser.post("/devicelogin/answer", Map.of("code", begun.text("user_code"), "answer", answer));
    }

    private void signIn(Person person) {
        browser.fill("/sign-in", Map.of("name", person.signInName(), "password", PASSWORD));
    }

    private static void assertRefused(Authority.Answer answer, String golden) throws Exception {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.normal()).isEqualTo(Authority.golden(golden + ".response.json"));
    }
}
