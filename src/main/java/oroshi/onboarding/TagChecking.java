package oroshi.onboarding;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import oroshi.access.Permission;
import oroshi.basics.Refusal;
import oroshi.customers.Tag;

/** Reads the tags, of those who may give any. */
final class TagChecking {
    private final Reading reading;

    TagChecking(Reading reading) {
        this.reading = reading;
    }

    Set<Tag> check() {
        var tags = new TreeSet<Tag>();
        if (!reading.has(AccountField.TAGS) || !reading.caller().may(Permission.CUSTOMER_TAGS)) {
            return tags;
        }
        for (var typed : reading.get(AccountField.TAGS).split("[,、，]")) {
            if (!typed.isBlank()) {
                tag(typed).ifPresent(tags::add);
            }
        }
        return tags;
    }

    private Optional<Tag> tag(String typed) {
        try {
            return Optional.of(Tag.parse(typed));
        } catch (Refusal refused) {
            reading.problem(AccountField.TAGS, refused.reason());
            return Optional.empty();
        }
    }
}
