package oroshi.exchanges;

import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** What a story takes for granted where no call of the API brings it about, by its words in the file. */
@Component
class Givens {
    private final Map<String, BiConsumer<Scene, Integer>> all = Map.of();

    /** Makes it so. */
    void bringAbout(String given, Scene scene, int port) {
        var step = all.get(given);
        if (step == null) {
            throw new IllegalArgumentException("Nobody knows how to bring about: " + given);
        }
        step.accept(scene, port);
    }
}
