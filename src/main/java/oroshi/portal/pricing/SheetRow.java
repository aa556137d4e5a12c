package oroshi.portal.pricing;

import org.jspecify.annotations.Nullable;
import oroshi.portal.Link;

/**
 * A line of the page.
 *
 * @param file address of the CSV file; null when there is none for the selection
 * @param archive address of the same inside an archive
 */
public record SheetRow(
        String name,
        String explanation,
        @Nullable Link file,
        @Nullable Link archive) {}
