package oroshi.catalog;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import oroshi.basics.Ids;

/**
 * Loads price lists of any size for the operator. Prices are stored in portions, each a transaction of its own that also
 * notes how far the load has come, so that a load that was killed goes on where it stopped. Nobody sees any of it before
 * the last transaction, which stores the rest and puts the list in force.
 */
@Service
class PriceListLoads {
    private static final Logger LOG = LoggerFactory.getLogger(PriceListLoads.class);

    /** How many rows are stored at once: what a load that is killed has to read and store again. */
    static final int PORTION = 50_000;

    private final PriceLists priceLists;
    private final PriceListTable lists;
    private final PriceListLoadTable loads;
    private final PriceListImport.Tables tables;
    private final DataSource dataSource;
    private final TransactionOperations transactions;
    private final Clock clock = Clock.systemUTC();

    PriceListLoads(
            PriceLists priceLists,
            PriceListTable lists,
            PriceListLoadTable loads,
            PriceListImport.Tables tables,
            DataSource dataSource,
            TransactionOperations transactions) {
        this.priceLists = priceLists;
        this.lists = lists;
        this.loads = loads;
        this.tables = tables;
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    /**
     * Loads the files and puts the list in force, going on with an earlier attempt at the same files.
     *
     * @throws PriceListRejected when a line is wrong; nothing is kept then
     */
    PriceListImport.Content load(NewPriceList request, List<Resource> files) {
        return carryOut(begin(request, files), files);
    }

    /** Notes that the files are to be loaded, or finds the earlier attempt at the same files. */
    PriceListLoad begin(NewPriceList request, List<Resource> files) {
        return begin(request, fingerprint(files), files.size());
    }

    /**
     * Carries out the load.
     *
     * @throws PriceListRejected when a line is wrong; nothing is kept then
     */
    PriceListImport.Content carryOut(PriceListLoad load, List<Resource> files) {
        if (load.rows() > 0) {
            LOG.info("{} prices are there from an earlier attempt; going on after them", load.rows());
        }
        try (var storing = Executors.newSingleThreadExecutor()) {
            var target = new PricePortions.Target(dataSource, transactions, PORTION, storing);
            var reading = new PriceListImport(
                    new PricePortions(load.id(), target, load.rows(), rows -> advance(load.id(), rows)));
            var content = reading.read(files, done -> noteFiles(load.id(), done));
            transactions.executeWithoutResult(together -> finish(load, reading));
            return content;
        } catch (PriceListRejected rejected) {
            transactions.executeWithoutResult(together -> reject(load.id(), rejected));
            throw rejected;
        }
    }

    /**
     * Reads the files as a load would, and keeps nothing.
     *
     * @throws PriceListRejected when a line is wrong
     */
    PriceListImport.Content check(NewPriceList request, List<Resource> files) {
        var reading = new PriceListImport(PriceSink.NOWHERE);
        var content = reading.read(files, done -> {});
        transactions.executeWithoutResult(together -> {
            var list = list(Ids.next(), request);
            lists.insert(list);
            reading.store(list.id(), tables);
            together.setRollbackOnly();
        });
        return content;
    }

    /** The latest loads, the last one first. */
    List<PriceListLoad> list() {
        return loads.list();
    }

    Optional<PriceListLoad> find(UUID id) {
        return loads.find(id);
    }

    private PriceListLoad begin(NewPriceList request, String fingerprint, int filesTotal) {
        return Objects.requireNonNull(transactions.execute(
                together -> loads.findInterrupted(request.cloud(), request.effectiveFrom(), fingerprint)
                        .orElseGet(() -> {
                            loads.abandonOthers(request.cloud(), request.effectiveFrom(), clock.instant())
                                    .forEach(lists::delete);
                            var list = list(Ids.next(), request);
                            lists.insert(list);
                            var load = running(list, fingerprint, filesTotal);
                            loads.insert(load);
                            return load;
                        })));
    }

    private void advance(UUID id, long rows) {
        if (!loads.advance(id, rows, clock.instant())) {
            throw new IllegalStateException("Another load for the same day has taken the place of this one");
        }
    }

    private void noteFiles(UUID id, int done) {
        transactions.executeWithoutResult(together -> loads.noteFiles(id, done, clock.instant()));
    }

    private void finish(PriceListLoad load, PriceListImport reading) {
        reading.store(load.id(), tables);
        if (!loads.end(load.id(), PriceListLoad.State.DONE, 0, List.of(), clock.instant())) {
            throw new IllegalStateException("Another load for the same day has taken the place of this one");
        }
        priceLists.activate(list(load.id(), new NewPriceList(load.cloud(), load.name(), load.effectiveFrom())));
    }

    private void reject(UUID id, PriceListRejected rejected) {
        var problems =
                rejected.problems().stream().map(PriceListProblem::toString).toList();
        if (loads.end(id, PriceListLoad.State.REJECTED, rejected.found(), problems, clock.instant())) {
            lists.delete(id);
        }
    }

    private PriceList list(UUID id, NewPriceList request) {
        return new PriceList(id, request.cloud(), request.name(), request.effectiveFrom(), clock.instant(), null, 1);
    }

    private static PriceListLoad running(PriceList list, String fingerprint, int filesTotal) {
        return new PriceListLoad(
                list.id(),
                list.cloud(),
                list.name(),
                list.effectiveFrom(),
                fingerprint,
                PriceListLoad.State.RUNNING,
                0,
                0,
                filesTotal,
                0,
                List.of(),
                list.loadedAt(),
                list.loadedAt());
    }

    /** The same for the same files, whatever folder they lie in. */
    private static String fingerprint(List<Resource> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files.stream()
                    .sorted(Comparator.comparing(each -> String.valueOf(each.getFilename())))
                    .toList()) {
                digest.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                try (var content = new DigestInputStream(file.getInputStream(), digest)) {
                    content.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
