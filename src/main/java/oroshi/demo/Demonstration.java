package oroshi.demo;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether this installation is a demonstration: it runs on the embedded database and nobody said
 * {@code oroshi.demo=false}. An external database never is.
 */
@Component
class Demonstration {
    private final boolean isOn;

    Demonstration(Environment settings) {
        var external = !settings.getProperty("oroshi.database.url", "").isBlank();
        isOn = !external && settings.getProperty("oroshi.demo", Boolean.class, true);
    }

    boolean isOn() {
        return isOn;
    }
}
