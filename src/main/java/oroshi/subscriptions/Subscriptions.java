package oroshi.subscriptions;

import static oroshi.subscriptions.SubscriptionRefusal.CHANGED_MEANWHILE;
import static oroshi.subscriptions.SubscriptionRefusal.ONLY_FAILED;
import static oroshi.subscriptions.SubscriptionRefusal.SUBSCRIPTION_UNKNOWN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.subscriptions.PurchaseClaim.Counted;

/** The subscriptions of all customers: the only way into this module. */
@Service
public class Subscriptions {
    private final SubscriptionTable table;
    private final PurchaseCountTable counts;
    private final Alteration alteration;
    private final SeatMoves seats;
    private final Forecasts forecasts;
    private final Settlement settlement;
    private final ChargeFactTable facts;
    private final Schedules schedules;
    private final Conversions conversions;
    private final TermPromotions promotions;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    Subscriptions(
            SubscriptionTable table,
            PurchaseCountTable counts,
            Alteration alteration,
            SeatMoves seats,
            Forecasts forecasts,
            Settlement settlement,
            ChargeFactTable facts,
            Schedules schedules,
            Conversions conversions,
            TermPromotions promotions,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.table = table;
        this.counts = counts;
        this.alteration = alteration;
        this.seats = seats;
        this.forecasts = forecasts;
        this.settlement = settlement;
        this.facts = facts;
        this.schedules = schedules;
        this.conversions = conversions;
        this.promotions = promotions;
        this.clocks = clocks;
        this.events = events;
    }

    /** How many of the partner's subscriptions aren't set up yet. */
    @Transactional(readOnly = true)
    public SubscriptionCounts count(PartnerId partnerId) {
        return table.count(partnerId);
    }

    /** How many subscriptions of the item all customers of the partner hold together. */
    @Transactional(readOnly = true)
    public int countHeld(PartnerId partnerId, String itemKey) {
        return table.countHeld(partnerId, itemKey);
    }

    /** The partner's running trials whose last day lies between the two days, both included. */
    @Transactional(readOnly = true)
    public List<Subscription> trialsEnding(PartnerId partnerId, LocalDate from, LocalDate until) {
        return table.listTrialsEnding(partnerId, from, until);
    }

    /** The customers of whom something renews itself after a last day between the two days, both included. */
    @Transactional(readOnly = true)
    public List<CustomerId> customersRenewing(PartnerId partnerId, LocalDate from, LocalDate until) {
        return table.listCustomersRenewing(partnerId, from, until);
    }

    /** The earliest last day, from the day on, of a running trial of the partner. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> nextTrialEnd(PartnerId partnerId, LocalDate from) {
        return table.findTrialEnd(partnerId, from);
    }

    /** The earliest last day, from the day on, of a running term that renews itself. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> nextRenewal(PartnerId partnerId, LocalDate from) {
        return table.findRenewal(partnerId, from);
    }

    /** Every subscription that the partner sold to the customer, in all states, the latest first. */
    @Transactional(readOnly = true)
    public List<Subscription> list(PartnerId partnerId, CustomerId customerId) {
        return table.list(partnerId, customerId);
    }

    @Transactional(readOnly = true)
    public Optional<Subscription> find(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        return table.find(partnerId, customerId, id);
    }

    /** The classic add-ons that hang on the subscription; refuses a subscription that the partner doesn't have. */
    @Transactional(readOnly = true)
    public List<Subscription> addOns(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        return table.listAddOns(partnerId, get(partnerId, customerId, id).id());
    }

    /** The subscription; refuses when the partner has none with this id for the customer. */
    @Transactional(readOnly = true)
    public Subscription get(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        return find(partnerId, customerId, id).orElseThrow(() -> Refusal.because(SUBSCRIPTION_UNKNOWN, id));
    }

    /** As {@link #get}; whoever else changes it in the meantime waits for this transaction, and sees what it did. */
    Subscription hold(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        return table.findAndHold(partnerId, customerId, id)
                .orElseThrow(() -> Refusal.because(SUBSCRIPTION_UNKNOWN, id));
    }

    /** Everything that was charged or given back for the subscription so far, the earliest first. */
    @Transactional(readOnly = true)
    public List<ChargeFact> charges(PartnerId partnerId, SubscriptionId id) {
        return facts.list(partnerId, id);
    }

    /** The days on which a term that starts on the day may end, the earliest first. */
    @Transactional(readOnly = true)
    public List<EndDate> endDates(PartnerId partnerId, CustomerId customerId, LocalDate startsOn, Term term) {
        return new Alignment(startsOn, term, () -> table.list(partnerId, customerId)).list(startsOn);
    }

    /** What the subscription can be scheduled to become; refuses one that has nothing scheduled. */
    @Transactional(readOnly = true)
    public List<CatalogItem> reachable(Subscription subscription) {
        return schedules.reachable(subscription);
    }

    /** What those of the subscriptions that are trials turn into when nobody says otherwise. */
    @Transactional(readOnly = true)
    public Map<SubscriptionId, NextTerm> conversions(Collection<Subscription> among) {
        var found = new HashMap<SubscriptionId, NextTerm>();
        among.stream()
                .filter(one -> one.item().isTrial())
                .forEach(trial -> conversions.shown(trial).ifPresent(next -> found.put(trial.id(), next)));
        return found;
    }

    /** Stores what an order bought; it is being set up from now on. */
    @Transactional
    public void begin(PartnerId partnerId, List<NewSubscription> bought) {
        var now = clocks.of(partnerId).instant();
        table.insert(bought.stream()
                .map(subscription -> subscription.begin(partnerId, now))
                .toList());
    }

    /** Counts purchases of which there may be only so many, and returns those for which there is no room left. */
    @Transactional
    public List<PurchaseClaim> claim(PartnerId partnerId, CustomerId customerId, List<PurchaseClaim> claims) {
        return claims.isEmpty() ? List.of() : counts.claim(partnerId, customerId, claims);
    }

    /** How many of the item the customer has bought, if somebody counts. */
    @Transactional(readOnly = true)
    public int bought(PartnerId partnerId, CustomerId customerId, String itemKey, Counted counted) {
        return counts.bought(partnerId, customerId, itemKey, counted);
    }

    /**
     * Changes what a partner may change about a subscription, all together or not at all; nothing happens when nothing
     * differs. Refuses with the first rule that is broken: state, then each property, then the customer's agreement. Of
     * two changes at once the later is refused.
     */
    @Transactional
    public Subscription update(
            PartnerId partnerId, CustomerId customerId, SubscriptionId id, SubscriptionChange change) {
        var before = hold(partnerId, customerId, id);
        change.requireVersion(before);
        var now = clocks.of(partnerId).instant().truncatedTo(ChronoUnit.MICROS);
        var charged = CycleCharges.until(LocalDate.ofInstant(now, ZoneOffset.UTC), before);
        var changed = altered(before, charged, change, now);
        if (changed.equals(charged.subscription())) {
            return before;
        }
        seats.takeRoom(before, changed, now);
        promotions.take(before, changed);
        return settlement.settle(before, changed, now);
    }

    /** What the change would come to; refuses what {@link #update} would refuse, and changes nothing. */
    @Transactional(readOnly = true)
    public Forecast preview(PartnerId partnerId, CustomerId customerId, SubscriptionId id, SubscriptionChange change) {
        var before = get(partnerId, customerId, id);
        change.requireVersion(before);
        var now = clocks.of(partnerId).instant().truncatedTo(ChronoUnit.MICROS);
        var charged = CycleCharges.until(LocalDate.ofInstant(now, ZoneOffset.UTC), before);
        var changed = altered(before, charged, change, now);
        if (changed.equals(charged.subscription())) {
            return forecasts.of(new Booking(before, List.of()));
        }
        seats.requireRoom(before, changed, now);
        return forecasts.of(Booking.ofChange(before, changed, now, () -> facts.list(partnerId, id)));
    }

    /** A change is made to the subscription as it is once the cycles that have begun are charged. */
    private Subscription altered(Subscription before, CycleCharges charged, SubscriptionChange change, Instant now) {
        charged.require(change, before);
        return alteration.apply(charged.subscription(), change, now);
    }

    /** What the purchases would come to, each from the moment on in which it can be used. */
    @Transactional(readOnly = true)
    public List<Forecast> preview(PartnerId partnerId, List<NewSubscription> bought) {
        var now = clocks.of(partnerId).instant().truncatedTo(ChronoUnit.MICROS);
        return bought.stream()
                .map(wanted -> wanted.begin(partnerId, now).withStatus(SubscriptionStatus.ACTIVE))
                .map(ready -> forecasts.of(Booking.ofSetUp(ready, now)))
                .toList();
    }

    /** Lets a set-up that failed begin again; refuses any other state. */
    @Transactional
    public Subscription beginAgain(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        var subscription = hold(partnerId, customerId, id);
        if (subscription.status() != SubscriptionStatus.SET_UP_FAILED) {
            throw Refusal.because(ONLY_FAILED);
        }
        var again = subscription.withStatus(SubscriptionStatus.SETTING_UP);
        if (!table.update(again)) {
            throw Refusal.because(CHANGED_MEANWHILE);
        }
        events.publishEvent(SubscriptionChanged.between(subscription, again));
        return again.withVersion(again.version() + 1);
    }
}
