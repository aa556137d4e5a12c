package oroshi.relationships;

import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.partners.Markets;
import oroshi.partners.Partner;

/** When a provider may choose one of its resellers for a customer (J1 1.2 and J3-06). */
@Component
class ResellerChoice {
    private final Markets markets;

    ResellerChoice(Markets markets) {
        this.markets = markets;
    }

    boolean serves(Partner reseller, String customerCountry) {
        return markets.maySell(reseller, customerCountry);
    }

    /** What keeps a reseller that serves the country from being chosen. */
    Optional<Problem> obstacle(Partner reseller) {
        return reseller.agreementSigned()
                ? Optional.empty()
                : Optional.of(Problem.of("reseller", RelationshipRefusal.RESELLER_NO_AGREEMENT, reseller.legalName()));
    }

    void require(Partner reseller, String customerCountry) {
        if (!serves(reseller, customerCountry)) {
            throw Refusal.because(RelationshipRefusal.RESELLER_OTHER_REGION, reseller.legalName(), customerCountry);
        }
        if (obstacle(reseller).isPresent()) {
            throw Refusal.because(RelationshipRefusal.RESELLER_NO_AGREEMENT, reseller.legalName());
        }
    }
}
