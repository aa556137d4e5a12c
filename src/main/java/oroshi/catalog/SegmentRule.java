package oroshi.catalog;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Which segments a customer may buy from: the table SEG of Journey 5. */
public record SegmentRule(Set<Segment> allowed) {
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
                case "governmentcommunitycloud" -> {
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

    static String folded(String qualification) {
        return qualification.replace("_", "").replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
