/**
 * What a change would cost before anybody makes it, line by line and in words.
 *
 * <p>Owns the addresses of the previews and their words; the sums are those that subscriptions and orders would write
 * down. The address of a preview is that of the change, below {@code /oroshi/previews} instead of {@code /v1}. Nothing is
 * written, and nobody is told. The portal asks it as well.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "basics", "catalog", "orders", "relationships", "rest", "subscriptions"})
package oroshi.previews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
