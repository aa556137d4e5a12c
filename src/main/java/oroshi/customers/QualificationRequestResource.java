package oroshi.customers;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Problems;
import oroshi.basics.Refusal;
import oroshi.rest.Fields;
import oroshi.rest.RestRefusal;

/** The CustomerQualificationRequest resource as the contract has it. */
record QualificationRequestResource(
        @Nullable String qualification,
        @Nullable String educationSegment,
        @Nullable String website,
        @Nullable String validationCode) {
    private static final String NONE = "none";
    private static final Map<String, Qualification> QUALIFICATIONS = Map.of(
            "education", Qualification.EDUCATION,
            "governmentcommunitycloud", Qualification.GOVERNMENT_COMMUNITY_CLOUD,
            "stateownedentity", Qualification.STATE_OWNED_ENTITY,
            "nonprofit", Qualification.NONPROFIT);
    private static final Map<String, EducationSegment> SEGMENTS =
            Map.of("k12", EducationSegment.K12, "highereducation", EducationSegment.HIGHER_EDUCATION);

    /** Reads the application; the validation code may stand in the query, as it once did. */
    QualificationRequest toRequest(Optional<String> code) {
        var wanted = qualification(Fields.requiredText("qualification", qualification));
        var problems = new Problems();
        var request = QualificationRules.check(
                wanted,
                segment(),
                website,
                Optional.ofNullable(validationCode).or(() -> code).orElse(null),
                problems);
        problems.refuse();
        return request.orElseThrow();
    }

    static Qualification qualification(String word) {
        var plain = plain(word);
        if (plain.equals(NONE)) {
            throw Refusal.of("qualification", CustomerRefusal.QUALIFICATION_NOT_HERE, word);
        }
        return known("qualification", QUALIFICATIONS, plain, word);
    }

    private @Nullable EducationSegment segment() {
        return educationSegment == null
                ? null
                : known("educationSegment", SEGMENTS, plain(educationSegment), educationSegment);
    }

    private static <T> T known(String member, Map<String, T> words, String plain, String word) {
        return Optional.ofNullable(words.get(plain))
                .orElseThrow(() -> Refusal.of(
                        member,
                        RestRefusal.UNKNOWN_ENUM,
                        word,
                        String.join(
                                ", ",
                                words.values().stream()
                                        .flatMap(QualificationRequestResource::name)
                                        .sorted()
                                        .toList())));
    }

    private static Stream<String> name(Object value) {
        return switch (value) {
            case Qualification named -> Stream.of(named.wireName());
            case EducationSegment named -> Stream.of(named.wireName());
            default -> Stream.empty();
        };
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
