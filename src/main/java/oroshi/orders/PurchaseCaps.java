package oroshi.orders;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import oroshi.basics.Problem;
import oroshi.catalog.ItemKind;
import oroshi.subscriptions.Subscriptions;

/**
 * What a partner may buy in all, whatever the catalog sells: a sandbox only tries things, and nobody runs more Azure
 * subscriptions than the operator allows.
 */
@Component
class PurchaseCaps {
    private final Subscriptions subscriptions;
    private final int azureSubscriptions;
    private final int sandboxAzurePlans;
    private final int sandboxUnits;

    PurchaseCaps(
            Subscriptions subscriptions,
            @Value("${oroshi.orders.azure-subscriptions:1000}") int azureSubscriptions,
            @Value("${oroshi.orders.sandbox-azure-plans:50}") int sandboxAzurePlans,
            @Value("${oroshi.orders.sandbox-units:1000}") int sandboxUnits) {
        this.subscriptions = subscriptions;
        this.azureSubscriptions = azureSubscriptions;
        this.sandboxAzurePlans = sandboxAzurePlans;
        this.sandboxUnits = sandboxUnits;
    }

    /** The cap that the line exceeds. */
    Optional<Problem> obstacle(Deal deal, PricedLine line) {
        return deal.partner().sandbox() ? inSandbox(deal, line) : inProduction(deal, line);
    }

    private Optional<Problem> inSandbox(Deal deal, PricedLine line) {
        if (line.item().kind() == ItemKind.SAVINGS_PLAN) {
            return problem(line, OrderRefusal.NOT_IN_SANDBOX, line.item().title());
        }
        if (line.quantity() > sandboxUnits) {
            return problem(line, OrderRefusal.SANDBOX_QUOTA, sandboxUnits);
        }
        return isAzure(line) && !line.item().isLegacy() && running(deal, line) >= sandboxAzurePlans
                ? problem(line, OrderRefusal.SANDBOX_PLANS, sandboxAzurePlans)
                : Optional.empty();
    }

    private Optional<Problem> inProduction(Deal deal, PricedLine line) {
        return isAzure(line) && line.item().isLegacy() && running(deal, line) >= azureSubscriptions
                ? problem(line, OrderRefusal.AZURE_SUBSCRIPTIONS, azureSubscriptions)
                : Optional.empty();
    }

    private int running(Deal deal, PricedLine line) {
        return subscriptions.countHeld(deal.partner().id(), line.item().key());
    }

    private static boolean isAzure(PricedLine line) {
        return line.item().kind() == ItemKind.USAGE;
    }

    private static Optional<Problem> problem(PricedLine line, OrderRefusal reason, Object argument) {
        return Optional.of(Problem.of("lines[" + line.position() + "]", reason, argument));
    }
}
