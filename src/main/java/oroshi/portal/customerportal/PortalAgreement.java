package oroshi.portal.customerportal;

import java.util.List;
import java.util.Optional;
import oroshi.agreements.AgreementText;
import oroshi.agreements.DirectAcceptance;
import oroshi.portal.Choice;

/**
 * The agreement as the customer's portal shows it.
 *
 * @param accepted the customer's own acceptance of this version
 * @param globalAdmin whether the visitor may accept
 * @param askPartner whether only the partner can confirm the acceptance
 */
public record PortalAgreement(
        String company,
        AgreementText text,
        List<Choice> languages,
        Optional<DirectAcceptance> accepted,
        List<ServingPartner> partners,
        boolean globalAdmin,
        boolean askPartner) {
    public PortalAgreement {
        languages = List.copyOf(languages);
        partners = List.copyOf(partners);
    }
}
