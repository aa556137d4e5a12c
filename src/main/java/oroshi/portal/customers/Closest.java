package oroshi.portal.customers;

import org.jspecify.annotations.Nullable;
import oroshi.portal.Link;

/**
 * What the list says about its order while a text is sought.
 *
 * @param isOrder whether the closest customers come first
 * @param link where they would; null when they do already or no text is sought
 */
public record Closest(boolean isOrder, @Nullable Link link) {}
