package oroshi.orders;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.catalog.Term;
import oroshi.subscriptions.PurchaseCommitment;

/** How the particulars of an order line are kept in one column. */
record ParticularsText(
        @Nullable String lastDay,
        @Nullable Map<String, String> context,
        @Nullable String renewsTo,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String grain) {
    static ParticularsText of(Particulars particulars) {
        var commitment = particulars.commitment();
        return new ParticularsText(
                particulars.lastDay().map(LocalDate::toString).orElse(null),
                particulars.provisioningContext().isEmpty() ? null : particulars.provisioningContext(),
                particulars.renewsTo().map(Term::wire).orElse(null),
                commitment.map(PurchaseCommitment::amount).orElse(null),
                commitment.map(PurchaseCommitment::currency).orElse(null),
                commitment.map(PurchaseCommitment::grain).orElse(null));
    }

    Particulars toParticulars() {
        return new Particulars(
                Optional.ofNullable(lastDay).map(LocalDate::parse),
                context == null ? Map.of() : context,
                Optional.ofNullable(renewsTo).flatMap(Term::find),
                amount == null || currency == null || grain == null
                        ? Optional.empty()
                        : Optional.of(new PurchaseCommitment(amount, currency, grain)));
    }
}
