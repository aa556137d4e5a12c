package oroshi.catalog;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Loads what the operator uploads, in the background: who sends a list learns its id at once and reads from then on how far
 * it has come.
 */
@Component
class PriceListUploads {
    private static final Logger LOG = LoggerFactory.getLogger(PriceListUploads.class);

    private final PriceListLoads loads;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    PriceListUploads(PriceListLoads loads) {
        this.loads = loads;
    }

    /** Starts the load and closes the upload when it is over; one that is under way with the same files is not started twice. */
    PriceListLoad start(NewPriceList request, PriceListUpload upload) {
        var started = false;
        try {
            var load = loads.begin(request, upload.files());
            if (underWay.add(load.id())) {
                Thread.ofVirtual().name("price list " + load.id()).start(() -> carryOut(load, upload));
                started = true;
            }
            return load;
        } finally {
            if (!started) {
                upload.close();
            }
        }
    }

    private void carryOut(PriceListLoad load, PriceListUpload upload) {
        try (upload) {
            var content = loads.carryOut(load, upload.files());
            LOG.info("The price list {} is in force from {}: {}", load.name(), load.effectiveFrom(), content);
        } catch (PriceListRejected rejected) {
            LOG.info("The price list {} is rejected for {} problems", load.name(), rejected.found());
        } catch (RuntimeException interrupted) {
            LOG.error("The load of the price list {} was interrupted", load.name(), interrupted);
        } finally {
            underWay.remove(load.id());
        }
    }
}
