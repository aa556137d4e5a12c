package oroshi.transfers;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;
import oroshi.mail.Letter;
import oroshi.mail.LetterTexts;
import oroshi.mail.LetterWriter;
import oroshi.mail.Outbox;
import oroshi.partners.Partners;

/** Tells the customer that a partner asks another one for its subscriptions, so that nothing moves behind its back. */
@Component
class RequestNotice implements LetterWriter {
    private static final String KIND = "transfer-asked";

    private final TransferTable table;
    private final Outbox outbox;
    private final Partners partners;

    RequestNotice(TransferTable table, Outbox outbox, Partners partners) {
        this.table = table;
        this.outbox = outbox;
        this.partners = partners;
    }

    /** Only ids are queued, once, on the side of the partner that asks. */
    @EventListener
    void on(TransferChanged event) {
        var here = PartnerScope.current().orElseThrow();
        if (event.isNew()
                && event.status() == TransferStatus.PENDING
                && event.targetId().equals(here)) {
            outbox.queue(
                    here,
                    partners.get(here).cloud(),
                    KIND,
                    Map.of(
                            "transfer",
                            event.resourceId(),
                            "customer",
                            event.customer().toString()));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Nobody is written to once the request is over. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Letter> write(PartnerId partnerId, Map<String, String> facts) {
        var customerId = CustomerId.of(fact(facts, "customer"));
        return Ids.parse(fact(facts, "transfer"))
                .flatMap(id -> table.find(partnerId, customerId, id))
                .filter(transfer -> transfer.status() == TransferStatus.PENDING)
                .map(this::letter);
    }

    private Letter letter(Transfer transfer) {
        var target = partners.get(transfer.targetId());
        var email = transfer.asked().orElseThrow().customerEmail();
        var texts = LetterTexts.forCulture(target.culture().toLanguageTag());
        var values = Map.of(
                "partner", target.legalName(),
                "mpnId", target.mpnId(),
                "source", partners.get(transfer.sourceId()).legalName());
        return new Letter(
                email,
                transfer.customerName(),
                texts.language(),
                texts.text("transfer.subject", values),
                texts.text("transfer.text", values));
    }

    private static String fact(Map<String, String> facts, String name) {
        return Objects.requireNonNull(facts.get(name), name);
    }
}
