package oroshi.notifications;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.UserId;
import oroshi.clock.Clocks;
import oroshi.directory.Directory;
import oroshi.directory.DirectoryUser;
import oroshi.rest.RestRefusal;

/** What the bell shows each person: the only way into this module. */
@Service
public class Notifications {
    private final NotificationTable table;
    private final Directory directory;
    private final Clocks clocks;

    Notifications(NotificationTable table, Directory directory, Clocks clocks) {
        this.table = table;
        this.directory = directory;
        this.clocks = clocks;
    }

    /** How much the person has yet to read, a hundred at most. */
    @Transactional(readOnly = true)
    public int unread(PartnerId partnerId, UserId userId) {
        return table.unread(partnerId, userId);
    }

    /** What the person was told, the latest first, at most {@code limit}; what is older than {@code before} if given. */
    @Transactional(readOnly = true)
    public List<Notification> list(PartnerId partnerId, UserId userId, Optional<UUID> before, int limit) {
        return table.list(partnerId, userId, before, limit);
    }

    /** Notes that the person has read it; refuses what the person was never told. */
    @Transactional
    public void markRead(PartnerId partnerId, UserId userId, UUID id) {
        if (!table.markRead(partnerId, userId, id)) {
            throw Refusal.because(RestRefusal.NOT_FOUND);
        }
    }

    /** Notes that the person has read everything. */
    @Transactional
    public void markAllRead(PartnerId partnerId, UserId userId) {
        table.markAllRead(partnerId, userId);
    }

    /** Tells everybody of the partner whose business it is; zero when they were told about the subject before. */
    @Transactional
    int tell(PartnerId partnerId, News news) {
        var audience = directory.users(partnerId.tenantId()).stream()
                .filter(user -> news.kind().concerns(user.roles()))
                .map(DirectoryUser::id)
                .toList();
        return audience.isEmpty()
                ? 0
                : table.insert(partnerId, news, audience, clocks.of(partnerId).instant());
    }

    /** Forgets what is older than that, read or not. */
    @Transactional
    void forget(PartnerId partnerId, Duration age) {
        table.deleteBefore(partnerId, clocks.of(partnerId).instant().minus(age));
    }
}
