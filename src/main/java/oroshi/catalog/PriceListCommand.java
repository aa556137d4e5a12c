package oroshi.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;

/**
 * The operator's command: started with {@code --oroshi.catalog.load=DIRECTORY} the application loads the price list in
 * that directory and puts it in force, or tells the lines that are wrong and changes nothing. Started again after an
 * interruption it goes on where it was.
 */
@Component
class PriceListCommand implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(PriceListCommand.class);

    private final PriceListLoads loads;
    private final String directory;
    private final Cloud cloud;
    private final String effectiveFrom;
    private final boolean dryRun;

    PriceListCommand(
            PriceListLoads loads,
            @Value("${oroshi.catalog.load:}") String directory,
            @Value("${oroshi.catalog.cloud:PUBLIC}") Cloud cloud,
            @Value("${oroshi.catalog.effective-from:}") String effectiveFrom,
            @Value("${oroshi.catalog.dry-run:false}") boolean dryRun) {
        this.loads = loads;
        this.directory = directory;
        this.cloud = cloud;
        this.effectiveFrom = effectiveFrom;
        this.dryRun = dryRun;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!directory.isBlank()) {
            load();
        }
    }

    private void load() throws IOException {
        var request = new NewPriceList(cloud, directory, from());
        var folder = Path.of(directory);
        if (!Files.isDirectory(folder)) {
            LOG.error("There is no folder {}: no price list was loaded", directory);
            return;
        }
        var files = PriceListFiles.in(folder);
        try {
            if (dryRun) {
                LOG.info("The price list in {} could be loaded: {}", directory, loads.check(request, files));
                return;
            }
            LOG.info("Loading the price list in {}", directory);
            var content = loads.load(request, files);
            LOG.info("The price list in {} is in force from {}: {}", directory, request.effectiveFrom(), content);
        } catch (PriceListRejected rejected) {
            LOG.error("{}", rejected.getMessage());
        }
    }

    /** Without a day the list counts from today on: the same start for an attempt later on the day. */
    private Instant from() {
        var day = effectiveFrom.isBlank() ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(effectiveFrom);
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
