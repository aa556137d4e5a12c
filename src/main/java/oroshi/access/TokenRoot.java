package oroshi.access;

import java.util.Locale;

/** The addresses that a token opens, by what it was issued for. */
public enum TokenRoot {
    /** Everything. */
    COMMERCE("/"),
    /** Prices and referrals, which lie beside the others and on a host of their own in the original. */
    PRICES_AND_REFERRALS("/v1.0/"),
    /** The API for delegated administration. */
    ADMINISTRATION("/customerserviceadminapi/");

    private final String root;

    TokenRoot(String root) {
        this.root = root;
    }

    boolean opens(String path) {
        return path.toLowerCase(Locale.ROOT).startsWith(root);
    }
}
