/**
 * The append-only record of every change: audit log, outbox and webhook source in one table. It listens to every
 * business event inside the transaction that published it, so a change and its record can't disagree.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "database", "rest", "access", "clock"})
package oroshi.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
