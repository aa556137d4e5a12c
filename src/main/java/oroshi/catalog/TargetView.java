package oroshi.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import oroshi.basics.Cloud;

/** A slice of the product catalog that the API asks for by name. */
enum TargetView {
    AZURE("Azure"),
    AZURE_RESERVATIONS("AzureReservations"),
    AZURE_RESERVATIONS_VM("AzureReservationsVM"),
    AZURE_RESERVATIONS_SQL("AzureReservationsSQL"),
    AZURE_RESERVATIONS_COSMOS_DB("AzureReservationsCosmosDb"),
    MICROSOFT_AZURE("MicrosoftAzure"),
    ONLINE_SERVICES("OnlineServices"),
    SOFTWARE("Software"),
    SOFTWARE_SUSE_LINUX("SoftwareSUSELinux"),
    SOFTWARE_PERPETUAL("SoftwarePerpetual"),
    SOFTWARE_SUBSCRIPTIONS("SoftwareSubscriptions"),
    SPECIALIZED_OFFERS("SpecializedOffers"),
    MARKETPLACE_SAAS("MarketplaceSaaS");

    private final String wire;

    TargetView(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    /** Whether partners of the cloud may look: specialised offers are granted to nobody yet, government sells services. */
    boolean isOpenIn(Cloud cloud) {
        return switch (this) {
            case SPECIALIZED_OFFERS -> false;
            case AZURE, MICROSOFT_AZURE, ONLINE_SERVICES -> true;
            default -> cloud.isPublic();
        };
    }

    boolean shows(Sku sku) {
        var kind = sku.kind();
        return switch (this) {
            case AZURE -> kind == ItemKind.USAGE || kind == ItemKind.RESERVATION || kind == ItemKind.SAVINGS_PLAN;
            case AZURE_RESERVATIONS -> kind == ItemKind.RESERVATION;
            case AZURE_RESERVATIONS_VM -> isReservationOf(sku, "VirtualMachines");
            case AZURE_RESERVATIONS_SQL -> isReservationOf(sku, "SQLDatabases");
            case AZURE_RESERVATIONS_COSMOS_DB -> isReservationOf(sku, "CosmosDB");
            case MICROSOFT_AZURE -> kind == ItemKind.USAGE;
            case ONLINE_SERVICES -> kind == ItemKind.LICENSE;
            case SOFTWARE -> kind == ItemKind.SOFTWARE;
            case SOFTWARE_SUSE_LINUX, SOFTWARE_PERPETUAL, SOFTWARE_SUBSCRIPTIONS ->
                kind == ItemKind.SOFTWARE && sku.product().subType().equals(wire);
            case SPECIALIZED_OFFERS -> false;
            case MARKETPLACE_SAAS -> kind == ItemKind.MARKETPLACE;
        };
    }

    /** Reads the name in any letter case and with underscores. */
    static Optional<TargetView> find(String text) {
        var word = text.strip().replace("_", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(view -> view.wire.toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static boolean isReservationOf(Sku sku, String subType) {
        return sku.kind() == ItemKind.RESERVATION && sku.product().subType().equals(subType);
    }
}
