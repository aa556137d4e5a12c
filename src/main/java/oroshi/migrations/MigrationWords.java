package oroshi.migrations;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;

/** Reads the words of a migration that clients send; what is missing or blank stands for nothing. */
final class MigrationWords {
    private static final int LONGEST_REFERENCE = 256;
    private static final int LAST_YEAR = 9999;
    private static final String NO_DAY_OF_DOT_NET = "0001-01-01";

    private MigrationWords() {}

    static SubscriptionId subscription(@Nullable UUID id) {
        if (id == null) {
            throw invalid("currentSubscriptionId is missing");
        }
        return new SubscriptionId(id);
    }

    /** An id in an address: of what was never made, one cannot even be written. */
    static UUID id(String member, String text) {
        return Ids.parse(text).orElseThrow(() -> invalid(member + " " + text + " is no GUID"));
    }

    static Optional<Term> term(@Nullable String word) {
        return given(word).map(text -> Term.find(text)
                .filter(term -> !term.isUnlimited())
                .orElseThrow(() -> invalid("termDuration " + text + " is no term")));
    }

    static Optional<BillingCycle> billingCycle(@Nullable String word) {
        return given(word).map(text -> BillingCycle.find(text)
                .orElseThrow(() -> invalid("billingCycle " + text + " is unknown")));
    }

    /** .NET sends zero when nothing is meant. */
    static Optional<Integer> quantity(@Nullable Integer number) {
        if (number != null && number < 0) {
            throw invalid("quantity is less than 1");
        }
        return Optional.ofNullable(number).filter(seats -> seats != 0);
    }

    static String reference(@Nullable String text) {
        var reference = given(text).orElse("");
        if (reference.length() > LONGEST_REFERENCE) {
            throw invalid("externalReferenceId has more than " + LONGEST_REFERENCE + " characters");
        }
        return reference;
    }

    static Optional<LocalDate> day(String member, @Nullable String text) {
        return moment(member, text).map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    /** The moment; without an offset it is UTC. */
    static Optional<Instant> moment(String member, @Nullable String text) {
        return given(text).filter(given -> !given.startsWith(NO_DAY_OF_DOT_NET)).map(given -> read(given)
                .orElseThrow(() -> invalid(member + " " + given + " is no date")));
    }

    private static Optional<Instant> read(String text) {
        try {
            var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            var moment = parsed instanceof OffsetDateTime withOffset
                    ? withOffset
                    : ((LocalDateTime) parsed).atOffset(ZoneOffset.UTC);
            return Optional.of(moment)
                    .filter(at -> at.getYear() > 0 && at.getYear() <= LAST_YEAR)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(word -> !word.isEmpty());
    }

    static Refusal invalid(String what) {
        return Refusal.because(MigrationRefusal.INPUT_INVALID, what);
    }
}
