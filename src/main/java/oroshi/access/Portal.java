package oroshi.access;

/** The two places where people sign in. One browser may be signed in to both as different people. */
public enum Portal {
    PARTNERS(""),
    CUSTOMERS("/customer-portal");

    private final String root;

    Portal(String root) {
        this.root = root;
    }

    /** What all addresses of the portal start with. */
    public String root() {
        return root;
    }

    public String signInPath() {
        return root + "/sign-in";
    }

    /** Under which name a session keeps who is signed in here. */
    String contextKey() {
        return "oroshi.signedIn." + name();
    }

    String pendingKey() {
        return "oroshi.pendingSignIn." + name();
    }
}
