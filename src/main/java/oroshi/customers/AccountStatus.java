package oroshi.customers;

import java.util.Arrays;
import java.util.Optional;

/** What the review of a customer's account has come to. A customer whose account nobody reviews has none. */
public enum AccountStatus {
    UNKNOWN("Unknown"),
    UNDER_REVIEW("UnderReview"),
    ALLOWED("Allowed"),
    NOT_ALLOWED("NotAllowed"),
    /** The wire writes it with a blank. */
    NOT_READY("Not Ready");

    private final String wireName;

    AccountStatus(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** The status of that name, in whichever case, with or without the blank. */
    static Optional<AccountStatus> find(String word) {
        var plain = word.replace(" ", "").replace("_", "");
        return Arrays.stream(values())
                .filter(each -> each.wireName.replace(" ", "").equalsIgnoreCase(plain))
                .findFirst();
    }
}
