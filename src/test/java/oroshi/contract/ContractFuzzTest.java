package oroshi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.access.TestCallers;
import oroshi.access.tokens.RegisteredApplications;
import oroshi.access.tokens.TestTokens;
import oroshi.database.WholeDatabase;

/**
 * Sends every operation of the contract's files what callers could send, sound and broken, and holds every answer
 * against the contract. {@code -Doroshi.fuzz.seed} and {@code -Doroshi.fuzz.requests} choose which requests and how many.
 */
@OroshiTest
@Isolated("holds that a refusal leaves every row of every table as it was, and keeps both cores busy by itself")
class ContractFuzzTest {
    private static final long SEED = Long.getLong("oroshi.fuzz.seed", 20_190_424L);
    private static final int REQUESTS = Integer.getInteger("oroshi.fuzz.requests", 20_000);
    private static final int BATCH = 500;
    private static final int AT_ONCE = 8;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private RegisteredApplications applications;

    @Autowired
    private WholeDatabase database;

    @LocalServerPort
    private int port;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, List<String>> findings = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, Map<Integer, Integer>> answers = Collections.synchronizedMap(new TreeMap<>());
    private World world;
    private Attempts attempts;

    @BeforeEach
    void setUp() {
        Contract.files();
        world = new World(port, fixtures, callers, tokens, applications);
        attempts = new Attempts(SEED, world, Contract.files().operations(), this::read);
    }

    @AfterEach
    void close() {
        client.close();
    }

    /** A request and what it was answered. */
    private record Exchange(Attempt attempt, Told told) {
        boolean changedNothing() {
            return told.status() >= 400 || !attempt.operation().isChanging();
        }
    }

    @Test
    @DisplayName("whatever is sent: no failure of ours, no hang, answers as published, and a refusal changes nothing")
    void keepsToTheContractWhateverIsSent() {
        for (var first = 0; first < REQUESTS; first += BATCH) {
            var numbers = IntStream.range(first, Math.min(first + BATCH, REQUESTS));
            var exchanges = together(numbers.boxed().toList(), number -> exchange(attempts.make(number)));
            exchanges.forEach(this::learn);
            refusalsChangeNothing(exchanges);
        }
        report();
        assertThat(findings.values().stream().map(List::getFirst))
                .as("what broke the contract, with a request that did; -Doroshi.fuzz.seed=%d repeats it", SEED)
                .isEmpty();
    }

    private Exchange exchange(Attempt attempt) {
        try {
            var told = Told.of(client.send(attempt.request(port), BodyHandlers.ofString()));
            for (var breach : told.breaches(attempt.operation())) {
                find(attempt, breach, told);
            }
            answers.computeIfAbsent(attempt.operation().id(), unknown -> new TreeMap<>())
                    .merge(told.status(), 1, Integer::sum);
            return new Exchange(attempt, told);
        } catch (IOException broken) {
            find(attempt, "got no answer: " + broken, null);
            return new Exchange(
                    attempt, new Told(500, java.net.http.HttpHeaders.of(Map.of(), (name, value) -> true), ""));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void find(Attempt attempt, String breach, @org.jspecify.annotations.Nullable Told told) {
        var key = attempt.operation().id() + " " + breach.replaceAll("[0-9a-f-]{36}|'.*'|\".*\"", "…");
        var examples = findings.computeIfAbsent(key, unknown -> Collections.synchronizedList(new ArrayList<>()));
        if (examples.isEmpty()) {
            examples.add("\n*** " + breach + "\n      " + attempt + "\n      " + told);
        }
    }

    /** What an operation answers now. */
    private String read(Attempt attempt) {
        var told = exchange(attempt).told();
        return told.status() == 200 ? told.body() : "";
    }

    private interface Work<T, R> {
        R of(T each);
    }

    /** Several at once, as callers come. */
    private <T, R> List<R> together(List<T> all, Work<T, R> work) {
        var places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<R>>();
            for (var each : all) {
                places.acquire();
                futures.add(threads.submit(() -> {
                    try {
                        return work.of(each);
                    } finally {
                        places.release();
                    }
                }));
            }
            var results = new ArrayList<R>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            return fail("A request could not be made (seed " + SEED + ")", failed.getCause());
        }
    }

    /**
     * What was refused is sent again, and nothing else meanwhile: then every row has to stand as before. A request that
     * is accepted this time, because others have changed the world since, leaves the round.
     */
    private void refusalsChangeNothing(List<Exchange> exchanges) {
        var refused = exchanges.stream()
                .filter(Exchange::changedNothing)
                .filter(exchange -> exchange.attempt().operation().isChanging())
                .map(exchange -> exchange.attempt().anew())
                .toList();
        for (var round = 0; round < 3 && !refused.isEmpty(); round++) {
            var before = database.state();
            var again = together(refused, this::exchange);
            var after = database.state();
            if (after.equals(before)) {
                return;
            }
            if (again.stream().allMatch(Exchange::changedNothing)) {
                accuse(refused);
                return;
            }
            refused = again.stream()
                    .filter(Exchange::changedNothing)
                    .map(exchange -> exchange.attempt().anew())
                    .toList();
        }
    }

    /** Something changed: which request does it? */
    private void accuse(List<Attempt> refused) {
        for (var attempt : refused) {
            var before = database.state();
            var exchange = exchange(attempt.anew());
            var after = new TreeMap<>(database.state());
            after.entrySet().removeAll(before.entrySet());
            if (!after.isEmpty() && exchange.changedNothing()) {
                find(attempt, "is refused and has changed " + after.keySet(), exchange.told());
            }
        }
    }

    /** Takes from the answer what later requests can name. */
    private void learn(Exchange exchange) {
        var told = exchange.told();
        var attempt = exchange.attempt();
        var operation = attempt.operation();
        if (told.status() == 501) {
            attempts.notBuilt(operation);
        }
        if (told.status() >= 300) {
            return;
        }
        if (operation.method().equals("DELETE")) {
            world.forget(attempt.path().replaceAll("/?(\\?.*)?$", "").replaceAll(".*/", ""));
        }
        if (told.body().startsWith("{")) {
            Lessons.of(operation, attempt, told, world);
        }
    }

    private void report() {
        var all = answers.values().stream()
                .flatMap(each -> each.entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.summingInt(Map.Entry::getValue)));
        System.out.println("Fuzz run, seed " + SEED + ": " + all + "\n" + answers);
    }
}
