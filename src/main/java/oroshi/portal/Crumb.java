package oroshi.portal;

/** One part of the way from home to a page. */
public record Crumb(String label, String href) {}
