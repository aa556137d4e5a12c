package oroshi.agreements;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/** Which types of agreements an API caller wants to see. */
record AgreementSelection(List<AgreementType> types) {
    /** What old clients mean that name no type. */
    private static final String DEFAULT = "MicrosoftCloudAgreement";

    AgreementSelection {
        types = List.copyOf(types);
    }

    /** Reads a type's name or {@code *}; refuses any other word. */
    static AgreementSelection of(@Nullable String word, Templates templates) {
        var asked = word == null ? DEFAULT : word;
        if (asked.equals("*")) {
            return new AgreementSelection(
                    templates.types().stream().filter(AgreementType::attestable).toList());
        }
        return new AgreementSelection(List.of(type("agreementType", asked, templates)));
    }

    /** The type with the name, which stands in the member; refuses an unknown one. */
    static AgreementType type(String member, String word, Templates templates) {
        return templates
                .findByWireName(word)
                .orElseThrow(() -> Refusal.of(
                        member,
                        RestRefusal.UNKNOWN_ENUM,
                        word,
                        templates.types().stream()
                                .filter(AgreementType::attestable)
                                .map(AgreementType::wireName)
                                .collect(Collectors.joining(", "))));
    }

    boolean contains(AgreementTemplate template) {
        return types.contains(template.type());
    }
}
