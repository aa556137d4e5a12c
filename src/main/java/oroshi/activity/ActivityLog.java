package oroshi.activity;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.PartnerId;

/** The activity log of a partner, for reading: nobody can change or remove what it holds. */
@Service
public class ActivityLog {
    private final ActivityTable table;

    ActivityLog(ActivityTable table) {
        this.table = table;
    }

    /** The newest records first, at most {@code limit}, those before the position when one is given. */
    @Transactional(readOnly = true)
    public List<ActivityRecord> list(
            PartnerId partnerId, ActivityFilter filter, Optional<ActivityPosition> after, int limit) {
        return table.list(partnerId, filter, after, limit);
    }

    /** Every record that the filter admits, newest first, one at a time, however many there are. */
    @Transactional(readOnly = true)
    public void export(PartnerId partnerId, ActivityFilter filter, Consumer<ActivityRecord> reader) {
        table.stream(partnerId, filter, reader);
    }

    /** The operations that the partner's log contains, sorted, to choose from. */
    @Transactional(readOnly = true)
    public List<String> operations(PartnerId partnerId) {
        return table.operations(partnerId);
    }
}
