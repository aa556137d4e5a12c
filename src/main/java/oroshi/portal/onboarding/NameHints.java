package oroshi.portal.onboarding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.DraftId;
import oroshi.basics.Typed;
import oroshi.customers.CompanyName;
import oroshi.customers.CustomerRow;
import oroshi.customers.Customers;
import oroshi.directory.Directory;

/** Finds what may be doubtful about a company name as typed (C5, C7), and the domain it suggests. */
@Component
class NameHints {
    private static final int SHORTEST_PROPOSAL = 3;
    private static final int LONGEST_PROPOSAL = 27;

    private final Customers customers;
    private final Directory directory;

    NameHints(Customers customers, Directory directory) {
        this.customers = customers;
        this.directory = directory;
    }

    NameHint of(Caller caller, DraftId draftId, String typed, String country) {
        var name = new CompanyName(Typed.name(typed));
        var known = name.value().isEmpty()
                ? Optional.<CustomerRow>empty()
                : customers.findDuplicate(caller.partnerId(), name, country);
        return new NameHint(
                name.isSuspicious(), known, proposal(name), Wizard.root(draftId), directory.suffix(caller.cloud()));
    }

    private static Optional<String> proposal(CompanyName name) {
        var latin = Normalizer.normalize(name.duplicateKey(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
        return latin.length() < SHORTEST_PROPOSAL || latin.matches("\\d+")
                ? Optional.empty()
                : Optional.of(latin.substring(0, Math.min(latin.length(), LONGEST_PROPOSAL)));
    }
}
