package oroshi.agreements;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PersonNames;
import oroshi.customers.Culture;
import oroshi.customers.Customer;
import oroshi.customers.Customers;
import oroshi.database.PartnerScope;
import oroshi.mail.Letter;
import oroshi.mail.LetterTexts;
import oroshi.mail.LetterWriter;
import oroshi.mail.Outbox;
import oroshi.partners.Partner;
import oroshi.partners.Partners;

/**
 * Tells a customer's primary contact that the partner attested an acceptance in the customer's name (J2-12), so that a
 * wrong one comes to light. The customer's own acceptance needs no such letter.
 */
@Component
class AttestationNotice implements LetterWriter {
    private static final String KIND = "agreement-attested";

    private final AgreementSettings settings;
    private final Outbox outbox;
    private final Partners partners;
    private final Customers customers;

    AttestationNotice(AgreementSettings settings, Outbox outbox, Partners partners, Customers customers) {
        this.settings = settings;
        this.outbox = outbox;
        this.partners = partners;
        this.customers = customers;
    }

    /** Only facts are queued: who receives the letter, and in which language, is looked up when it is sent. */
    @EventListener
    void on(AgreementAttested event) {
        if (!settings.notifyOnAttestation()) {
            return;
        }
        var partner = partners.get(PartnerScope.current().orElseThrow());
        var attestation = event.attestation();
        var signer = attestation.signer();
        outbox.queue(
                partner.id(),
                partner.cloud(),
                KIND,
                Map.of(
                        "customer", event.customer().toString(),
                        "type", attestation.template().type().key(),
                        "firstName", signer.firstName(),
                        "lastName", signer.lastName(),
                        "day", attestation.day().toString()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(PartnerId partnerId, Map<String, String> facts) {
        var customerId = new CustomerId(UUID.fromString(fact(facts, "customer")));
        return customers.find(partnerId, customerId).map(customer -> letter(partners.get(partnerId), customer, facts));
    }

    private static Letter letter(Partner partner, Customer customer, Map<String, String> facts) {
        var contact = customer.billing().contact();
        var culture = customer.billing().culture();
        var texts = LetterTexts.forCulture(culture.tag());
        var name = contact.name(culture.locale());
        var values = Map.of(
                "partner", partner.legalName(),
                "mpnId", partner.mpnId(),
                "domain",
                        partner.verifiedDomains().stream().sorted().findFirst().orElse("-"),
                "company", customer.name(),
                "agreement", AgreementData.get(fact(facts, "type")).nameIn(texts.language()),
                "signer", signer(facts, culture),
                "date", texts.date(LocalDate.parse(fact(facts, "day"))),
                "contact", name);
        return new Letter(
                contact.email().value(),
                name,
                texts.language(),
                texts.text("attested.subject", values),
                texts.text("attested.text", values));
    }

    /** The signer in the order of the customer's names, as the contact. */
    private static String signer(Map<String, String> facts, Culture culture) {
        var first = fact(facts, "firstName");
        var last = fact(facts, "lastName");
        return PersonNames.inOrder(first, last, culture.locale());
    }

    private static String fact(Map<String, String> facts, String name) {
        return Objects.requireNonNull(facts.get(name), name);
    }
}
