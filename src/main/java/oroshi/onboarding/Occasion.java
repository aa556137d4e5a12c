package oroshi.onboarding;

/** What an account is checked for. */
enum Occasion {
    /** A page of the wizard: whoever reads it wants hints too, such as a customer of the same name. */
    PAGE,

    /** The submit of the wizard: the agreement must still be the version that the page showed. */
    SUBMIT,

    /** A call that adds the customer at once. */
    CALL;

    /** Whether a name that is taken is looked for now; otherwise the customer is stored next, and that decides. */
    boolean wantsHints() {
        return this == PAGE;
    }
}
