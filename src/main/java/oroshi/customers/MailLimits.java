package oroshi.customers;

import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.directory.Directory;
import oroshi.partners.Partners;

/** Knows which e-mail addresses a customer of a partner must not give. */
@Component
public class MailLimits {
    private final Partners partners;
    private final Directory directory;

    MailLimits(Partners partners, Directory directory) {
        this.partners = partners;
        this.directory = directory;
    }

    /** @param education whether the customer is, or applies to be, an education customer */
    public EmailLimits of(PartnerId partnerId, Cloud cloud, boolean education) {
        var own = partners.get(partnerId).verifiedDomains();
        return education ? EmailLimits.ofEducation(own, directory.suffix(cloud)) : EmailLimits.of(own);
    }

    /** The limits for an edit of a customer. */
    public EmailLimits of(PartnerId partnerId, Customer customer) {
        var education = customer.qualifications().stream()
                .anyMatch(each -> each.qualification() == Qualification.EDUCATION
                        && each.vettingStatus().orElse(VettingStatus.APPROVED) != VettingStatus.DENIED);
        return of(partnerId, customer.cloud(), education);
    }
}
