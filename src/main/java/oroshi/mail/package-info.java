/**
 * Mail that goes out. Owns the outbox: a message is stored in the transaction that causes it, written and sent after that
 * has committed, and tried again with growing pauses, and
 * forgotten some time after it ended. What a letter says is the business of the module that queues it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "database"})
package oroshi.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
