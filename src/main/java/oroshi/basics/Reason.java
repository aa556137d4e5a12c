package oroshi.basics;

/** Why a request is refused: one enum constant per reason, in the module whose rule it is. */
public interface Reason {
    /** Key of the text in both languages, for example {@code agreement.dateFuture}. */
    String key();

    /** HTTP status that the wire contract publishes for it. */
    int status();

    /** Error code that the wire contract publishes for it. */
    int code();

    /** English explanation for API callers; {@code {0}}, {@code {1}} are the refusal's arguments. */
    String description();
}
