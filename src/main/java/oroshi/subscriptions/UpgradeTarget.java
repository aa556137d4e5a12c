package oroshi.subscriptions;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;

/**
 * A product that a subscription can become.
 *
 * @param plan the plan that it would have; empty when it is not sold for the subscription's term and cycle
 * @param errors what stands against the upgrade at all
 * @param licenseErrors what stands against moving the licenses of users with it
 * @param destinations subscriptions of the product that might take the seats
 */
public record UpgradeTarget(
        CatalogItem item,
        Optional<Plan> plan,
        List<TransitionError> errors,
        List<TransitionError> licenseErrors,
        List<Destination> destinations) {
    public UpgradeTarget {
        errors = List.copyOf(errors);
        licenseErrors = List.copyOf(licenseErrors);
        destinations = List.copyOf(destinations);
    }

    /** Whether nothing stands against it. */
    public boolean isEligible() {
        return errors.isEmpty();
    }

    /** What it costs at each charge, or empty where it is not sold for the subscription's term. */
    public Optional<Money> unitPrice() {
        return plan.map(Plan::unitPrice);
    }

    /** The same with these subscriptions of the product. */
    UpgradeTarget at(List<Destination> there) {
        return new UpgradeTarget(item, plan, errors, licenseErrors, there);
    }

    /** A subscription of the product, and why it can't take the seats. */
    public record Destination(Subscription subscription, List<Misfit> misfits) {
        public Destination {
            misfits = List.copyOf(misfits);
        }

        /** Whether it can take the seats. */
        public boolean isEligible() {
            return misfits.isEmpty();
        }
    }

    /** Why a subscription can't take the seats of another one. */
    public enum Misfit {
        NOT_ACTIVE(1, "The subscription is not active."),
        CANCELLABLE(2, "The subscription is within its cancellation window."),
        SHORTER_TERM(3, "The term of this subscription is shorter than that of the source."),
        ENDS_EARLIER(4, "The subscription ends before the source does.");

        private final int code;
        private final String description;

        Misfit(int code, String description) {
            this.code = code;
            this.description = description;
        }

        /** The number on the wire. */
        public int code() {
            return code;
        }

        /** In English, for callers of the API. */
        public String description() {
            return description;
        }
    }
}
