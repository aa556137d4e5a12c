package oroshi.customers;

import java.util.Optional;

/** What the operator's review of a qualification came to. */
public record VettingDecision(Qualification qualification, boolean approved, Optional<String> reason) {
    public static VettingDecision approve(Qualification qualification) {
        return new VettingDecision(qualification, true, Optional.empty());
    }

    public static VettingDecision deny(Qualification qualification, String reason) {
        return new VettingDecision(qualification, false, Optional.of(reason));
    }
}
