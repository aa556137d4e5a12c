package oroshi.demo;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the console where the portal is, when everything is ready. */
@Component
class Greeting {
    private static final Logger log = LoggerFactory.getLogger(Greeting.class);

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext web) {
            Optional.ofNullable(web.getWebServer())
                    .ifPresent(server -> log.info("Oroshi is ready at http://localhost:{}", server.getPort()));
        }
    }
}
