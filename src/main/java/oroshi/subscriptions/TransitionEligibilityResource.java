package oroshi.subscriptions;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import oroshi.rest.Attributes;

/** The TransitionEligibility resource as the contract names and nests it: what a subscription can become. */
record TransitionEligibilityResource(
        String operationId,
        String catalogItemId,
        String title,
        String description,
        int quantity,
        List<Eligibility> eligibilities,
        List<Destination> subscriptionEligibilities,
        Attributes attributes) {
    /** Whether one kind of transition is possible. */
    record Eligibility(boolean isEligible, String transitionType, List<TransitionResource.Problem> errors) {
        static Eligibility of(TransitionType type, List<TransitionError> errors) {
            return new Eligibility(
                    errors.isEmpty(),
                    type.wire(),
                    errors.stream().map(TransitionResource.Problem::of).toList());
        }
    }

    /** Whether a subscription of the product can take the seats. */
    record Destination(
            boolean isEligible,
            String subscriptionId,
            String subscriptionFriendlyName,
            String subscriptionTermDuration,
            String subscriptionBillingCycle,
            List<TransitionResource.Problem> errors) {
        static Destination of(UpgradeTarget.Destination destination, Locale locale) {
            var subscription = destination.subscription();
            return new Destination(
                    destination.isEligible(),
                    subscription.id().toString(),
                    subscription.name(locale),
                    subscription.commitment().term().wire(),
                    subscription.commitment().billingCycle().wire(),
                    destination.misfits().stream()
                            .map(misfit -> new TransitionResource.Problem(misfit.code(), misfit.description()))
                            .toList());
        }
    }

    static TransitionEligibilityResource of(Subscription source, UpgradeTarget target, Locale locale) {
        var item = target.item();
        return new TransitionEligibilityResource(
                idOf(source, item.key()),
                item.id(),
                item.title().in(locale),
                item.description().in(locale),
                source.quantity(),
                List.of(
                        Eligibility.of(TransitionType.ONLY, target.errors()),
                        Eligibility.of(TransitionType.WITH_LICENSES, target.licenseErrors())),
                target.destinations().stream()
                        .map(destination -> Destination.of(destination, locale))
                        .toList(),
                Attributes.of("TransitionEligibility"));
    }

    /** Nothing is stored that could have an id, so it follows from the question. */
    private static String idOf(Subscription source, String key) {
        var question = source.id() + "/" + source.version() + "/" + key;
        return UUID.nameUUIDFromBytes(question.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
