package oroshi.sandbox;

import oroshi.basics.Reason;

/** Why a clock can't be made, moved or given back. */
public enum ClockRefusal implements Reason {
    NOT_SANDBOX("clock.notSandbox", 403, 900127, "Only a sandbox partner has a clock of its own."),
    UNKNOWN("clock.unknown", 404, 1000, "There is no such clock."),
    EXISTS("clock.exists", 409, 1003, "The partner has its clock already."),
    ADVANCING("clock.advancing", 409, 800082, "The clock is being advanced; wait until it is ready."),
    NEVER_BACK("clock.neverBack", 400, 3000, "A clock never goes back: it shows {0}."),
    TOO_FAR("clock.tooFar", 400, 3000, "A clock is advanced by {0} years at most."),
    AHEAD(
            "clock.ahead",
            409,
            3000,
            "The clock is ahead of real time and never goes back, so it can't be given up yet."),
    ONE_OF_BOTH("clock.oneOfBoth", 400, 3000, "Say either to or by.");

    private final Wording wording;

    ClockRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
