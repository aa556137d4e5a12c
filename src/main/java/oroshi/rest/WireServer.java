package oroshi.rest;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts {@link WireErrorValve} where the server looks for somebody to report its own refusals. */
@Component
final class WireServer implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private final JsonMapper json;

    WireServer(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new WireErrorValve(json)));
    }
}
