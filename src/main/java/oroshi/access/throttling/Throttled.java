package oroshi.access.throttling;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The resources whose calls are counted: those for which the contract enforces a limit. */
enum Throttled {
    CUSTOMERS(CountedBy.PARTNER, Limit.perMinute(500), "/v1/customers", "/v1/customers/{customerId}"),
    ORDERS(
            CountedBy.PARTNER,
            Limit.perMinute(500),
            Paths.CUSTOMER + "/orders",
            Paths.CUSTOMER + "/orders/{orderId}",
            Paths.CUSTOMER + "/orders/{orderId}/provisioningstatus",
            Paths.CUSTOMER + "/carts/{cartId}",
            Paths.CUSTOMER + "/carts/{cartId}/checkout"),
    SUBSCRIPTIONS(
            CountedBy.PARTNER,
            Limit.perMinute(500),
            Paths.CUSTOMER + "/subscriptions",
            Paths.SUBSCRIPTION,
            Paths.SUBSCRIPTION + "/addons",
            Paths.SUBSCRIPTION + "/azureEntitlements",
            Paths.SUBSCRIPTION + "/conversions",
            Paths.SUBSCRIPTION + "/registrations",
            Paths.SUBSCRIPTION + "/registrationstatus",
            Paths.SUBSCRIPTION + "/upgrades",
            Paths.PRODUCT_UPGRADES,
            Paths.PRODUCT_UPGRADES + "/eligibility",
            Paths.PRODUCT_UPGRADES + "/{upgradeId}/status"),
    TRANSFERS(CountedBy.PARTNER, Limit.perMinute(500), Paths.CUSTOMER + "/transfers"),
    APPLICATION_CONSENTS(
            CountedBy.APPLICATION,
            new Limit(50, Duration.ofSeconds(1)),
            Paths.CUSTOMER + "/applicationconsents",
            Paths.CUSTOMER + "/applicationconsents/{applicationId}");

    /** Whose calls add up. */
    enum CountedBy {
        PARTNER,
        APPLICATION
    }

    private final CountedBy countedBy;
    private final Limit published;
    private final List<PathPattern> paths;

    Throttled(CountedBy countedBy, Limit published, String... paths) {
        this.countedBy = countedBy;
        this.published = published;
        this.paths = Arrays.stream(paths).map(Paths.PARSER::parse).toList();
    }

    /** The resource behind the address; empty where calls are not counted. */
    static Optional<Throttled> at(String address) {
        if (!isBelow(Paths.CUSTOMERS, address) && !isBelow(Paths.PRODUCT_UPGRADES, address)) {
            return Optional.empty();
        }
        var path = PathContainer.parsePath(address);
        for (var resource : values()) {
            for (var pattern : resource.paths) {
                if (pattern.matches(path)) {
                    return Optional.of(resource);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isBelow(String root, String address) {
        return address.regionMatches(true, 0, root, 0, root.length());
    }

    CountedBy countedBy() {
        return countedBy;
    }

    /** The limit that the contract publishes. */
    Limit published() {
        return published;
    }

    private static final class Paths {
        private static final PathPatternParser PARSER = parser();
        private static final String CUSTOMERS = "/v1/customers";
        private static final String PRODUCT_UPGRADES = "/v1/productUpgrades";
        private static final String CUSTOMER = CUSTOMERS + "/{customerId}";
        private static final String SUBSCRIPTION = CUSTOMER + "/subscriptions/{subscriptionId}";

        private static PathPatternParser parser() {
            var parser = new PathPatternParser();
            parser.setCaseSensitive(false);
            return parser;
        }
    }
}
