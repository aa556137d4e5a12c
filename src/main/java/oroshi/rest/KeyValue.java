package oroshi.rest;

/** A name with its value, as links carry headers. */
public record KeyValue(String key, String value) {}
