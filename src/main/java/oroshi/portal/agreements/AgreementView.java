package oroshi.portal.agreements;

import java.util.List;
import java.util.Optional;
import oroshi.agreements.Acceptance;
import oroshi.agreements.AgreementStatus;
import oroshi.agreements.AgreementTemplate;
import oroshi.customers.Customer;
import oroshi.portal.customers.RecordHead;

/**
 * A customer's agreement as its page shows it.
 *
 * @param customerName name of its company in the directory
 * @param latest the version that can be attested now; empty when none is written for the country
 * @param preview where it can be read in the reader's language
 * @param mayAttest whether the visitor may confirm the acceptance
 */
public record AgreementView(
        RecordHead head,
        Customer customer,
        String customerName,
        AgreementStatus status,
        Optional<AgreementTemplate> latest,
        Optional<String> preview,
        List<Acceptance> history,
        boolean mayAttest,
        boolean mayAsk) {
    public AgreementView {
        history = List.copyOf(history);
    }

    public String address() {
        return head.path() + "/agreement";
    }

    /** Key of the state's name. */
    public String stateKey() {
        return "agreement.state." + status.state();
    }
}
