package oroshi.previews;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import oroshi.basics.SubscriptionId;
import oroshi.subscriptions.ChargeReason;
import oroshi.subscriptions.Subscription;

/**
 * What a change would come to, for a reader of a language.
 *
 * @param now what it charges and gives back at once
 * @param rest further charges of the terms that run then
 * @param renewals what the ends of these terms and of the next ones bring, the earliest first
 */
public record Preview(Charges now, Charges rest, List<Renewal> renewals) {
    public Preview {
        renewals = List.copyOf(renewals);
    }

    /** Whether it is about money at all. */
    public boolean isEmpty() {
        return now.isEmpty() && rest.isEmpty() && renewals.isEmpty();
    }

    /** Lines that belong together. */
    public record Charges(List<Line> lines) {
        public Charges {
            lines = List.copyOf(lines);
        }

        public boolean isEmpty() {
            return lines.isEmpty();
        }

        /** The sum in each currency. */
        public List<Money> totals() {
            var totals = new TreeMap<CurrencyUnit, Money>();
            lines.forEach(line -> totals.merge(line.total().getCurrencyUnit(), line.total(), Money::plus));
            return List.copyOf(totals.values());
        }
    }

    /**
     * The end of a term.
     *
     * @param name what the reader knows the subscription by
     * @param subscription as it stands from that day on
     * @param outcome what becomes of it, in words
     * @param first what the first day of the next term charges
     * @param rest further charges of that term
     */
    public record Renewal(
            LocalDate on, String name, Subscription subscription, String outcome, Charges first, Charges rest) {}

    /**
     * A charge, or several of the same amount after one another.
     *
     * @param subscriptionId empty for what is bought once and for all
     * @param name what the reader knows it by
     * @param title what it is for, in words
     * @param calculation how its amount came about, in words and numbers
     * @param times how many charges of this amount there are
     */
    public record Line(
            Optional<SubscriptionId> subscriptionId,
            String name,
            ChargeReason reason,
            String title,
            String calculation,
            Sum sum,
            int times) {
        /** What all its charges come to. */
        public Money total() {
            return sum.amount().multipliedBy(times);
        }
    }

    /**
     * What an amount was made of.
     *
     * @param days how many days of the cycle are charged; zero for what is not charged by days
     * @param to the last day, of the last charge where there are several
     */
    public record Sum(
            int quantity,
            Money unitPrice,
            BigDecimal effectiveUnitPrice,
            int cycleDays,
            int days,
            LocalDate from,
            Optional<LocalDate> to,
            Money amount) {
        /** Whether it is for a whole cycle, or not by days at all. */
        boolean isWhole() {
            return days == cycleDays;
        }

        Sum until(Optional<LocalDate> last) {
            return new Sum(quantity, unitPrice, effectiveUnitPrice, cycleDays, days, from, last, amount);
        }

        /** Whether another charge is of the same units at the same price. */
        boolean isLike(Sum other) {
            return quantity == other.quantity
                    && isWhole() == other.isWhole()
                    && effectiveUnitPrice.compareTo(other.effectiveUnitPrice) == 0
                    && amount.equals(other.amount);
        }
    }
}
