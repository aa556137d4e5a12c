package oroshi.customers;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Problems;
import oroshi.basics.Typed;

/** What an application for a qualification must say (J1 1.2). */
public final class QualificationRules {
    private static final int LONGEST_WEBSITE = 256;
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?");

    private QualificationRules() {}

    /** Checks an application; adds what is wrong to the problems and answers the application when nothing is. */
    public static Optional<QualificationRequest> check(
            Qualification qualification,
            @Nullable EducationSegment segment,
            @Nullable String website,
            @Nullable String validationCode,
            Problems problems) {
        var found = new Problems();
        switch (qualification) {
            case EDUCATION -> education(segment, website, found);
            case GOVERNMENT_COMMUNITY_CLOUD -> government(validationCode, found);
            case STATE_OWNED_ENTITY -> {}
            case NONPROFIT ->
                found.add("qualification", CustomerRefusal.QUALIFICATION_NOT_HERE, qualification.wireName());
        }
        problems.addAll(found.list());
        return found.isEmpty()
                ? Optional.of(request(qualification, segment, website, validationCode))
                : Optional.empty();
    }

    private static QualificationRequest request(
            Qualification qualification,
            @Nullable EducationSegment segment,
            @Nullable String website,
            @Nullable String validationCode) {
        var education = qualification == Qualification.EDUCATION;
        var government = qualification == Qualification.GOVERNMENT_COMMUNITY_CLOUD;
        return new QualificationRequest(
                qualification,
                education ? Optional.ofNullable(segment) : Optional.empty(),
                education ? filled(website) : Optional.empty(),
                government ? filled(validationCode) : Optional.empty());
    }

    private static void education(@Nullable EducationSegment segment, @Nullable String website, Problems found) {
        if (segment == null) {
            found.add("educationSegment", CustomerRefusal.EDUCATION_SEGMENT_REQUIRED);
        }
        if (filled(website).filter(address -> !isWebsite(address)).isPresent()) {
            found.add("website", CustomerRefusal.EDUCATION_WEBSITE);
        }
    }

    private static void government(@Nullable String validationCode, Problems found) {
        if (filled(validationCode).isEmpty()) {
            found.add("validationCode", CustomerRefusal.VALIDATION_CODE_REQUIRED);
        }
    }

    private static Optional<String> filled(@Nullable String typed) {
        return Optional.of(Typed.code(typed)).filter(text -> !text.isEmpty());
    }

    /** The wire's examples leave the scheme out, so {@code school.example} counts as a web site too. */
    static boolean isWebsite(String address) {
        if (Typed.length(address) > LONGEST_WEBSITE) {
            return false;
        }
        try {
            var uri = URI.create(address.contains("://") ? address : "https://" + address);
            var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            var host = uri.getHost();
            return (scheme.equals("http") || scheme.equals("https"))
                    && host != null
                    && HOST.matcher(host.toLowerCase(Locale.ROOT)).matches();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
