package oroshi.catalog;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/** What publishers granted to single partners. The operator notes it; partners read it. */
@Service
@Transactional
class Margins {
    private final MarginTable table;
    private final ApplicationEventPublisher events;

    Margins(MarginTable table, ApplicationEventPublisher events) {
        this.table = table;
        this.events = events;
    }

    /** The partner's margins, the earliest first. */
    @Transactional(readOnly = true)
    List<Margin> list(PartnerId partnerId) {
        return table.list(partnerId);
    }

    /** Grants the margin, in place of an earlier one with its id. */
    void grant(PartnerId partnerId, Margin margin) {
        table.put(partnerId, margin);
        events.publishEvent(new MarginChanged(margin.id(), margin.productId(), margin.skuId(), true));
    }

    /** Takes the margin back. */
    void withdraw(PartnerId partnerId, String id) {
        if (!table.delete(partnerId, id)) {
            throw Refusal.because(RestRefusal.NOT_FOUND);
        }
        events.publishEvent(new MarginChanged(id, "", "", false));
    }
}
