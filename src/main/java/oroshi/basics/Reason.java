package oroshi.basics;

/** Why a request is refused: one enum constant per reason, in the module whose rule it is. */
public interface Reason {
    /** What is said about it, on a page and on the wire. */
    Wording wording();

    /** Key of the text in both languages, for example {@code agreement.dateFuture}. */
    default String key() {
        return wording().key();
    }

    /** HTTP status that the wire contract publishes for it. */
    default int status() {
        return wording().status();
    }

    /** Error code that the wire contract publishes for it. */
    default int code() {
        return wording().code();
    }

    /** English explanation for API callers; {@code {0}}, {@code {1}} are the refusal's arguments. */
    default String description() {
        return wording().description();
    }

    /** The parts of it, as {@link Reason} names them. */
    record Wording(String key, int status, int code, String description) {}
}
