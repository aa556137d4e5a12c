package oroshi.migrations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import oroshi.basics.CustomerId;
import oroshi.basics.SubscriptionId;

/** The query of a request, whose names are compared without case and underscores. */
record MigrationQueryText(Map<String, String> values) {
    private static final int LARGEST_PAGE = 300;

    static MigrationQueryText of(HttpServletRequest request) {
        return new MigrationQueryText(request.getParameterMap().entrySet().stream()
                .filter(parameter -> parameter.getValue().length > 0 && !parameter.getValue()[0].isBlank())
                .collect(Collectors.toMap(
                        parameter -> parameter.getKey().replace("_", "").toLowerCase(Locale.ROOT),
                        parameter -> parameter.getValue()[0].strip(),
                        (one, again) -> one)));
    }

    MigrationQuery toQuery() {
        return new MigrationQuery(
                id("customertenantid").map(CustomerId::new),
                id("currentsubscriptionid").map(SubscriptionId::new),
                Optional.ofNullable(values.get("externalreferenceid")));
    }

    Optional<String> migrationId() {
        return Optional.ofNullable(values.get("migrationid"));
    }

    Optional<SubscriptionId> subscriptionId() {
        return id("currentsubscriptionid").map(SubscriptionId::new);
    }

    int pageSize() {
        var text = values.getOrDefault("pagesize", String.valueOf(LARGEST_PAGE));
        try {
            var size = Integer.parseInt(text);
            if (size >= 1 && size <= LARGEST_PAGE) {
                return size;
            }
        } catch (NumberFormatException noNumber) {
            throw MigrationWords.invalid("PageSize " + text + " is no number");
        }
        throw MigrationWords.invalid("PageSize is 1 to " + LARGEST_PAGE);
    }

    private Optional<UUID> id(String name) {
        return Optional.ofNullable(values.get(name)).map(text -> MigrationWords.id(name, text));
    }
}
