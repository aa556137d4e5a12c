package oroshi.portal.onboarding;

import java.util.Map;
import java.util.Optional;
import oroshi.agreements.NewAttestation;
import oroshi.customers.CustomerRow;
import oroshi.customers.PostalAddress;
import oroshi.onboarding.AgreementChoice;
import oroshi.onboarding.CheckedAccount;
import oroshi.onboarding.Selection;
import oroshi.portal.Form;

/**
 * What Review shows.
 *
 * @param offeredAddress another form of the verified address, to be taken or left
 * @param domain the whole domain, suffix included
 * @param prices what each marked line costs now, by its key: the form sends back what was shown
 */
public record ReviewPage(
        Wizard wizard,
        Form form,
        CheckedAccount account,
        Optional<PostalAddress> offeredAddress,
        String domain,
        String currency,
        boolean suspiciousName,
        Optional<CustomerRow> duplicate,
        Selection selection,
        Map<String, String> prices) {
    public ReviewPage {
        prices = Map.copyOf(prices);
    }

    public Optional<NewAttestation> attestation() {
        return account.agreement() instanceof AgreementChoice.Attested attested
                ? Optional.of(attested.attestation())
                : Optional.empty();
    }

    public boolean asksCustomer() {
        return account.agreement() instanceof AgreementChoice.AskCustomer;
    }

    public boolean isBlocked() {
        return selection.needsAgreement();
    }
}
