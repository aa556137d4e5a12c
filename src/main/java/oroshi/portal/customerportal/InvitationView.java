package oroshi.portal.customerportal;

import java.util.List;
import java.util.Optional;
import oroshi.agreements.AgreementText;
import oroshi.onboarding.RelationshipOffer;
import oroshi.portal.Choice;
import oroshi.relationships.RequestLink;

/**
 * A partner's invitation as the customer portal shows it.
 *
 * @param complete whether the company has said all that a partner must know
 * @param agreement the required agreement, while the company has not accepted it
 */
public record InvitationView(
        RequestLink link,
        RelationshipOffer offer,
        String company,
        boolean globalAdmin,
        boolean complete,
        Optional<AgreementText> agreement,
        List<Choice> languages) {
    public InvitationView {
        languages = List.copyOf(languages);
    }

    /** Whether there is still something to accept. */
    public boolean isOpen() {
        return !offer.isAccepted() || offer.addsAdministration();
    }
}
