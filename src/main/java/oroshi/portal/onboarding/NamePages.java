package oroshi.portal.onboarding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.DraftId;
import oroshi.basics.Typed;
import oroshi.customers.CompanyName;
import oroshi.customers.Customers;
import oroshi.directory.Directory;
import oroshi.portal.Page;

/** Warnings about a company name while it is typed (C5, C7); they never block. */
@Controller
@Needs(Permission.CUSTOMER_ADD)
class NamePages {
    private static final int SHORTEST_PROPOSAL = 3;
    private static final int LONGEST_PROPOSAL = 27;

    private final Customers customers;
    private final Directory directory;

    NamePages(Customers customers, Directory directory) {
        this.customers = customers;
        this.directory = directory;
    }

    @GetMapping("/customers/new/{draftId}/name")
    Page hint(
            @PathVariable DraftId draftId,
            @RequestParam(defaultValue = "") String companyName,
            @RequestParam(defaultValue = "") String domainPrefix,
            @RequestParam(defaultValue = "") String country,
            Caller caller) {
        var name = new CompanyName(Typed.name(companyName));
        var known = name.value().isEmpty()
                ? Optional.<oroshi.customers.CustomerRow>empty()
                : customers.findDuplicate(caller.partnerId(), name, country);
        return Page.of(
                "onboarding/name-says",
                "hint",
                new NameHint(
                        name.isSuspicious(),
                        known,
                        domainPrefix.isBlank() ? proposal(name) : Optional.empty(),
                        Wizard.root(draftId),
                        directory.suffix(caller.cloud())));
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
