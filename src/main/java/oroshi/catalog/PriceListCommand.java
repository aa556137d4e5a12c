package oroshi.catalog;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;

/**
 * The operator's command: started with {@code --oroshi.catalog.load=DIRECTORY} the application loads the price list in
 * that directory and puts it in force, or prints the lines that are wrong and changes nothing.
 */
@Component
@ConditionalOnProperty("oroshi.catalog.load")
class PriceListCommand implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(PriceListCommand.class);

    private final PriceLists priceLists;
    private final String directory;
    private final Cloud cloud;
    private final String effectiveFrom;

    PriceListCommand(
            PriceLists priceLists,
            @Value("${oroshi.catalog.load}") String directory,
            @Value("${oroshi.catalog.cloud:PUBLIC}") Cloud cloud,
            @Value("${oroshi.catalog.effective-from:}") String effectiveFrom) {
        this.priceLists = priceLists;
        this.directory = directory;
        this.cloud = cloud;
        this.effectiveFrom = effectiveFrom;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var from = effectiveFrom.isBlank()
                ? Instant.now()
                : LocalDate.parse(effectiveFrom).atStartOfDay().toInstant(ZoneOffset.UTC);
        try {
            var list = priceLists.load(new NewPriceList(cloud, directory, from), files());
            priceLists.activate(list);
            LOG.info("The price list in {} is in force from {}", directory, from);
        } catch (PriceListRejected rejected) {
            LOG.error("{}", rejected.getMessage());
        }
    }

    private List<Resource> files() throws IOException {
        return Arrays.asList(new PathMatchingResourcePatternResolver().getResources("file:" + directory + "/*.csv"));
    }
}
