package oroshi.access.tokens;

import java.util.List;
import java.util.UUID;
import oroshi.basics.Ids;
import oroshi.basics.TenantId;

/** What a partner says to register an application. */
public record NewApplication(
        UUID id,
        TenantId owner,
        String displayName,
        boolean multiTenant,
        boolean publicClient,
        List<String> redirectUris) {
    public NewApplication {
        redirectUris = List.copyOf(redirectUris);
    }

    /** One that signs in with a secret and serves its own tenant alone. */
    public static NewApplication of(TenantId owner, String displayName, String... redirectUris) {
        return new NewApplication(Ids.next(), owner, displayName, false, false, List.of(redirectUris));
    }
}
