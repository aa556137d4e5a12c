package oroshi.partners;

import java.util.Arrays;
import java.util.stream.Collectors;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/** Which vetting of the legal data a caller asks for. */
enum VettingVersion {
    NONE("None"),
    CURRENT("Current"),
    LAST_FINALIZED("LastFinalized");

    private final String wireName;

    VettingVersion(String wireName) {
        this.wireName = wireName;
    }

    /** Reads the word in either case, with or without underscores; refuses any other. */
    static VettingVersion parse(String word) {
        var folded = word.replace("_", "");
        return Arrays.stream(values())
                .filter(each -> each.wireName.equalsIgnoreCase(folded))
                .findFirst()
                .orElseThrow(() -> Refusal.because(
                        RestRefusal.UNKNOWN_ENUM,
                        word,
                        Arrays.stream(values()).map(each -> each.wireName).collect(Collectors.joining(", "))));
    }
}
