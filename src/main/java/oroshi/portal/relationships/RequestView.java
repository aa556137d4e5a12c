package oroshi.portal.relationships;

/**
 * What the page of a relationship request shows beside the text itself.
 *
 * @param provider name of the provider that is asked for together with the reseller; empty for a partner alone
 * @param choosesAdministration whether delegated administration may be left out
 */
public record RequestView(
        String path, String provider, Draft draft, String link, boolean choosesAdministration, boolean mayRenew) {
    /** Where the page was come from. */
    public String list() {
        return provider.isEmpty() ? "/customers" : "/indirect-providers";
    }
}
