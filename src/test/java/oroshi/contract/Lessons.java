package oroshi.contract;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an answer teaches the fuzz run: ids, versions and continuation tokens that exist. */
final class Lessons {
    private static final Pattern CUSTOMER = Pattern.compile("(?i)/customers/([0-9a-f-]{36})");

    private Lessons() {}

    static void of(Operation operation, Attempt attempt, Told told, World world) {
        var json = JsonMapper.shared().readTree(told.body());
        var path = attempt.path().replaceAll("/?(\\?.*)?$", "");
        version(path, json, world);
        json.path("continuationToken")
                .asStringOpt()
                .ifPresent(token -> world.remember("token " + operation.id() + " " + attempt.stand(), token));
        json.path("refresh_token")
                .asStringOpt()
                .ifPresent(token -> world.remember("refresh_token " + attempt.stand(), token));
        var found = CUSTOMER.matcher(path);
        var customer = found.find() ? " " + found.group(1) : "";
        for (var below : Contract.files().operations()) {
            if (below.path().matches(Pattern.quote(operation.path()) + "/\\{\\w+}")) {
                var name = below.path().replaceAll(".*\\{(\\w+)}", "$1") + customer;
                world.remember(name, json.path("id").asString(""));
                json.path("items")
                        .forEach(item -> world.remember(name, item.path("id").asString("")));
            }
        }
        if (operation.id().equals("createCustomer")) {
            world.addCustomer(attempt.stand(), json.path("id").asString(""));
        }
        if (operation.id().equals("patchCustomer")
                && json.path("relationshipToPartner").asString("").equals("none")) {
            world.forget(customer.strip());
        }
    }

    private static void version(String path, JsonNode json, World world) {
        var etag = json.at("/attributes/etag").asString("");
        if (!etag.isEmpty()) {
            world.replace("etag " + path, etag.startsWith("\"") ? etag : "\"" + etag + "\"");
        }
    }
}
