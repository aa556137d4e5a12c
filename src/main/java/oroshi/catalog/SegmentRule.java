package oroshi.catalog;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Which segments a customer may buy from: the table SEG of Journey 5. */
public record SegmentRule(Set<Segment> allowed) {
    private static final String GOVERNMENT_COMMUNITY = "governmentcommunitycloud";

    public SegmentRule {
        allowed = Set.copyOf(allowed);
    }

    /** For clouds without special segments: whatever the catalog holds. */
    public static SegmentRule everything() {
        return new SegmentRule(EnumSet.allOf(Segment.class));
    }

    /** For a customer without a special qualification, a state-owned entity included. */
    public static SegmentRule commercial() {
        return new SegmentRule(Set.of(Segment.COMMERCIAL));
    }

    /**
     * The rule for the approved qualifications of a customer, named as the wire does ({@code Education},
     * {@code government_community_cloud}, …). A government community customer may buy nothing else, and being
     * state-owned changes nothing.
     */
    public static SegmentRule forQualifications(Collection<String> qualifications) {
        var allowed = EnumSet.of(Segment.COMMERCIAL);
        for (var qualification : qualifications) {
            switch (folded(qualification)) {
                case GOVERNMENT_COMMUNITY -> {
                    return new SegmentRule(Set.of(Segment.GOVERNMENT));
                }
                case "education" -> allowed.add(Segment.EDUCATION);
                case "nonprofit" -> allowed.add(Segment.NONPROFIT);
                default -> {
                    // none, state-owned and what is to come: commercial offers only
                }
            }
        }
        return new SegmentRule(allowed);
    }

    /** Whether a customer under this rule may buy from the segment. */
    public boolean allows(Segment segment) {
        return allowed.contains(segment);
    }

    /** The name without case, blanks and underscores; {@code gcc} is the short form of the government community cloud. */
    static String folded(String qualification) {
        var name = qualification.replace("_", "").replace(" ", "").toLowerCase(Locale.ROOT);
        return name.equals("gcc") ? GOVERNMENT_COMMUNITY : name;
    }
}
