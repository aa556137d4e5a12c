package oroshi.sandbox;

import java.time.Instant;
import java.util.UUID;

/**
 * That something was done on the way.
 *
 * @param number counts the steps of one advance from one
 * @param dueAt when it was due by the partner's clock
 * @param work what it was, see {@link oroshi.clock.DueWork#name}
 * @param done how much of it
 */
public record AdvanceStep(UUID advanceId, int number, Instant dueAt, String work, int done) {}
