package oroshi.portal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import oroshi.notifications.Notifications;

/** The number beside the bell. It belongs to every page, also to one that says that the database is away. */
@Component
class Bell {
    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

    private final Notifications notifications;

    Bell(Notifications notifications) {
        this.notifications = notifications;
    }

    /** How much the visitor has yet to read; nothing for people of customers. */
    int unread(@Nullable Visitor visitor) {
        if (visitor == null || visitor.caller() == null) {
            return 0;
        }
        var caller = visitor.caller();
        try {
            return caller.userId()
                    .map(user -> notifications.unread(caller.partnerId(), user))
                    .orElse(0);
        } catch (DataAccessException | TransactionException unavailable) {
            LOG.warn("The bell could not be counted", unavailable);
            return 0;
        }
    }
}
