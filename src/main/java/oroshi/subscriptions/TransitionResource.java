package oroshi.subscriptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.rest.Attributes;
import oroshi.rest.EnumWord;
import oroshi.rest.RestRefusal;
import oroshi.rest.WireTime;

/** The Transition resource as the contract names and nests it. What arrives may lack any member. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransitionResource(
        @Nullable String operationId,
        @Nullable String fromCatalogItemId,
        @Nullable String fromSubscriptionId,
        @Nullable String toCatalogItemId,
        @Nullable String toSubscriptionId,
        @Nullable Integer quantity,
        @Nullable String termDuration,
        @EnumWord @Nullable String billingCycle,
        @EnumWord @Nullable String transitionType,
        @Nullable String promotionId,
        @Nullable List<Event> events,
        @Nullable Attributes attributes) {
    private static final String KNOWN_TYPES = "transition_only, transition_with_license_transfer";
    private static final List<String> NOTHING = List.of("", "none", "0");

    /** A step of the transition. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Event(
            String name,
            String status,
            String timestamp,
            @Nullable List<Problem> errors,
            Attributes attributes) {
        private static final Attributes ATTRIBUTES = Attributes.of("TransitionEvent");

        static List<Event> of(Transition transition) {
            var at = WireTime.second(transition.happenedAt());
            var events = new ArrayList<>(List.of(
                    new Event("Conversion", "Started", at, null, ATTRIBUTES),
                    new Event("Conversion", "Completed", at, null, ATTRIBUTES)));
            if (transition.type() == TransitionType.WITH_LICENSES) {
                events.add(reassignment(transition.licenseError(), at));
            }
            return events;
        }

        private static Event reassignment(Optional<TransitionError> error, String at) {
            return error.map(failed ->
                            new Event("LicenseReassignment", "Failed", at, List.of(Problem.of(failed)), ATTRIBUTES))
                    .orElseGet(() -> new Event("LicenseReassignment", "Completed", at, null, ATTRIBUTES));
        }
    }

    /** What stands against something, by its number. */
    public record Problem(int code, String description) {
        static Problem of(TransitionError error) {
            return new Problem(error.code(), error.description());
        }
    }

    static TransitionResource of(Transition transition) {
        return new TransitionResource(
                transition.id().toString(),
                transition.from(),
                transition.subscriptionId().toString(),
                transition.to(),
                transition.target().map(SubscriptionId::toString).orElse(null),
                transition.quantity(),
                transition.term().map(Term::wire).orElse(null),
                transition.billingCycle().map(BillingCycle::wire).orElse(null),
                transition.type().wire(),
                transition.promotionId().orElse(null),
                Event.of(transition),
                Attributes.of("Transition"));
    }

    /** The transition with term and cycle as this request wrote them. */
    TransitionResource answered(Transition transition) {
        var made = of(transition);
        return new TransitionResource(
                made.operationId,
                made.fromCatalogItemId,
                made.fromSubscriptionId,
                made.toCatalogItemId,
                made.toSubscriptionId,
                made.quantity,
                termDuration,
                billingCycle,
                made.transitionType,
                made.promotionId,
                made.events,
                made.attributes);
    }

    /** The wish; refuses what is missing, unknown or about another subscription than the one in the path. */
    public NewTransition toTransition(Subscription source) {
        requireAbout(source);
        return new NewTransition(
                required("toCatalogItemId", toCatalogItemId),
                given(toSubscriptionId).map(TransitionResource::target),
                requiredQuantity(),
                given(termDuration).map(TransitionResource::term),
                given(billingCycle).map(TransitionResource::cycle),
                type(),
                given(promotionId));
    }

    /** Who read the subscription before somebody else upgraded it means another product. */
    private void requireAbout(Subscription source) {
        var sameSubscription = given(fromSubscriptionId)
                .map(source.id().toString()::equalsIgnoreCase)
                .orElse(true);
        Function<String, String> key = TransitionRules::key;
        var sameItem = given(fromCatalogItemId)
                .map(key)
                .map(source.item().key()::equalsIgnoreCase)
                .orElse(true);
        if (!sameSubscription || !sameItem) {
            throw Refusal.because(
                    TransitionRefusal.MALFORMED, "The request is about another subscription or catalog item.");
        }
    }

    private int requiredQuantity() {
        if (quantity == null) {
            throw missing("quantity");
        }
        return quantity;
    }

    private TransitionType type() {
        var word = required("transitionType", transitionType);
        return TransitionType.find(word)
                .orElseThrow(() -> Refusal.because(RestRefusal.UNKNOWN_ENUM, word, KNOWN_TYPES));
    }

    private static SubscriptionId target(String text) {
        return Ids.parse(text)
                .map(SubscriptionId::new)
                .orElseThrow(() -> Refusal.because(SubscriptionRefusal.SUBSCRIPTION_UNKNOWN, text));
    }

    private static Term term(String text) {
        return Term.find(text).orElseThrow(() -> Refusal.of("termDuration", TransitionRefusal.TERM_UNKNOWN, text));
    }

    private static BillingCycle cycle(String text) {
        return BillingCycle.find(text)
                .filter(cycle -> cycle.months() > 0)
                .orElseThrow(() -> Refusal.of("billingCycle", TransitionRefusal.CYCLE_INVALID, text));
    }

    private static String required(String name, @Nullable String value) {
        return given(value).orElseThrow(() -> missing(name));
    }

    private static Refusal missing(String name) {
        return Refusal.of(name, TransitionRefusal.MALFORMED, name + " is required.");
    }

    /** Words that clients send for a value they do not have count as nothing. */
    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(word -> !NOTHING.contains(word.toLowerCase(Locale.ROOT)));
    }
}
