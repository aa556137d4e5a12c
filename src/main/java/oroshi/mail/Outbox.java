package oroshi.mail;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.Cloud;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;

/** Where mail waits to be sent: the only way into this module. */
@Service
public class Outbox {
    static final String NO_SERVER = "no mail server configured";

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final MailTable table;
    private final Senders senders;
    private final Clock clock = Clock.systemUTC();
    private final Set<Cloud> clouds = ConcurrentHashMap.newKeySet();

    Outbox(MailTable table, Senders senders) {
        this.table = table;
        this.senders = senders;
    }

    /**
     * Queues a letter of the kind, made from the facts when it is sent. It goes out only if the present transaction
     * commits; where the cloud has no sender it is kept unsent, of
     * which the log speaks once.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(PartnerId partnerId, Cloud cloud, String kind, Map<String, String> facts) {
        var id = Ids.next();
        var now = clock.instant();
        if (senders.of(cloud).isPresent()) {
            table.insertWaiting(new MailMessage(partnerId, id, kind, cloud, facts, 0), now);
            return;
        }
        table.insertUnsent(new MailMessage(partnerId, id, kind, cloud, facts, 0), NO_SERVER, now);
        if (clouds.add(cloud)) {
            LOG.warn("Mail for the cloud {} is kept unsent: {}", cloud, NO_SERVER);
        }
    }
}
