package oroshi.onboarding;

import java.util.Optional;
import oroshi.basics.Refusal;
import oroshi.directory.DirectoryRefusal;
import oroshi.directory.DomainPrefix;

/** Checks the first domain (D1 to D5); whether it is free at last is decided by the submit. */
final class DomainChecking {
    private final Reading reading;

    DomainChecking(Reading reading) {
        this.reading = reading;
    }

    /** The prefix, when it has the form of one and is not reserved. */
    Optional<DomainPrefix> prefix() {
        if (!reading.has(AccountField.DOMAIN_PREFIX)) {
            reading.required(AccountField.DOMAIN_PREFIX);
            return Optional.empty();
        }
        try {
            return Optional.of(reading.rules()
                    .directory()
                    .prefix(reading.partner().cloud(), reading.get(AccountField.DOMAIN_PREFIX)));
        } catch (Refusal refused) {
            reading.problem(
                    AccountField.DOMAIN_PREFIX,
                    refused.reason(),
                    refused.arguments().toArray());
            return Optional.empty();
        }
    }

    void requireFree(DomainPrefix prefix) {
        var directory = reading.rules().directory();
        var cloud = reading.partner().cloud();
        if (!directory.isFree(cloud, prefix)) {
            reading.problem(
                    AccountField.DOMAIN_PREFIX,
                    DirectoryRefusal.DOMAIN_TAKEN,
                    directory.domainName(cloud, prefix),
                    String.join(", ", directory.proposals(cloud, prefix)));
        }
    }
}
