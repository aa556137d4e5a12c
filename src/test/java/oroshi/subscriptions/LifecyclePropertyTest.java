package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import oroshi.OroshiTest;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Particulars;
import oroshi.subscriptions.LifecycleModel.Deal;
import oroshi.subscriptions.LifecycleModel.Entry;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever partners do, in whatever order and however time passes: every move is refused or carried out as the published
 * table says, every line of the bill is the one of the published price rule, and what a client sees is the sum of the lines.
 *
 * <p>{@code -Doroshi.moves=100000} plays longer, {@code -Doroshi.seed=…} plays again what failed.
 */
@OroshiTest
@Isolated("stops the jobs of all partners")
class LifecyclePropertyTest {
    private static final int MOVES = Integer.getInteger("oroshi.moves", 2_000);
    private static final int MOVES_OF_A_WORLD = 200;
    private static final int SUBSCRIPTIONS = 6;
    private static final int PLAYERS = 3;

    private static final String SUITE = "CFQ7TTC0LFLX:0001";
    private static final String TRIAL = "CFQ7TTC0LFLZ:000R";
    private static final Deal OF_TRIAL = new Deal(12, 1, 102_600 / 12);
    private static final Instant EARLIEST = Instant.parse("2024-01-01T00:00:00Z");

    @Autowired
    private Counter counter;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private RenewalRun run;

    @Autowired
    private Clocks clocks;

    @Autowired
    @Qualifier("jobScheduler")
    private SmartLifecycle jobs;

    /** The night's work is done when the model does it. */
    @BeforeEach
    void keepOthersFromRunning() {
        jobs.stop();
    }

    @AfterEach
    void letOthersRun() {
        jobs.start();
    }

    @Test
    @DisplayName("random lives of subscriptions go as an independent model of the lifecycle says")
    void goesByTheTableAndThePriceRule() throws Exception {
        var seed = Long.getLong("oroshi.seed", 20_261_122L);
        var played = new AtomicInteger();
        var began = System.nanoTime();
        try (var players = Executors.newFixedThreadPool(PLAYERS)) {
            var worlds = IntStream.range(0, MOVES / MOVES_OF_A_WORLD)
                    .<Callable<Integer>>mapToObj(number -> () -> new World(seed + number).play(played))
                    .toList();
            for (var world : players.invokeAll(worlds)) {
                assertThat(world.get()).isPositive();
            }
        }
        var seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        System.out.println(played + " moves from seed " + seed + " in " + seconds + " s");
    }

    /** A way to buy the suite, as the price list has it. */
    private record Offer(Term term, BillingCycle cycle, Deal deal) {
        private static final List<Offer> ALL = List.of(
                new Offer(Term.ONE_MONTH, BillingCycle.MONTHLY, new Deal(1, 1, 6_480)),
                new Offer(Term.ONE_YEAR, BillingCycle.MONTHLY, new Deal(12, 1, 64_800 / 12)),
                new Offer(Term.ONE_YEAR, BillingCycle.ANNUAL, new Deal(12, 12, 64_800)),
                new Offer(Term.THREE_YEARS, BillingCycle.MONTHLY, new Deal(36, 1, 194_400 / 36)),
                new Offer(Term.THREE_YEARS, BillingCycle.ANNUAL, new Deal(36, 12, 194_400 / 3)),
                new Offer(Term.THREE_YEARS, BillingCycle.TRIENNIAL, new Deal(36, 36, 194_400)));
    }

    /** Something that somebody tries, and what the model answers. */
    private record Move(SubscriptionChange change, int code) {
        @Override
        public String toString() {
            var wishes = new ArrayList<String>();
            change.friendlyName().ifPresent(wishes::add);
            change.quantity().ifPresent(seats -> wishes.add(seats + " seats"));
            change.status().ifPresent(status -> wishes.add(status.name()));
            change.renewsItself().ifPresent(renews -> wishes.add(renews ? "renew" : "don't renew"));
            return String.join(" and ", wishes) + ": " + code;
        }
    }

    /** A subscription beside its model. */
    private record Pair(SubscriptionId id, LifecycleModel model) {}

    /** A partner with a clock, a customer and some subscriptions that live and die. */
    private final class World {
        private final long seed;
        private final Random random;
        private final Person person;
        private final CustomerId customer;
        private final List<Pair> living = new ArrayList<>();
        private final List<String> story = new ArrayList<>();
        private Instant now;
        private int names;

        private World(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.now = EARLIEST.plusSeconds(random.nextInt(800 * 86_400))
                    .plus(random.nextInt(1_000_000), ChronoUnit.MICROS);
            this.person = counter.partner(PartnerType.DIRECT_BILL, now);
            this.customer = counter.customer(person);
        }

        int play(AtomicInteger played) throws Exception {
            var hadTrial = false;
            for (var move = 0; move < MOVES_OF_A_WORLD; move++) {
                while (living.size() < SUBSCRIPTIONS) {
                    living.add(hadTrial ? buy() : tryOut());
                    hadTrial = true;
                }
                letTimePass();
                play(living.get(random.nextInt(living.size())));
                played.incrementAndGet();
            }
            run();
            for (var pair : living) {
                compare(pair);
                compareLicenseDays(pair);
            }
            return story.size();
        }

        private Pair tryOut() {
            var id = counter.sold(person, customer, NewOrderLine.of(TRIAL, 25, BillingCycle.NONE))
                    .id();
            return new Pair(
                    id, new LifecycleModel(new Deal(1, 0, 0), 25, now, Optional.empty(), Optional.of(OF_TRIAL)));
        }

        private Pair buy() {
            var offer = Offer.ALL.get(random.nextInt(Offer.ALL.size()));
            var seats = 1 + random.nextInt(20);
            var shortened = random.nextInt(4) == 0 ? monthEnd(offer) : Optional.<LocalDate>empty();
            var line = NewOrderLine.of(SUITE, seats, offer.cycle())
                    .withTerm(offer.term())
                    .withParticulars(new Particulars(shortened, Map.of(), Optional.empty(), Optional.empty()));
            story.add("buy " + seats + " " + offer + " until " + shortened + " at " + now);
            var id = counter.sold(person, customer, line).id();
            return new Pair(id, new LifecycleModel(offer.deal(), seats, now, shortened, Optional.empty()));
        }

        /** The end of a month inside the first term, earlier than that ends. */
        private Optional<LocalDate> monthEnd(Offer offer) {
            var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            var full = today.plusMonths(offer.deal().termMonths()).minusDays(1);
            var day = YearMonth.from(today)
                    .plusMonths(random.nextInt(offer.deal().termMonths()))
                    .atEndOfMonth();
            return Optional.of(day).filter(full::isAfter);
        }

        /** Hours or days, now and then months; and now and then the night's work is late. */
        private void letTimePass() {
            var jump = random.nextInt(20);
            if (jump >= 12) {
                return;
            }
            var hours = jump < 8 ? random.nextInt(60) : jump < 11 ? random.nextInt(40 * 24) : random.nextInt(400 * 24);
            now = now.plus(Duration.ofHours(hours)).plusSeconds(random.nextInt(3_600));
            clocks.passTo(person.partnerId(), now);
            living.forEach(pair -> pair.model().pass(now));
            if (random.nextInt(6) > 0) {
                run();
            }
            story.add("it is " + now);
        }

        private void run() {
            PartnerScope.run(person.partnerId(), () -> run.runDue(person.partnerId()));
            living.forEach(pair -> pair.model().run());
        }

        private void play(Pair pair) throws Exception {
            var model = pair.model();
            var before = model.bill().size();
            var renews = model.renews();
            var move = any(model);
            story.add(living.indexOf(pair) + ": " + move);
            if (random.nextInt(25) == 0) {
                assertThat(overTheWire(pair, move.change(), renews))
                        .as(this::told)
                        .isEqualTo(move.code());
            } else {
                var foretold = random.nextInt(4) == 0 ? foretold(pair, move.change()) : Optional.<List<Entry>>empty();
                assertThat(done(pair, move.change())).as(this::told).isEqualTo(move.code());
                foretold.ifPresent(lines -> assertThat(move.code() == LifecycleModel.DONE ? lines : List.of())
                        .as(this::told)
                        .isEqualTo(
                                changes(move)
                                        ? model.bill()
                                                .subList(before, model.bill().size())
                                        : List.of()));
            }
            compare(pair);
            if (model.state() == SubscriptionStatus.DELETED && random.nextInt(4) == 0) {
                compareLicenseDays(pair);
                living.remove(pair);
            }
        }

        private boolean changes(Move move) {
            return move.code() == LifecycleModel.DONE;
        }

        private Move any(LifecycleModel model) {
            var none = SubscriptionChange.none();
            return switch (random.nextInt(16)) {
                case 0, 1 -> new Move(none.withStatus(SubscriptionStatus.SUSPENDED), model.suspend());
                case 2, 3 -> new Move(none.withStatus(SubscriptionStatus.ACTIVE), model.reactivate());
                case 4 ->
                    random.nextInt(3) > 0
                            ? new Move(none.withFriendlyName("Name " + names), rename(model))
                            : new Move(none.withStatus(SubscriptionStatus.DELETED), model.cancel());
                case 5, 6 -> {
                    var wanted = random.nextInt(3) > 0;
                    yield new Move(none.withRenewal(wanted), model.setRenewal(wanted));
                }
                case 7 -> {
                    var seats = 1 + random.nextInt(30);
                    var next = random.nextBoolean() ? SubscriptionStatus.SUSPENDED : SubscriptionStatus.ACTIVE;
                    yield new Move(none.withQuantity(seats).withStatus(next), model.both(seats, next));
                }
                case 8, 9 -> {
                    var seats = Math.max(0, model.seats() - 1 - random.nextInt(5));
                    yield new Move(none.withQuantity(seats), model.setSeats(seats));
                }
                default -> {
                    var seats = random.nextInt(40);
                    yield new Move(none.withQuantity(seats), model.setSeats(seats));
                }
            };
        }

        private int rename(LifecycleModel model) {
            names++;
            return model.rename();
        }

        private int done(Pair pair, SubscriptionChange change) {
            try {
                PartnerScope.call(
                        person.partnerId(),
                        () -> subscriptions.update(person.partnerId(), customer, pair.id(), change));
                return LifecycleModel.DONE;
            } catch (Refusal refusal) {
                return code(refusal);
            }
        }

        private Optional<List<Entry>> foretold(Pair pair, SubscriptionChange change) {
            try {
                return PartnerScope.call(
                        person.partnerId(),
                        () -> Optional.of(
                                subscriptions.preview(person.partnerId(), customer, pair.id(), change).now().stream()
                                        .map(LifecyclePropertyTest::entry)
                                        .toList()));
            } catch (Refusal refusal) {
                return Optional.of(List.of());
            }
        }

        /** The same as a PATCH, and once more with its request id: the same answer, and nothing happens. */
        private int overTheWire(Pair pair, SubscriptionChange change, boolean renews) throws Exception {
            var fields = new HashMap<String, Object>();
            change.friendlyName().ifPresent(name -> fields.put("friendlyName", name));
            change.quantity().ifPresent(seats -> fields.put("quantity", seats == 0 ? -1 : seats));
            change.status().ifPresent(status -> fields.put("status", status.wire()));
            fields.put("autoRenewEnabled", change.renewsItself().orElse(renews));
            var body = JsonMapper.shared().writeValueAsString(fields);
            var request = UUID.randomUUID().toString();
            var answer = patch(pair, body, request);
            var lines = bill(pair);
            var again = patch(pair, body, request);
            assertThat(again.statusCode() + again.body()).as(this::told).isEqualTo(answer.statusCode() + answer.body());
            assertThat(bill(pair)).as(this::told).isEqualTo(lines);
            return answer.statusCode() == 200
                    ? LifecycleModel.DONE
                    : JsonMapper.shared().readTree(answer.body()).path("code").asInt();
        }

        private HttpResponse<String> patch(Pair pair, String body, String requestId) throws Exception {
            return counter.send(counter.request(person, "/customers/" + customer + "/subscriptions/" + pair.id())
                    .header("MS-RequestId", requestId)
                    .method("PATCH", BodyPublishers.ofString(body)));
        }

        /** What is seen is what the model says, and the bill is the model's, line by line. */
        private void compare(Pair pair) {
            var model = pair.model();
            var seen = PartnerScope.call(
                    person.partnerId(), () -> subscriptions.get(person.partnerId(), customer, pair.id()));
            assertThat(seen.status()).as(this::told).isEqualTo(model.state());
            assertThat(seen.quantity()).as(this::told).isEqualTo(model.seats());
            assertThat(seen.commitment().lastDay()).as(this::told).contains(model.lastDay());
            assertThat(seen.renewsItself()).as(this::told).isEqualTo(model.renews());
            assertThat(bill(pair)).as(this::told).isEqualTo(model.bill());
        }

        /** In each cycle, the days on the lines are the days on which there was a commitment, seat by seat. */
        private void compareLicenseDays(Pair pair) {
            var bill = bill(pair);
            var charged = new HashMap<LocalDate, Long>();
            bill.forEach(line -> charged.merge(line.to(), line.seats() * days(line), Long::sum));
            charged.forEach((end, days) -> {
                var lines = bill.stream().filter(line -> line.to().equals(end)).toList();
                var begin = lines.stream()
                        .map(Entry::from)
                        .min(LocalDate::compareTo)
                        .orElseThrow();
                var committed = begin.datesUntil(end.plusDays(1))
                        .mapToLong(day -> lines.stream()
                                .filter(line -> !line.from().isAfter(day))
                                .mapToLong(Entry::seats)
                                .sum())
                        .peek(seats -> assertThat(seats).as(this::told).isNotNegative())
                        .sum();
                assertThat(days).as(this::told).isEqualTo(committed);
                assertThat(lines.stream().mapToLong(Entry::amount).sum())
                        .as(this::told)
                        .isNotNegative();
            });
        }

        private static long days(Entry line) {
            return ChronoUnit.DAYS.between(line.from(), line.to()) + 1;
        }

        private List<Entry> bill(Pair pair) {
            return PartnerScope.call(
                    person.partnerId(), () -> subscriptions.charges(person.partnerId(), pair.id()).stream()
                            .map(LifecyclePropertyTest::entry)
                            .toList());
        }

        private String told() {
            return "-Doroshi.seed=" + seed + " -Doroshi.moves=200\n"
                    + String.join("\n", story.subList(Math.max(0, story.size() - 60), story.size()));
        }
    }

    private static int code(Refusal refusal) {
        return refusal.problems().isEmpty()
                ? refusal.reason().code()
                : refusal.problems().getFirst().reason().code();
    }

    private static Entry entry(ChargeFact fact) {
        return new Entry(
                fact.quantity(),
                fact.from(),
                fact.to().orElseThrow(),
                fact.amount().getAmountMajorLong(),
                fact.termStartsOn());
    }
}
