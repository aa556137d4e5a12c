package oroshi.subscriptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;

/**
 * That so many units are charged, or given back, for some days. Facts are never edited; those of a term add up to what
 * is charged in it.
 *
 * @param referenceId shared by the facts of one change
 * @param quantity less than zero for what is given back
 * @param to the last day; empty for what has no end
 * @param cycleDays the days that the unit price stands for; zero for what has no end
 * @param termStartsOn first day of the term that it belongs to
 * @param reseller the reseller's number at that time; empty for a direct sale, {@code -1} after it was removed
 */
public record ChargeFact(
        PartnerId partnerId,
        UUID id,
        SubscriptionId subscriptionId,
        CustomerId customerId,
        ChargeReason reason,
        UUID referenceId,
        int quantity,
        LocalDate from,
        Optional<LocalDate> to,
        int cycleDays,
        Money unitPrice,
        Money amount,
        LocalDate termStartsOn,
        String reseller,
        Instant recordedAt) {
    /** What both charge together, where they are for the same days. */
    ChargeFact plus(ChargeFact other) {
        return with(
                id, reason, referenceId, quantity + other.quantity, amount.plus(other.amount), reseller, recordedAt);
    }

    /** What gives back all of it because of a cancellation. */
    ChargeFact takenBack(UUID reference, String nowReseller, Instant now) {
        return with(Ids.next(), ChargeReason.CANCEL, reference, -quantity, amount.negated(), nowReseller, now);
    }

    private ChargeFact with(
            UUID newId,
            ChargeReason newReason,
            UUID newReference,
            int newQuantity,
            Money newAmount,
            String newReseller,
            Instant now) {
        return new ChargeFact(
                partnerId,
                newId,
                subscriptionId,
                customerId,
                newReason,
                newReference,
                newQuantity,
                from,
                to,
                cycleDays,
                unitPrice,
                newAmount,
                termStartsOn,
                newReseller,
                now);
    }

    /** How many days it stands for; zero for what has no end. */
    public int days() {
        return to.map(last -> new ChargeCycle(from, last).days()).orElse(0);
    }

    /** Whether it stands for a whole cycle, or for what is not charged by days. */
    public boolean isWhole() {
        return days() == cycleDays;
    }

    /** The price of one unit for these days, before it is rounded with the quantity; classic offers round it at once. */
    public BigDecimal effectiveUnitPrice(boolean isClassic) {
        return isWhole() ? unitPrice.getAmount() : new Proration(unitPrice, cycleDays, days()).ofOne(isClassic);
    }
}
