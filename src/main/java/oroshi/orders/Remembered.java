package oroshi.orders;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer that is asked for at most once, and only when somebody needs it. */
final class Remembered<T> implements Supplier<T> {
    private final Supplier<T> source;
    private @Nullable T answer;

    Remembered(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        var known = answer;
        if (known == null) {
            known = source.get();
            answer = known;
        }
        return known;
    }
}
