package oroshi.demo;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether this installation is a demonstration: it runs on the embedded database and nobody said
 * {@code oroshi.demo=false}. An external database never is.
 */
final class OnDemo implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var settings = context.getEnvironment();
        var external = !settings.getProperty("oroshi.database.url", "").isBlank();
        return !external && settings.getProperty("oroshi.demo", Boolean.class, true);
    }
}
