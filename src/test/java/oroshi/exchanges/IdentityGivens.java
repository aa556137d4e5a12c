package oroshi.exchanges;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import oroshi.access.tokens.NewApplication;
import oroshi.access.tokens.RegisteredApplications;
import oroshi.access.tokens.Wanderer;
import oroshi.basics.Ids;
import oroshi.basics.TenantId;
import oroshi.demo.DemoWorld;

/** The applications that ask for tokens in stories about them. */
@Component
class IdentityGivens implements Givens.Family {
    private static final String BACK = "http://localhost/back";

    private static final String AUTHORIZE = "/organizations/oauth2/v2.0/authorize?client_id={{app}}&response_type=code"
            + "&redirect_uri=http%3A%2F%2Flocalhost%2Fback&scope=openid%20profile%20offline_access";

    private final RegisteredApplications applications;

    IdentityGivens(RegisteredApplications applications) {
        this.applications = applications;
    }

    @Override
    public Map<String, BiConsumer<Scene, Integer>> givens() {
        return Map.of(
                "an application",
                (scene, port) -> register(scene, "app", application(scene, false, BACK)),
                "an application with two addresses",
                (scene, port) -> register(scene, "app", application(scene, false, BACK, BACK + "/too")),
                "another application",
                (scene, port) -> register(scene, "other", application(scene, false, BACK)),
                "a public application",
                (scene, port) -> register(scene, "app", application(scene, true, BACK)),
                "Ana consented to the application",
                IdentityGivens::consent,
                "an application of the reseller for everybody",
                (scene, port) -> register(scene, "app", ofReseller(scene)));
    }

    /** Ana Ortiz is a global admin of Cedar Ridge; from then on she is not asked again. */
    private static void consent(Scene scene, int port) {
        var browser = new Wanderer(port);
        try {
            browser.get("/sign-in");
            browser.post(
                    "/sign-in", "name=ana.ortiz@" + scene.value("partner.domain"), "password=" + DemoWorld.PASSWORD);
            var question = browser.location(browser.get(scene.filled(AUTHORIZE)));
            browser.submit(browser.get(question).body(), 0);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static NewApplication application(Scene scene, boolean isPublic, String... addresses) {
        return new NewApplication(
                Ids.next(), tenant(scene, "partner"), "Cedar storefront", false, isPublic, List.of(addresses));
    }

    private static NewApplication ofReseller(Scene scene) {
        return new NewApplication(
                Ids.next(), tenant(scene, "reseller"), "Hanse control panel", true, false, List.of(BACK));
    }

    private static TenantId tenant(Scene scene, String name) {
        return new TenantId(UUID.fromString(scene.value(name)));
    }

    /** Its id, its secret, and both as HTTP Basic. */
    private void register(Scene scene, String name, NewApplication application) {
        var secret = applications.register(application).reveal();
        var both = application.id() + ":" + secret;
        scene.know(name, application.id().toString());
        scene.know(name + ".secret", secret);
        scene.know(name + ".basic", Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
    }
}
