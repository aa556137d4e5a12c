package oroshi.access;

import java.util.Optional;
import oroshi.basics.PartnerId;

/** The partners, as access needs them; whoever owns their profiles answers, and keeps the answer at hand. */
public interface PartnerAccounts {
    /** The partner whose own directory has the id; empty for a directory that is no partner's. */
    Optional<PartnerAccount> find(PartnerId partnerId);
}
