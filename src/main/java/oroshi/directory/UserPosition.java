package oroshi.directory;

import java.util.UUID;

/** A place in an ordered list of people: the value sorted by, and the id that orders equal values. */
public record UserPosition(String value, UUID id) {}
