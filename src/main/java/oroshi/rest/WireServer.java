package oroshi.rest;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts {@link WireErrorValve} where the server looks for somebody to report its own refusals, and lets an answer of the
 * length of a list go out in one piece: each piece costs a call of the operating system.
 */
@Component
final class WireServer implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    /** Bytes; a page of 50 customers has 40,000. */
    static final int ANSWER = 65_536;

    private final JsonMapper json;

    WireServer(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new WireErrorValve(json)));
        factory.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", Integer.toString(ANSWER)));
    }
}
