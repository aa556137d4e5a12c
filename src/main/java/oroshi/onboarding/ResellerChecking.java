package oroshi.onboarding;

import java.util.Optional;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.partners.Partner;
import oroshi.relationships.RelationshipRefusal;

/** Checks through which indirect reseller a provider serves the customer. */
final class ResellerChecking {
    static final String NO_RESELLER = "none";

    private final Reading reading;

    ResellerChecking(Reading reading) {
        this.reading = reading;
    }

    Optional<Partner> check() {
        var typed = reading.get(AccountField.RESELLER).strip();
        var provider = reading.partner();
        if (!provider.cloud().isPublic() || typed.equals(NO_RESELLER)) {
            return Optional.empty();
        }
        if (provider.type() != PartnerType.INDIRECT_PROVIDER) {
            if (!typed.isEmpty()) {
                reading.problem(AccountField.RESELLER, RelationshipRefusal.RESELLER_NO_PARTNERSHIP, typed);
            }
            return Optional.empty();
        }
        if (typed.isEmpty()) {
            reading.problem(AccountField.RESELLER, OnboardingRefusal.RESELLER_REQUIRED);
            return Optional.empty();
        }
        return chosen(typed);
    }

    private Optional<Partner> chosen(String typed) {
        var id = Ids.parse(typed).map(PartnerId::new);
        if (id.isEmpty()) {
            reading.problem(AccountField.RESELLER, OnboardingRefusal.VALUE_UNKNOWN);
        }
        return id.flatMap(this::selectable);
    }

    private Optional<Partner> selectable(PartnerId reseller) {
        try {
            return Optional.of(reading.rules()
                    .partnerships()
                    .requireSelectable(reading.partner().id(), reseller, reading.get(AccountField.COUNTRY)));
        } catch (Refusal refused) {
            reading.problem(
                    AccountField.RESELLER, refused.reason(), refused.arguments().toArray());
            return Optional.empty();
        }
    }
}
