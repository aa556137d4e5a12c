package oroshi.agreements;

import java.util.Optional;
import java.util.UUID;
import oroshi.access.Caller;
import oroshi.basics.UserId;

/** Who attests: the partner's user, taken from the session or token and never from what was typed. */
record Attester(Optional<UUID> userId, String name) {
    static Attester current() {
        var caller = Caller.current();
        return new Attester(
                caller.flatMap(Caller::userId).map(UserId::value),
                caller.map(Caller::name).orElse("system"));
    }
}
