package oroshi.relationships;

/** What a partner may let a customer buy by itself. */
public enum SelfServePermission {
    AZURE_RESERVATIONS("AzureReservedInstances"),
    AZURE_SAVINGS_PLAN("AzureSavingsPlan");

    private final String resource;

    SelfServePermission(String resource) {
        this.resource = resource;
    }

    /** The wire's word for what may be bought. */
    public String resource() {
        return resource;
    }
}
