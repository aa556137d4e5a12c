package oroshi.customers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Problem;
import oroshi.basics.Typed;

/** What the address check answers: an object, or for clients that can't read one the bare word {@code true}. */
final class AddressAnswers {
    private static final int[] FIRST_WITH_OBJECT = {2, 0, 1};

    private AddressAnswers() {}

    /** The AddressValidationResponse resource as the contract has it. */
    record AddressAnswer(
            AddressResource originalAddress,
            List<AddressResource> suggestedAddresses,
            String status,
            @Nullable String validationMessage) {}

    static AddressAnswer of(AddressResource original, AddressFinding finding) {
        return new AddressAnswer(
                original.bare(),
                finding.suggestions().stream().map(AddressResource::of).toList(),
                finding.status().wireName(),
                finding.message().orElse(null));
    }

    /** An address that breaks a rule of its country is nowhere. */
    static AddressAnswer of(AddressResource original, List<Problem> problems) {
        var fields = problems.stream()
                .map(problem -> "'" + capitalized(problem.field()) + "'")
                .distinct()
                .collect(Collectors.joining(", "));
        return new AddressAnswer(
                original.bare(), List.of(), AddressStatus.NONE.wireName(), "Check these address fields - " + fields);
    }

    static boolean isOldForm(@Nullable String client, @Nullable String version) {
        if (client == null) {
            return false;
        }
        return client.equalsIgnoreCase("Partner Center Java SDK")
                || client.toLowerCase(Locale.ROOT).startsWith("partner center powershell")
                || (client.equalsIgnoreCase("Partner Center .NET SDK") && version != null && isBefore(version));
    }

    private static boolean isBefore(String version) {
        var parts = Typed.code(version).split("\\.");
        for (var place = 0; place < FIRST_WITH_OBJECT.length; place++) {
            var part = place < parts.length && parts[place].matches("\\d{1,6}") ? Integer.parseInt(parts[place]) : 0;
            if (part != FIRST_WITH_OBJECT[place]) {
                return part < FIRST_WITH_OBJECT[place];
            }
        }
        return false;
    }

    private static String capitalized(String field) {
        return field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    }
}
