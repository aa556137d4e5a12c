package oroshi.transfers;

import java.util.Arrays;
import java.util.Optional;
import oroshi.subscriptions.Subscription;

/** A kind of new-commerce products that a gaining partner may ask for. */
public enum ProductKind {
    AZURE_SUBSCRIPTION("AzureSubscription"),
    AZURE_RESERVATION("AzureReservation"),
    AZURE_SAVINGS_PLAN("AzureSavingsPlan"),
    ONLINE_SERVICES("OnlineServicesNCE"),
    SOFTWARE("Software"),
    SAAS("SaaS");

    private final String wire;

    ProductKind(String wire) {
        this.wire = wire;
    }

    /** The word of the wire. */
    public String wire() {
        return wire;
    }

    /** Key of its name in both languages. */
    public String key() {
        return "transfers.kind." + name();
    }

    boolean isAzure() {
        return switch (this) {
            case AZURE_SUBSCRIPTION, AZURE_RESERVATION, AZURE_SAVINGS_PLAN -> true;
            case ONLINE_SERVICES, SOFTWARE, SAAS -> false;
        };
    }

    /** Reads the word in any letter case. */
    static Optional<ProductKind> find(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.wire.equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    /** What the subscription is; empty for the classic ones. */
    static Optional<ProductKind> of(Subscription subscription) {
        if (subscription.item().isLegacy()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (subscription.item().kind()) {
                    case USAGE -> AZURE_SUBSCRIPTION;
                    case RESERVATION -> AZURE_RESERVATION;
                    case SAVINGS_PLAN -> AZURE_SAVINGS_PLAN;
                    case LICENSE -> ONLINE_SERVICES;
                    case SOFTWARE -> SOFTWARE;
                    case MARKETPLACE -> SAAS;
                });
    }
}
