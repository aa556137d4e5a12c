package oroshi.migrations;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;

/** How a wish is kept in one column. */
record WishText(
        String subscriptionId,
        @Nullable String term,
        @Nullable String billingCycle,
        boolean fullTerm,
        @Nullable Integer quantity,
        @Nullable String lastDay,
        List<WishText> addOns) {
    static WishText of(MigrationWish wish) {
        return new WishText(
                wish.subscriptionId().toString(),
                wish.term().map(Term::wire).orElse(null),
                wish.billingCycle().map(BillingCycle::name).orElse(null),
                wish.fullTerm(),
                wish.quantity().orElse(null),
                wish.lastDay().map(LocalDate::toString).orElse(null),
                wish.addOns().stream().map(WishText::of).toList());
    }

    MigrationWish toWish() {
        return new MigrationWish(
                SubscriptionId.of(subscriptionId),
                Optional.ofNullable(term).flatMap(Term::find),
                Optional.ofNullable(billingCycle).map(BillingCycle::valueOf),
                fullTerm,
                Optional.ofNullable(quantity),
                Optional.ofNullable(lastDay).map(LocalDate::parse),
                addOns.stream().map(WishText::toWish).toList());
    }
}
