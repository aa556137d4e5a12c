package oroshi.access.tokens;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** What a token may be for. */
enum Audience {
    COMMERCE("https://api.partnercenter.microsoft.com", true, true, true),
    /** Under this one the Java and .NET SDKs call the commerce API with an application alone. */
    DIRECTORY("https://graph.windows.net", true, false, true),
    COMMERCE_BY_ID("fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd", true, true, true),
    REFERRALS("https://api.partner.microsoft.com", false, true, false),
    DELEGATED_ADMINISTRATION("https://api.partnercustomeradministration.microsoft.com", false, true, false),
    GRAPH("https://graph.microsoft.com", true, true, false);

    private static final UUID GRAPH_APPLICATION = UUID.fromString("00000003-0000-0000-c000-000000000000");

    private final String uri;
    private final boolean applicationAlone;
    private final boolean withPerson;
    private final boolean commerceApi;

    Audience(String uri, boolean applicationAlone, boolean withPerson, boolean commerceApi) {
        this.uri = uri;
        this.applicationAlone = applicationAlone;
        this.withPerson = withPerson;
        this.commerceApi = commerceApi;
    }

    String uri() {
        return uri;
    }

    boolean takesApplicationAlone() {
        return applicationAlone;
    }

    boolean takesPerson() {
        return withPerson;
    }

    /** Whether the operations under {@code /v1} accept tokens for it. */
    boolean opensCommerceApi(boolean person) {
        return commerceApi && (person ? withPerson : applicationAlone);
    }

    /** The API of this audience that applications get consent for in customers' tenants; empty where none does that. */
    Optional<UUID> inCustomerTenants() {
        return this == GRAPH ? Optional.of(GRAPH_APPLICATION) : Optional.empty();
    }

    /** The scope that stands for acting as the signed-in person. */
    String delegatedScope() {
        return uri + "/user_impersonation";
    }

    /** The scope that stands for everything an application was granted. */
    String defaultScope() {
        return uri + "/.default";
    }

    /** The audience of that address; a slash at the end means nothing. */
    static Optional<Audience> of(String text) {
        var address = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return Arrays.stream(values())
                .filter(audience -> audience.uri.equalsIgnoreCase(address))
                .findFirst();
    }
}
