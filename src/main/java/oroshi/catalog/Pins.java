package oroshi.catalog;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;

/** The few items that each partner keeps at the top of its lists, for all of its users. */
@Service
public class Pins {
    /** As many as the table has places. */
    static final int MOST = 5;

    private final PinTable table;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    Pins(PinTable table, Clocks clocks, ApplicationEventPublisher events) {
        this.table = table;
        this.clocks = clocks;
        this.events = events;
    }

    /** The keys of the pinned items. */
    @Transactional(readOnly = true)
    public List<String> list(PartnerId partnerId) {
        return table.list(partnerId);
    }

    /** Pins the item, or refuses when every place is taken; pinning it twice changes nothing. */
    @Transactional
    public void pin(PartnerId partnerId, CatalogItem item) {
        var now = clocks.of(partnerId).instant();
        while (!table.insert(partnerId, item.key(), now)) {
            // Somebody else was quicker, unless it is pinned or nothing is free: then it is no use to try again.
            var pinned = table.list(partnerId);
            if (pinned.contains(item.key())) {
                return;
            }
            if (pinned.size() >= MOST) {
                throw Refusal.because(CatalogRefusal.PINS_FULL, MOST);
            }
        }
        events.publishEvent(new PinChanged(item.key(), true));
    }

    /** Takes the pin away, from an item that is not sold any more too. */
    @Transactional
    public void unpin(PartnerId partnerId, String key) {
        if (table.delete(partnerId, key)) {
            events.publishEvent(new PinChanged(key, false));
        }
    }
}
