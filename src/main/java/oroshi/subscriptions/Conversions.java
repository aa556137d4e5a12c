package oroshi.subscriptions;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;

/** What a trial of new commerce turns into at its end when nobody says otherwise. */
@Component
class Conversions {
    private final OnSale onSale;

    Conversions(OnSale onSale) {
        this.onSale = onSale;
    }

    /** What it is the trial of, for as many seats and a year that is charged monthly; empty when that is not sold. */
    Optional<NextTerm> find(Subscription trial, LocalDate day) {
        if (!trial.item().isTrial() || trial.item().isLegacy()) {
            return Optional.empty();
        }
        var at = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return onSale.find(trial, at).stream()
                .flatMap(item -> item.conversionTargets().stream())
                .flatMap(target -> onSale.find(trial, target, at).stream())
                .flatMap(item -> item.plan(Term.ONE_YEAR, BillingCycle.MONTHLY).stream()
                        .map(plan -> new NextTerm(
                                item.id(),
                                trial.quantity(),
                                plan.term(),
                                plan.billingCycle(),
                                Optional.empty(),
                                Optional.empty())))
                .findFirst();
    }

    /** What is scheduled for the end of what runs: by a partner, or for a trial by itself. */
    Optional<NextTerm> shown(Subscription subscription) {
        var scheduled = subscription.upcoming().nextTerm();
        if (scheduled.isPresent()
                || !subscription.renewsItself()
                || subscription.status() != SubscriptionStatus.ACTIVE) {
            return scheduled;
        }
        return subscription.commitment().nextTermOn().flatMap(day -> find(subscription, day));
    }
}
