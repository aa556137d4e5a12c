package oroshi.portal.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import oroshi.catalog.LocalizedText;
import oroshi.migrations.MigratedItem;
import oroshi.portal.Choice;
import oroshi.portal.Message;
import oroshi.portal.customers.RecordHead;
import oroshi.subscriptions.Subscription;

/**
 * The form of a migration to new commerce and what would come of it.
 *
 * @param plans the terms and cycles that can be chosen instead of the present ones
 * @param renewsOn when it would be renewed; null for never
 * @param earliest the first day for which it can be scheduled
 * @param latest the last one; null when there is none
 * @param rows what becomes of each
 * @param reasons what stands against it
 * @param changes whether a schedule that waits is being changed
 * @param isLater whether it is not to begin at once
 */
public record MigrationView(
        RecordHead head,
        Subscription subscription,
        List<Choice> plans,
        List<Choice> moments,
        @Nullable LocalDate renewsOn,
        LocalDate earliest,
        @Nullable LocalDate latest,
        List<Row> rows,
        List<Message> reasons,
        boolean changes,
        boolean isLater) {
    /**
     * One subscription and what becomes of it.
     *
     * @param title of the product in new commerce
     * @param plan how it is paid for there
     * @param price of a license at each charge; empty for those who do not see prices
     */
    public record Row(
            Subscription subscription, LocalizedText title, MigratedItem item, String plan, Optional<Money> price) {}

    public MigrationView {
        plans = List.copyOf(plans);
        moments = List.copyOf(moments);
        rows = List.copyOf(rows);
        reasons = List.copyOf(reasons);
    }

    /** The subscription's page. */
    public String back() {
        return head.path() + "/subscriptions/" + subscription.id();
    }

    /** Where the form goes. */
    public String action() {
        return back() + "/migrate";
    }

    public boolean isPossible() {
        return reasons.isEmpty();
    }

    /** The text of the button that carries it out. */
    public String confirmKey() {
        return changes && isLater ? "migrate.change" : isLater ? "migrate.schedule" : "migrate.begin";
    }
}
