package oroshi.administration;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The APIs that have a service principal in every tenant: what an application can be consented to. */
enum ResourceApplication {
    MICROSOFT_GRAPH("00000003-0000-0000-c000-000000000000"),
    DIRECTORY_GRAPH("00000002-0000-0000-c000-000000000000"),
    EXCHANGE_ONLINE("00000002-0000-0ff1-ce00-000000000000"),
    SHAREPOINT_ONLINE("00000003-0000-0ff1-ce00-000000000000"),
    AZURE_SERVICE_MANAGEMENT("797f4846-ba00-4fd7-ba43-dac1f8f63013"),
    KEY_VAULT("cfa8b339-82a2-471a-a3c9-0fc0be7a4093"),
    OFFICE_MANAGEMENT("c5393580-f805-4401-95e8-94b7a6ef2fc2"),
    PARTNER_CENTER("fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd");

    /** What these APIs open bears names like {@code User.Read.All}; the rest is the sign-in's own and access as the user. */
    private static final Pattern PERMISSION = Pattern.compile(
            "openid|profile|email|offline_access|user_impersonation|[A-Z][A-Za-z0-9-]*(\\.[A-Za-z0-9_-]+)+");

    private final UUID id;

    ResourceApplication(String id) {
        this.id = UUID.fromString(id);
    }

    static Optional<ResourceApplication> find(UUID id) {
        return Arrays.stream(values()).filter(known -> known.id.equals(id)).findFirst();
    }

    /** Whether it can have a permission of that name. */
    static boolean isPermission(String name) {
        return PERMISSION.matcher(name).matches();
    }
}
