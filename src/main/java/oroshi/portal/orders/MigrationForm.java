package oroshi.portal.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.migrations.MigrationSchedule;
import oroshi.migrations.MigrationWish;
import oroshi.portal.Form;
import oroshi.portal.Formats;
import oroshi.subscriptions.Subscription;

/** A migration as fields of a form: an empty plan is the present one. */
final class MigrationForm {
    static final String NOW = "now";
    static final String RENEWAL = "renewal";
    static final String DAY = "day";

    private static final String PLAN = "plan";
    private static final String QUANTITY = "quantity";
    private static final String FULL_TERM = "fullTerm";
    private static final String WHEN = "when";
    private static final String SEEN = "seen";
    private static final List<String> FIELDS = List.of(PLAN, QUANTITY, FULL_TERM, WHEN, DAY);

    private MigrationForm() {}

    /** What is scheduled already, else everything as it is, now. */
    static Form of(Subscription subscription, Optional<MigrationSchedule> waiting, Formats formats) {
        var wish = waiting.map(MigrationSchedule::wish).orElse(MigrationWish.asIs(subscription.id()));
        var values = new LinkedHashMap<String, String>();
        values.put(QUANTITY, String.valueOf(wish.quantity().orElse(subscription.quantity())));
        values.put(
                PLAN, wish.term().map(term -> plan(term, wish.billingCycle())).orElse(""));
        values.put(FULL_TERM, wish.fullTerm() ? "true" : "");
        values.put(
                WHEN, waiting.map(one -> one.waitsForRenewal() ? RENEWAL : DAY).orElse(NOW));
        values.put(
                DAY,
                waiting.flatMap(MigrationSchedule::targetAt)
                        .map(MigrationForm::day)
                        .map(formats::date)
                        .orElse(""));
        return Form.of(values);
    }

    private static String plan(Term term, Optional<BillingCycle> cycle) {
        return term.wire() + " " + cycle.map(BillingCycle::wire).orElse("");
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** The wish; what hangs on the subscription goes along, paid for in the same way. */
    static MigrationWish wish(Form form, Subscription subscription, List<Subscription> addOns, Locale language) {
        var addOnWishes = addOns.stream()
                .map(addOn -> planned(form, MigrationWish.asIs(addOn.id())))
                .toList();
        var seats = SubscriptionForm.quantity(form.value(QUANTITY), language);
        if (seats < 1) {
            form.reject(QUANTITY, "migrate.quantity");
        }
        var wish = planned(form, MigrationWish.asIs(subscription.id())).withAddOns(addOnWishes);
        var counted = seats < 1 ? wish : wish.withQuantity(seats);
        return form.has(FULL_TERM, "true") ? counted.withFullTerm() : counted;
    }

    private static MigrationWish planned(Form form, MigrationWish wish) {
        var words = form.value(PLAN).split(" ", -1);
        return Term.find(words[0])
                .flatMap(term -> BillingCycle.find(words[words.length - 1]).map(cycle -> wish.withPlan(term, cycle)))
                .orElse(wish);
    }

    static boolean isNow(Form form) {
        return !isAtRenewal(form) && !form.value(WHEN).equals(DAY);
    }

    static boolean isAtRenewal(Form form) {
        return form.value(WHEN).equals(RENEWAL);
    }

    /** The day that was chosen, when one was; rejected unless it lies within the bounds. */
    static Optional<LocalDate> day(Form form, Formats formats, LocalDate earliest, Optional<LocalDate> latest) {
        if (!form.value(WHEN).equals(DAY)) {
            return Optional.empty();
        }
        var day = form.require(DAY, "migrate.day").date(DAY, formats);
        day.filter(chosen -> chosen.isBefore(earliest)
                        || latest.filter(chosen::isAfter).isPresent())
                .ifPresent(outside -> form.reject(
                        DAY, "migrate.dayOutside", "from", earliest, "until", latest.orElse(LocalDate.MAX)));
        return day;
    }

    /** Whether the visitor has seen what comes of exactly this. */
    static boolean isConfirmed(Form form) {
        return form.value("action").equals("confirm") && form.value(SEEN).equals(words(form));
    }

    /** Notes what the visitor sees now. */
    static Form seen(Form form) {
        return form.fill(SEEN, words(form));
    }

    private static String words(Form form) {
        return FIELDS.stream().map(form::value).collect(Collectors.joining("|"));
    }
}
