package oroshi.customers;

import java.util.Optional;

/**
 * An application for a qualification; {@link QualificationRules} makes it.
 *
 * @param validationCode the partner's code, for the government community cloud only
 */
public record QualificationRequest(
        Qualification qualification,
        Optional<EducationSegment> educationSegment,
        Optional<String> website,
        Optional<String> validationCode) {}
