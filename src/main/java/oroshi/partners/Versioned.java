package oroshi.partners;

/**
 * A profile with its version, which changes with every edit.
 *
 * @param version random, so that it says nothing about how many edits there were
 */
public record Versioned<T>(T profile, long version) {
    /** The version as API and pages show it. */
    public String etag() {
        return Long.toString(version);
    }
}
