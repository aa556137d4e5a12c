package oroshi.subscriptions;

import oroshi.basics.Reason;

/** Why a subscription, or a part of it, cannot become another product. */
public enum TransitionRefusal implements Reason {
    CLASSIC("transition.classic", 403, 900263, "This is not available for legacy subscriptions."),
    NOT_ACTIVE("transition.notActive", 400, 900280, "Only an active subscription is upgraded."),
    ENDED("subscription.ended", 400, 900279, "The subscription has ended and accepts no more changes."),
    MALFORMED("transition.malformed", 400, 800002, "{0}"),
    NOT_A_CLASSIC_TARGET("transition.notATarget", 400, 2006, "{0} is no offer that the subscription can become."),
    ALL_SEATS("quantity.range", 400, 800002, "All seats are upgraded together: from {0} to {1}."),
    NOT_A_TARGET("transition.notATarget", 403, 800020, "{0} is nothing that the subscription can become."),
    TERM_NOT_SOLD("transition.termNotSold", 403, 800028, "The term of the subscription is no longer sold for {0}."),
    QUANTITY("quantity.range", 400, 2002, "The quantity has to be a whole number from {0} to {1}."),
    TERM_OF_TRIAL("subscription.termOfTrial", 400, 800107, "A trial takes the term of the subscription it joins."),
    TERM_UNKNOWN("subscription.termUnknown", 400, 800121, "{0} is no term."),
    JOINED_TERM_SHORTER(
            "subscription.termShorter", 400, 800122, "The new term may not be shorter than the current one."),
    SEATS_EXHAUSTED("subscription.seatsExhausted", 403, 800088, "The customer can buy {0} more seats of the product."),
    LIMIT_REACHED("transition.limitReached", 403, 800089, "The customer may own only {0} of the product."),
    ENDS_TOO_EARLY("transition.endsTooEarly", 400, 900236, "The target subscription ends before the source does."),
    TARGET_NOT_ACTIVE("transition.targetNotActive", 400, 900258, "The target subscription is not active."),
    SAME_SUBSCRIPTION("transition.sameSubscription", 400, 900259, "Source and target are the same subscription."),
    TARGET_OF_OTHER_ITEM("transition.targetOfOtherItem", 400, 900260, "The target subscription is not of {0}."),
    TARGET_BUSY("transition.targetBusy", 400, 900261, "The target subscription accepts no seats now; try again later."),
    TERM_SHORTER("subscription.termShorter", 400, 900267, "The target term is shorter than the term of the source."),
    TERM_INVALID("transition.termInvalid", 400, 900268, "{0} is not sold for the term {1}."),
    CYCLE_INVALID("transition.cycleInvalid", 400, 900269, "The billing cycle {0} is not valid here."),
    CYCLE_TOO_LONG("subscription.cycleTooLong", 400, 900270, "The billing cycle is longer than the term."),
    NOT_ADMINISTERED(
            "transition.error.NO_DELEGATED_ADMINISTRATION",
            403,
            900308,
            "The partner does not administer the customer."),
    CONFLICTING("transition.error.CONFLICTING_SERVICES", 400, 2006, "The customer has the product already."),
    HAS_ADD_ONS("transition.error.ADD_ONS", 400, 2006, "Add-ons are attached to the subscription."),
    IMPOSSIBLE("transition.error.OTHER", 400, 2006, "The upgrade is not possible."),
    PROMOTION_INVALID(
            "transition.promotionInvalid", 403, 800020, "The customer is not entitled to the promotion {0} for it.");

    private final Wording wording;

    TransitionRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    /** For whoever refuses what the wire reports in a successful answer. */
    public static TransitionRefusal of(TransitionError error) {
        return switch (error) {
            case NO_DELEGATED_ADMINISTRATION -> NOT_ADMINISTERED;
            case NOT_ACTIVE, NOT_PROVISIONED -> NOT_ACTIVE;
            case CONFLICTING_SERVICES -> CONFLICTING;
            case ADD_ONS -> HAS_ADD_ONS;
            case OTHER, TARGET_NOT_FOUND, CYCLE_NOT_SUPPORTED, NO_CONVERSION, ONLY_SOME_SEATS -> IMPOSSIBLE;
        };
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
