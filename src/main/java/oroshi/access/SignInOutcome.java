package oroshi.access;

import java.time.Instant;

/** What became of one step of a sign-in. */
public sealed interface SignInOutcome {
    /** The step is done; this one is next. */
    record Next(SignInStep step) implements SignInOutcome {}

    /** Unknown name, wrong password or wrong code. */
    record Wrong() implements SignInOutcome {}

    /** Too many failures; nothing opens until then. */
    record Locked(Instant until) implements SignInOutcome {}

    /** The temporary password is too old. */
    record Expired() implements SignInOutcome {}

    /** The person belongs to the other portal. */
    record OtherPortal() implements SignInOutcome {}

    /** The sign-in took too long or was never begun. */
    record Begin() implements SignInOutcome {}
}
