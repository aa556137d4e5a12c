package oroshi.customers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.PartnerId;
import oroshi.customers.AdministeredQuery.Condition;

/** The customers whose directories a partner administers, or did. */
@Service
class Administrations {
    private final AdministeredTable table;

    Administrations(AdministeredTable table) {
        this.table = table;
    }

    /** The customers that fit, at most one more than asked for. */
    @Transactional(readOnly = true)
    public List<Administered> list(PartnerId partnerId, AdministeredQuery query) {
        return table.list(partnerId, query);
    }

    @Transactional(readOnly = true)
    public long count(PartnerId partnerId, List<Condition> conditions) {
        return table.count(partnerId, conditions);
    }

    /** How many directories the partner administers, by the day on which it began, the first one first. */
    @Transactional(readOnly = true)
    public Map<LocalDate, Long> countByDay(PartnerId partnerId) {
        return table.countByDay(partnerId);
    }
}
