package oroshi.access;

/** What a person has to do next to be signed in. */
public enum SignInStep {
    PROVE_SECOND_FACTOR("/second-factor"),
    CHANGE_PASSWORD("/password"),
    ENROL_SECOND_FACTOR("/authenticator"),
    DONE("");

    private final String path;

    SignInStep(String path) {
        this.path = path;
    }

    /** The step's page below the portal's sign-in page. */
    public String path() {
        return path;
    }
}
