package oroshi.agreements;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import oroshi.basics.Cloud;

/**
 * The operator's rules about agreements.
 *
 * @param required the agreement that is required, by cloud: its type and the day from which it is, until a later one
 *     follows; a cloud that isn't named requires none
 * @param graceDays for how many days new orders pass on the old version after a new one was published
 * @param directAcceptance whether customers may accept in the customer portal instead of the partner's attestation
 * @param notifyOnAttestation whether the customer's contact is told about an attestation
 * @param portalFrom the day from which the portal demands an acceptance before orders
 * @param apiFrom the day from which the API does
 * @param operatorDomains the operator's own mail domains, where no customer's signer has an address
 * @param documents a folder with the operator's own texts, see {@link AgreementTexts}; without it the samples that come
 *     with the product are shown
 */
@ConfigurationProperties("oroshi.agreements")
record AgreementSettings(
        @DefaultValue Map<Cloud, Map<String, LocalDate>> required,
        @DefaultValue("0") int graceDays,
        @DefaultValue("true") boolean directAcceptance,
        @DefaultValue("true") boolean notifyOnAttestation,
        @DefaultValue("2018-11-07") LocalDate portalFrom,
        @DefaultValue("2019-03-22") LocalDate apiFrom,
        @DefaultValue("microsoft.com") Set<String> operatorDomains,
        Optional<String> documents) {
    private static final Map<Cloud, Map<String, LocalDate>> DEFAULTS = Map.of(
            Cloud.PUBLIC,
            Map.of(
                    "cloud-agreement", LocalDate.of(2017, 9, 1),
                    "customer-agreement", LocalDate.of(2019, 10, 1)));

    AgreementSettings {
        required = required.isEmpty() ? DEFAULTS : Map.copyOf(required);
        operatorDomains = Set.copyOf(operatorDomains);
    }

    /** The agreement that is required in the cloud on the day. */
    Optional<AgreementType> requiredOn(Cloud cloud, LocalDate day) {
        return required.getOrDefault(cloud, Map.of()).entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(day))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .map(AgreementData::get);
    }
}
