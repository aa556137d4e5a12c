package oroshi.subscriptions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The life of a licence of new commerce once more, as plainly as it is published: its table of states, its calendar and its
 * price rule, in yen. Nothing of the product's own calculation is asked. Every move answers with the code of its refusal, or
 * zero.
 */
final class LifecycleModel {
    static final int DONE = 0;

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration WEEK = Duration.ofDays(7);

    /** What a line of the bill says. */
    record Entry(int seats, LocalDate from, LocalDate to, long amount, LocalDate term) {}

    /** What is sold: for how many months, charged every so many of them, at so many yen a charge. */
    record Deal(int termMonths, int cycleMonths, long price) {}

    private record Batch(int seats, Instant at) {}

    /** A stretch of days that is charged at once; its price stands for the whole days. */
    private record Cycle(LocalDate from, LocalDate to, long wholeDays) {}

    private final List<Entry> bill = new ArrayList<>();
    private final List<Batch> batches = new ArrayList<>();
    private final List<Cycle> cycles = new ArrayList<>();
    private Deal deal;
    private final Optional<Deal> paid;
    private boolean trial;
    private SubscriptionStatus state = SubscriptionStatus.ACTIVE;
    private boolean renews = true;
    private int seats;
    private Instant now;
    private Instant begun;
    private LocalDate first;
    private LocalDate last;
    private Optional<LocalDate> due = Optional.empty();
    private int charged;

    /**
     * A purchase.
     *
     * @param shortened the day on which the first term ends when that is earlier
     * @param paid what a trial turns into; empty for what is no trial
     */
    LifecycleModel(Deal deal, int seats, Instant now, Optional<LocalDate> shortened, Optional<Deal> paid) {
        this.deal = deal;
        this.seats = seats;
        this.now = now;
        this.begun = now;
        this.paid = paid;
        this.trial = paid.isPresent();
        this.first = today();
        this.last = first.plusMonths(deal.termMonths()).minusDays(1);
        begin(now, today(), shortened);
    }

    SubscriptionStatus state() {
        return state;
    }

    int seats() {
        return seats;
    }

    boolean renews() {
        return renews;
    }

    List<Entry> bill() {
        return bill;
    }

    LocalDate lastDay() {
        return last;
    }

    /** Time has passed, but nobody has looked at what is due yet. */
    void pass(Instant moment) {
        now = moment;
    }

    /** The night's work for every day until today. */
    void run() {
        while (true) {
            var cycle = nextCycle();
            var isCycle = cycle.isPresent() && (due.isEmpty() || cycle.get().isBefore(due.get()));
            var day = isCycle ? cycle : due;
            if (day.isEmpty() || day.get().isAfter(today())) {
                return;
            }
            if (isCycle) {
                chargeCycle();
            } else {
                end(day.get());
            }
        }
    }

    int rename() {
        return switch (state) {
            case ACTIVE -> isOver() && !renews ? 900277 : changed();
            case SUSPENDED -> changed();
            case DELETED -> 2011;
            default -> 900279;
        };
    }

    int setRenewal(boolean wanted) {
        if (wanted == renews) {
            return DONE;
        }
        if (state == SubscriptionStatus.ACTIVE) {
            if (isOver()) {
                return renews ? 900278 : 900277;
            }
            changed();
            renews = wanted;
            return DONE;
        }
        return state == SubscriptionStatus.SUSPENDED ? 800091 : gone();
    }

    int setSeats(int wanted) {
        if (wanted == seats) {
            return DONE;
        }
        if (state != SubscriptionStatus.ACTIVE) {
            return state == SubscriptionStatus.SUSPENDED ? 800091 : gone();
        }
        if (isOver()) {
            return renews ? 800082 : 900277;
        }
        if (trial) {
            return 800095;
        }
        if (wanted < 1) {
            return 2002;
        }
        return wanted > seats ? add(wanted - seats) : remove(seats - wanted);
    }

    int suspend() {
        return switch (state) {
            case SUSPENDED -> DONE;
            case ACTIVE -> {
                if (isOver()) {
                    yield renews ? 900278 : 900277;
                }
                if (trial) {
                    yield 800096;
                }
                changed();
                state = SubscriptionStatus.SUSPENDED;
                renews = false;
                due = Optional.of(last.plusDays(1));
                yield DONE;
            }
            case DELETED -> 2011;
            default -> 800040;
        };
    }

    int reactivate() {
        return switch (state) {
            case ACTIVE -> DONE;
            case SUSPENDED -> {
                if (today().isAfter(last)) {
                    yield 800040;
                }
                changed();
                state = SubscriptionStatus.ACTIVE;
                yield DONE;
            }
            case DELETED -> 2011;
            default -> 800040;
        };
    }

    int cancel() {
        if (state == SubscriptionStatus.ACTIVE && isOver()) {
            return renews ? 900278 : 900277;
        }
        if (state != SubscriptionStatus.ACTIVE && state != SubscriptionStatus.SUSPENDED) {
            return gone();
        }
        if (trial) {
            return 800096;
        }
        if (now.isAfter(begun.plus(WEEK))) {
            return 900117;
        }
        if (isOver()) {
            return 800040;
        }
        changed();
        giveBack();
        state = SubscriptionStatus.DELETED;
        renews = false;
        due = Optional.empty();
        return DONE;
    }

    /** Seats and state in one body. */
    int both(int wanted, SubscriptionStatus next) {
        if (wanted == seats) {
            return next == SubscriptionStatus.SUSPENDED ? suspend() : reactivate();
        }
        if (next == state) {
            return setSeats(wanted);
        }
        return switch (state) {
            case ACTIVE -> isOver() ? (renews ? 900278 : 900277) : 2001;
            case SUSPENDED -> 2001;
            case DELETED -> 2011;
            default -> 800040;
        };
    }

    private int gone() {
        return state == SubscriptionStatus.DELETED ? 2011 : 900279;
    }

    private int add(int more) {
        var before = seats;
        changed();
        batches.add(new Batch(more, now));
        seats += more;
        recreate(before);
        return DONE;
    }

    /** Only what came in the last week may go, the oldest of it first. */
    private int remove(int fewer) {
        var open = batches.stream().filter(this::isOpen).toList();
        var returnable = open.stream().mapToInt(Batch::seats).sum();
        if (returnable == 0) {
            return 800090;
        }
        if (returnable < fewer) {
            return 900257;
        }
        var before = seats;
        changed();
        batches.clear();
        var missing = fewer;
        for (var batch : open) {
            var taken = Math.min(missing, batch.seats());
            missing -= taken;
            if (batch.seats() > taken) {
                batches.add(new Batch(batch.seats() - taken, batch.at()));
            }
        }
        seats -= fewer;
        recreate(before);
        return DONE;
    }

    private boolean isOpen(Batch batch) {
        return !now.isAfter(batch.at().plus(WEEK));
    }

    /** Wipe and recreate: the old number back, the new one charged, for the days that are left. */
    private void recreate(int before) {
        charge(-before, today(), cycle());
        charge(seats, today(), cycle());
    }

    /** Everything on the first day; afterwards the unused days. */
    private void giveBack() {
        if (now.isAfter(begun.plus(DAY))) {
            charge(-seats, today(), cycle());
            return;
        }
        var sums = new LinkedHashMap<LocalDate, Entry>();
        bill.stream()
                .filter(entry -> entry.term().equals(first))
                .forEach(entry -> sums.merge(
                        entry.from(),
                        entry,
                        (one, other) -> new Entry(
                                one.seats() + other.seats(),
                                one.from(),
                                one.to(),
                                one.amount() + other.amount(),
                                one.term())));
        sums.values().stream()
                .filter(sum -> sum.seats() != 0 || sum.amount() != 0)
                .forEach(sum -> bill.add(new Entry(-sum.seats(), sum.from(), sum.to(), -sum.amount(), sum.term())));
    }

    /** Before anything changes, cycles that have begun are charged. */
    private int changed() {
        while (nextCycle().filter(day -> !day.isAfter(today())).isPresent()) {
            chargeCycle();
        }
        return DONE;
    }

    private Optional<LocalDate> nextCycle() {
        var runs = state == SubscriptionStatus.ACTIVE || state == SubscriptionStatus.SUSPENDED;
        return runs && charged < cycles.size() ? Optional.of(cycles.get(charged).from()) : Optional.empty();
    }

    private void chargeCycle() {
        var cycle = cycles.get(charged);
        charged++;
        charge(seats, cycle.from(), cycle);
    }

    private Cycle cycle() {
        return cycles.stream()
                .filter(cycle -> !cycle.to().isBefore(today()))
                .findFirst()
                .orElseThrow();
    }

    private void charge(int count, LocalDate from, Cycle cycle) {
        var days = ChronoUnit.DAYS.between(from, cycle.to()) + 1;
        var amount = BigDecimal.valueOf(deal.price())
                .multiply(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(count))
                .divide(BigDecimal.valueOf(cycle.wholeDays()), 0, RoundingMode.DOWN);
        bill.add(new Entry(count, from, cycle.to(), amount.longValueExact(), first));
    }

    private void end(LocalDate day) {
        switch (state) {
            case ACTIVE -> {
                if (renews) {
                    renew(day);
                } else {
                    state = SubscriptionStatus.EXPIRED;
                    due = Optional.of(day.plusDays(30));
                }
            }
            case SUSPENDED -> {
                state = SubscriptionStatus.DISABLED;
                due = Optional.of(day.plusDays(120));
            }
            case EXPIRED -> {
                state = SubscriptionStatus.DISABLED;
                due = Optional.of(day.plusDays(90));
            }
            default -> {
                state = SubscriptionStatus.DELETED;
                due = Optional.empty();
            }
        }
    }

    private void renew(LocalDate day) {
        deal = trial ? paid.orElseThrow() : deal;
        trial = false;
        begin(day.atStartOfDay().toInstant(ZoneOffset.UTC), day, Optional.empty());
    }

    private void begin(Instant at, LocalDate day, Optional<LocalDate> shortened) {
        begun = at;
        first = day;
        var full = day.plusMonths(deal.termMonths()).minusDays(1);
        last = shortened.orElse(full);
        batches.clear();
        batches.add(new Batch(seats, at));
        cycles.clear();
        if (deal.cycleMonths() == 0 || deal.cycleMonths() == deal.termMonths()) {
            cycles.add(new Cycle(day, last, ChronoUnit.DAYS.between(day, full) + 1));
        } else if (last.equals(full)) {
            cutForwards();
        } else {
            cutBackwards();
        }
        charged = 0;
        due = Optional.of(last.plusDays(1));
        chargeCycle();
    }

    /** On the same day of every month; terms that start on one of the last two days of a month stay there. */
    private void cutForwards() {
        for (var cycle = 0; cycle < deal.termMonths() / deal.cycleMonths(); cycle++) {
            var from = startOf(cycle);
            var to = startOf(cycle + 1).minusDays(1);
            var end = to.isAfter(last) || cycle == deal.termMonths() / deal.cycleMonths() - 1 ? last : to;
            cycles.add(new Cycle(from, end, ChronoUnit.DAYS.between(from, end) + 1));
        }
    }

    private LocalDate startOf(int cycle) {
        var month = YearMonth.from(first).plusMonths((long) cycle * deal.cycleMonths());
        var fromEnd = first.lengthOfMonth() - first.getDayOfMonth();
        return fromEnd < 2
                ? month.atEndOfMonth().minusDays(fromEnd)
                : month.atDay(Math.min(first.getDayOfMonth(), month.lengthOfMonth()));
    }

    /** A term that ends at the end of a month is charged by calendar months, or by years up to that day. */
    private void cutBackwards() {
        var next = last.plusDays(1);
        var starts = new ArrayList<LocalDate>();
        var start = next;
        while (start.isAfter(first)) {
            start = next.minusMonths((long) deal.cycleMonths() * (starts.size() + 1));
            starts.addFirst(start);
        }
        for (var cycle = 0; cycle < starts.size(); cycle++) {
            var nominal = starts.get(cycle);
            var to = (cycle + 1 < starts.size() ? starts.get(cycle + 1) : next).minusDays(1);
            var from = nominal.isBefore(first) ? first : nominal;
            cycles.add(new Cycle(from, to, ChronoUnit.DAYS.between(nominal, to) + 1));
        }
    }

    private boolean isOver() {
        return today().isAfter(last);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
