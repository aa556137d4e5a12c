package oroshi;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import oroshi.access.Role;
import oroshi.basics.PartnerType;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Who may call one operation, as the contract says.
 *
 * @param roles the contract's names; some of them nobody can have here
 * @param partnerTypes the contract's names; empty admits all
 * @param success the statuses of its good answers, the usual one first
 */
record AccessRule(
        String family,
        String operationId,
        String method,
        String path,
        Set<String> tokens,
        Set<String> roles,
        Set<String> partnerTypes,
        List<Integer> success) {
    private static final Path CONTRACT = Path.of("src/test/resources/oroshi/contract");
    private static final Set<String> TOKENS = Set.of("app-only", "app+user");

    /** Where the contract decides that a type of partner it does not name hears of nothing instead of being turned away. */
    private static final Set<String> EMPTY_FOR_OTHER_TYPES = Set.of("listPartnerRelationships");

    /** What a reseller reads of the customers that it shares, without prices: docs/decisions/0022. */
    private static final Set<String> READ_BY_RESELLERS =
            Set.of("listSubscriptions", "getSubscription", "listSubscriptionAddons");

    /** The rule of every operation in the contract's files that is called with a token. */
    static List<AccessRule> all() {
        try (var files = Files.list(CONTRACT)) {
            return files.sorted().flatMap(AccessRule::in).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<AccessRule> in(Path file) {
        var family = file.getFileName().toString().replace(".yaml", "");
        return YAMLMapper.shared().readTree(file).path("paths").propertyStream().flatMap(path -> path.getValue()
                .propertyStream()
                .filter(method -> method.getValue().has("x-roles"))
                .map(method -> of(family, method.getKey(), path.getKey(), method.getValue()))
                .filter(rule -> !Collections.disjoint(rule.tokens(), TOKENS)));
    }

    private static AccessRule of(String family, String method, String path, JsonNode operation) {
        var roles = operation.path("x-roles");
        return new AccessRule(
                family,
                operation.path("operationId").asString(),
                method.toUpperCase(Locale.ROOT),
                path,
                words(roles, "auth"),
                words(roles, "partner"),
                words(roles, "partnerTypes"),
                operation
                        .path("responses")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(status -> status.startsWith("2"))
                        .map(Integer::valueOf)
                        .toList());
    }

    private static Set<String> words(JsonNode roles, String member) {
        return roles.path(member).valueStream().map(JsonNode::asString).collect(toUnmodifiableSet());
    }

    boolean admitsApplicationAlone() {
        return tokens.contains("app-only");
    }

    boolean admits(Set<Role> held) {
        return roles.isEmpty()
                || !Collections.disjoint(
                        roles, held.stream().map(AccessRule::name).toList());
    }

    boolean admits(PartnerType type) {
        return partnerTypes.isEmpty()
                || EMPTY_FOR_OTHER_TYPES.contains(operationId)
                || type == PartnerType.INDIRECT_RESELLER && READ_BY_RESELLERS.contains(operationId)
                || partnerTypes.contains(type.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** {@code ADMIN_AGENT} is {@code AdminAgent} there. */
    private static String name(Role role) {
        var name = new StringBuilder();
        for (var word : role.name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    boolean isOfCustomer() {
        return path.contains("{customerId}");
    }

    Route route() {
        return new Route(method, path);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
