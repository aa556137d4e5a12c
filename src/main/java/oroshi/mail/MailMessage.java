package oroshi.mail;

import java.util.Map;
import java.util.UUID;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;

/**
 * A letter that is to be written and sent.
 *
 * @param attempts how often it was tried in vain
 */
record MailMessage(PartnerId partnerId, UUID id, String kind, Cloud cloud, Map<String, String> facts, int attempts) {
    MailMessage {
        facts = Map.copyOf(facts);
    }
}
