package oroshi.onboarding;

import java.util.List;
import oroshi.access.Caller;
import oroshi.basics.Problems;
import oroshi.basics.Reason;
import oroshi.partners.Partner;

/**
 * One reading of what a caller says about a new customer, be it typed or sent: every check looks at it and reports what
 * it finds, so that the caller hears everything at once.
 */
record Reading(
        AccountRules rules, Caller caller, Partner partner, AccountInput input, FieldNames names, Problems problems) {
    static Reading of(AccountRules rules, Caller caller, Partner partner, AccountInput input, FieldNames names) {
        return new Reading(rules, caller, partner, input, names, new Problems());
    }

    String get(AccountField field) {
        return input.get(field);
    }

    boolean has(AccountField field) {
        return input.has(field);
    }

    void required(AccountField field) {
        problem(field, OnboardingRefusal.REQUIRED);
    }

    void problem(AccountField field, Reason reason, Object... arguments) {
        problems.add(names.of(field), reason, arguments);
    }

    /** Takes over what the rules of another module found. */
    void found(Problems others) {
        others.list().stream().map(names::at).map(List::of).forEach(problems::addAll);
    }
}
