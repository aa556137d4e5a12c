package oroshi.partners;

/** Where a partner's customers find help. What was not said is an empty text. */
public record SupportProfile(String email, String telephone, String website) {
    static final SupportProfile NOTHING = new SupportProfile("", "", "");
}
