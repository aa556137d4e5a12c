package oroshi.directory;

import java.util.List;
import java.util.stream.Stream;

/** Names like a wanted one that is taken. */
final class DomainProposals {
    private static final int LONGEST = 27;
    private static final List<String> ENDINGS =
            List.of("1", "2", "3", "group", "online", "cloud", "office", "team", "hq", "7", "24", "365");

    private DomainProposals() {}

    static List<DomainPrefix> like(DomainPrefix wanted) {
        return ENDINGS.stream().flatMap(ending -> with(wanted, ending)).toList();
    }

    private static Stream<DomainPrefix> with(DomainPrefix wanted, String ending) {
        var kept = Math.min(wanted.value().length(), LONGEST - ending.length());
        return Stream.of(new DomainPrefix(wanted.value().substring(0, kept) + ending));
    }
}
