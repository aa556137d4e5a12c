package oroshi.partners;

import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.access.PartnerAccount;
import oroshi.access.PartnerAccounts;
import oroshi.basics.PartnerId;

/** Answers access from the registry. */
@Component
class RegisteredAccounts implements PartnerAccounts {
    private final Partners partners;

    RegisteredAccounts(Partners partners) {
        this.partners = partners;
    }

    @Override
    public Optional<PartnerAccount> find(PartnerId partnerId) {
        return partners.find(partnerId)
                .map(partner -> new PartnerAccount(
                        partner.id(),
                        partner.type(),
                        partner.cloud(),
                        partner.legalName(),
                        partner.secondFactorRequired()));
    }
}
