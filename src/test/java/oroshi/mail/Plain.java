package oroshi.mail;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;

/** Writes letters that only tests queue. */
@Component
class Plain implements LetterWriter {
    @Override
    public String kind() {
        return "test";
    }

    @Override
    public Optional<Letter> write(PartnerId partnerId, Map<String, String> facts) {
        return Optional.ofNullable(facts.get("to"))
                .filter(to -> !to.isEmpty())
                .map(to -> new Letter(to, "直子", Locale.JAPANESE, "件名\r\nwith one line", "本文"));
    }
}
