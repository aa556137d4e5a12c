package oroshi.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;

/** Makes the caller of a token: partner and roles as they are at this moment. */
@Component
class TokenCallers {
    private final ObjectProvider<PartnerAccounts> partners;
    private final KnownAccounts accounts;

    TokenCallers(ObjectProvider<PartnerAccounts> partners, KnownAccounts accounts) {
        this.partners = partners;
        this.accounts = accounts;
    }

    /** Empty when the token's tenant is no partner, its person is gone, or the second factor is missing. */
    Optional<Caller> of(VerifiedToken token) {
        return partners.getObject().find(PartnerId.of(token.tenantId())).flatMap(partner -> of(token, partner));
    }

    private Optional<Caller> of(VerifiedToken token, PartnerAccount partner) {
        if (!token.person()) {
            return Optional.of(caller(token, partner, token.name(), Set.of()));
        }
        if (partner.secondFactorRequired() && !token.multiFactor()) {
            return Optional.empty();
        }
        return token.userId()
                .flatMap(userId -> accounts.find(token.tenantId(), userId))
                .map(person -> caller(token, partner, person.signInName(), person.roles()));
    }

    private static Caller caller(VerifiedToken token, PartnerAccount partner, String name, Set<Role> roles) {
        return new Caller(
                partner.id(),
                partner.type(),
                partner.cloud(),
                token.userId(),
                Optional.of(token.applicationId()),
                name,
                roles,
                token.multiFactor());
    }
}
