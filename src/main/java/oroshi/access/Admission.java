package oroshi.access;

import java.time.Instant;

/** What became of an attempt to sign in with a password or a code. */
public sealed interface Admission {
    /** The person is who the person says. */
    record Admitted(Account account) implements Admission {}

    /** Unknown name or wrong secret: nobody learns which. */
    record Wrong() implements Admission {}

    /** Too many failures; even the right secret opens nothing until then. */
    record Locked(Instant until) implements Admission {}

    /** The temporary password was right but is too old. */
    record Expired() implements Admission {}
}
