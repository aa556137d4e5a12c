package oroshi.relationships;

/** What a partner is in a partnership. */
public enum Side {
    PROVIDER,
    RESELLER;

    Side other() {
        return this == PROVIDER ? RESELLER : PROVIDER;
    }
}
