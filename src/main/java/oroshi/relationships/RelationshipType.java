package oroshi.relationships;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/** What the caller is to the partners it asks about, in the words of the wire. */
enum RelationshipType {
    IS_INDIRECT_RESELLER_OF,
    IS_INDIRECT_CLOUD_SOLUTION_PROVIDER_OF;

    static RelationshipType of(Side side) {
        return side == Side.PROVIDER ? IS_INDIRECT_CLOUD_SOLUTION_PROVIDER_OF : IS_INDIRECT_RESELLER_OF;
    }

    /** Reads Pascal and snake case; refuses any other word. */
    static RelationshipType parse(String word) {
        var folded = word.replace("_", "");
        return Arrays.stream(values())
                .filter(type -> type.name().replace("_", "").equalsIgnoreCase(folded))
                .findFirst()
                .orElseThrow(() -> Refusal.of("relationship_type", RestRefusal.UNKNOWN_ENUM, word, known()));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    Side side() {
        return this == IS_INDIRECT_RESELLER_OF ? Side.RESELLER : Side.PROVIDER;
    }

    private static String known() {
        return Arrays.stream(values()).map(RelationshipType::wireName).collect(Collectors.joining(", "));
    }
}
