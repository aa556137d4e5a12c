package oroshi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentRuleTest {
    @ParameterizedTest(name = "a customer that is {0} may buy {1}")
    @CsvSource(textBlock = """
            none,                                             commercial
            nonprofit,                                        commercial nonprofit
            education,                                        commercial education
            government_community_cloud,                       government
            state_owned_entity,                               commercial
            Education StateOwnedEntity,                       commercial education
            GovernmentCommunityCloud StateOwnedEntity,        government
            StateOwnedEntity GovernmentCommunityCloud,        government
            """)
    void followsTheTable(String qualifications, String segments) {
        var rule = SegmentRule.forQualifications(Arrays.asList(qualifications.split(" ", -1)));

        assertThat(rule.allowed())
                .isEqualTo(Arrays.stream(segments.split(" ", -1))
                        .map(segment -> Segment.find(segment).orElseThrow())
                        .collect(Collectors.toSet()));
    }
}
