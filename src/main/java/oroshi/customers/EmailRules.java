package oroshi.customers;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Problem;

/** Which e-mail addresses a customer may give (rules E1 to E4). */
final class EmailRules {
    private static final Set<String> FREE_MAIL = lines("free-mail-domains.txt");

    private final Set<String> operatorDomains;

    EmailRules(Collection<String> operatorDomains) {
        this.operatorDomains = Set.copyOf(operatorDomains);
    }

    /** The first rule that the address breaks; empty when it may be used. */
    Optional<Problem> problem(String field, @Nullable String typed, EmailLimits limits) {
        var email = EmailAddress.parse(typed);
        if (email.isEmpty()) {
            return Optional.of(Problem.of(field, CustomerRefusal.EMAIL_FORMAT));
        }
        return problem(field, email.get(), limits);
    }

    private Optional<Problem> problem(String field, EmailAddress email, EmailLimits limits) {
        if (operatorDomains.stream().anyMatch(email::isAt)) {
            return Optional.of(Problem.of(field, CustomerRefusal.EMAIL_OPERATOR_DOMAIN, email.domain()));
        }
        if (limits.partnerDomains().stream().anyMatch(email::isAt)) {
            return Optional.of(Problem.of(field, CustomerRefusal.EMAIL_PARTNER_DOMAIN, email.domain()));
        }
        return limits.education() && isNotOfAnInstitution(email, limits)
                ? Optional.of(Problem.of(field, CustomerRefusal.EMAIL_EDUCATION_FREE))
                : Optional.empty();
    }

    private static boolean isNotOfAnInstitution(EmailAddress email, EmailLimits limits) {
        return FREE_MAIL.contains(email.domain())
                || limits.tenantSuffix().filter(email::isAt).isPresent();
    }

    private static Set<String> lines(String file) {
        var stream = Objects.requireNonNull(EmailRules.class.getResourceAsStream("/customers/" + file));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
