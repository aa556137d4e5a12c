package oroshi.access.tokens;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import oroshi.access.TokenRoot;

/** What a token may be for. */
enum Audience {
    COMMERCE("https://api.partnercenter.microsoft.com", true, true),
    /** Under this one the Java and .NET SDKs call the commerce API with an application alone. */
    DIRECTORY("https://graph.windows.net", true, false),
    COMMERCE_BY_ID("fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd", true, true),
    REFERRALS("https://api.partner.microsoft.com", false, true),
    DELEGATED_ADMINISTRATION("https://api.partnercustomeradministration.microsoft.com", false, true),
    GRAPH("https://graph.microsoft.com", true, true);

    private static final UUID GRAPH_APPLICATION = UUID.fromString("00000003-0000-0000-c000-000000000000");

    private final String uri;
    private final boolean applicationAlone;
    private final boolean withPerson;

    Audience(String uri, boolean applicationAlone, boolean withPerson) {
        this.uri = uri;
        this.applicationAlone = applicationAlone;
        this.withPerson = withPerson;
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

    /** The addresses that accept tokens for it; empty when none here does. */
    Optional<TokenRoot> root(boolean person) {
        if (!(person ? withPerson : applicationAlone)) {
            return Optional.empty();
        }
        return switch (this) {
            case COMMERCE, DIRECTORY, COMMERCE_BY_ID -> Optional.of(TokenRoot.COMMERCE);
            case REFERRALS -> Optional.of(TokenRoot.PRICES_AND_REFERRALS);
            case DELEGATED_ADMINISTRATION -> Optional.of(TokenRoot.ADMINISTRATION);
            case GRAPH -> Optional.empty();
        };
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
