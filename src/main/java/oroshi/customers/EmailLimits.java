package oroshi.customers;

import java.util.Optional;
import java.util.Set;

/**
 * What an address of a customer must not be, beside the operator's own (E3, E4).
 *
 * @param partnerDomains verified domains of the partner
 * @param tenantSuffix domain suffix of the cloud's directories; given for education customers, who need an address of
 *     the institution
 */
public record EmailLimits(Set<String> partnerDomains, Optional<String> tenantSuffix) {
    public EmailLimits {
        partnerDomains = Set.copyOf(partnerDomains);
    }

    public static EmailLimits of(Set<String> partnerDomains) {
        return new EmailLimits(partnerDomains, Optional.empty());
    }

    public static EmailLimits ofEducation(Set<String> partnerDomains, String tenantSuffix) {
        return new EmailLimits(partnerDomains, Optional.of(tenantSuffix));
    }

    boolean education() {
        return tenantSuffix.isPresent();
    }
}
