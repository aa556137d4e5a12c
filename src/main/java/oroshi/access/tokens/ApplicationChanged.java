package oroshi.access.tokens;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/**
 * A partner has registered an application, or has given it a credential or taken one away; the credential itself is not
 * told.
 */
record ApplicationChanged(String operation, UUID applicationId, String displayName, Map<String, Object> credential)
        implements BusinessEvent {
    ApplicationChanged {
        credential = Map.copyOf(credential);
    }

    static ApplicationChanged registered(NewApplication application) {
        return new ApplicationChanged("create_application", application.id(), application.displayName(), Map.of());
    }

    /** @param name what tells the credential from others without being it */
    static ApplicationChanged added(Application application, String kind, String name) {
        return of("add_application_credential", application, kind, name);
    }

    static ApplicationChanged removed(Application application, String kind, String name) {
        return of("remove_application_credential", application, kind, name);
    }

    private static ApplicationChanged of(String operation, Application application, String kind, String name) {
        return new ApplicationChanged(
                operation, application.id(), application.displayName(), Map.of("kind", kind, "name", name));
    }

    @Override
    public String resourceType() {
        return "application";
    }

    @Override
    public String resourceId() {
        return applicationId.toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> newValues() {
        var values = new LinkedHashMap<>(credential);
        values.put("displayName", displayName);
        return values;
    }
}
