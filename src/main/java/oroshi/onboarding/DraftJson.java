package oroshi.onboarding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How a draft is kept: names of fields and the texts typed into them. */
final class DraftJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private record Kept(
            Map<String, String> account,
            boolean accountPassed,
            @Nullable AddressAnswer address,
            List<LineInput> lines,
            boolean selectionPassed,
            String cameFrom) {}

    private DraftJson() {}

    static String write(DraftContent content) {
        return MAPPER.writeValueAsString(new Kept(
                content.account().byKey(),
                content.accountPassed(),
                content.address().orElse(null),
                content.lines(),
                content.selectionPassed(),
                content.cameFrom()));
    }

    static DraftContent read(String json) {
        var kept = MAPPER.readValue(json, Kept.class);
        return new DraftContent(
                AccountInput.ofKeys(kept.account()),
                kept.accountPassed(),
                Optional.ofNullable(kept.address()),
                kept.lines(),
                kept.selectionPassed(),
                kept.cameFrom());
    }
}
