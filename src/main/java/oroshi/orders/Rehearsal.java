package oroshi.orders;

import java.util.Arrays;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.customers.Customers;
import oroshi.partners.Partners;

/**
 * Refusals that nothing in this installation decides, such as those of a risk check. In a sandbox the first word of the
 * customer's domain brings them about, so that whoever tries out the API can meet them.
 */
@Component
class Rehearsal {
    private final Partners partners;
    private final Customers customers;

    Rehearsal(Partners partners, Customers customers) {
        this.partners = partners;
        this.customers = customers;
    }

    /** What a domain may begin with, and what then becomes of every order. */
    private enum Part {
        RISKY(OrderRefusal.RISK_REJECTED),
        DOUBT(OrderRefusal.CHECK_PENDING),
        REFUSE(OrderRefusal.TRANSACTION_REFUSED),
        EMPTY(OrderRefusal.OUT_OF_STOCK);

        private final OrderRefusal refusal;

        Part(OrderRefusal refusal) {
            this.refusal = refusal;
        }

        boolean isPlayedBy(String domain) {
            return domain.regionMatches(true, 0, name(), 0, name().length());
        }
    }

    /** Refuses an order without a cart for a customer that plays a part. */
    void ofOrder(PartnerId partnerId, CustomerId customerId) {
        play(partnerId, customerId, Part.values());
    }

    /** As the other for a checkout, which knows fewer parts. */
    void ofCheckout(PartnerId partnerId, CustomerId customerId) {
        play(partnerId, customerId, Part.RISKY, Part.REFUSE);
    }

    private void play(PartnerId partnerId, CustomerId customerId, Part... parts) {
        if (!partners.get(partnerId).sandbox()) {
            return;
        }
        var domain = customers.get(partnerId, customerId).company().domain();
        Arrays.stream(parts).filter(part -> part.isPlayedBy(domain)).findFirst().ifPresent(part -> {
            throw Refusal.because(part.refusal);
        });
    }
}
