package oroshi.orders;

import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.agreements.Agreements;
import oroshi.agreements.Purchase;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.customers.AccountReviews;
import oroshi.customers.Customer;
import oroshi.customers.CustomerQualification;
import oroshi.customers.Customers;
import oroshi.partners.MarketCountry;
import oroshi.partners.Markets;
import oroshi.partners.Partners;
import oroshi.relationships.Partnerships;
import oroshi.relationships.Relationships;
import oroshi.relationships.Viewpoint;

/**
 * Whether a partner may order for a customer at all: relationship, agreement, the partner's status and the review of the
 * customer's account, in this order (J5-04).
 */
@Component
class Deals {
    private final Relationships relationships;
    private final Partnerships partnerships;
    private final Agreements agreements;
    private final Partners partners;
    private final Customers customers;
    private final AccountReviews reviews;
    private final Markets markets;
    private final Clocks clocks;

    Deals(
            Relationships relationships,
            Partnerships partnerships,
            Agreements agreements,
            Partners partners,
            Customers customers,
            AccountReviews reviews,
            Markets markets,
            Clocks clocks) {
        this.relationships = relationships;
        this.partnerships = partnerships;
        this.agreements = agreements;
        this.partners = partners;
        this.customers = customers;
        this.reviews = reviews;
        this.markets = markets;
        this.clocks = clocks;
    }

    /**
     * The deal, or a refusal with the first thing that stands against it. The relationship lasts at least as long as the
     * transaction: of a purchase and the end of the relationship at once, the later one is refused.
     */
    Deal open(PartnerId partnerId, CustomerId customerId) {
        return open(partnerId, customerId, relationships.hold(partnerId, customerId));
    }

    /** As the other for whoever only wants to know what it would cost: nothing is held. */
    Deal look(PartnerId partnerId, CustomerId customerId) {
        return open(partnerId, customerId, relationships.viewpoint(partnerId, customerId));
    }

    /** As the other, with the relationship that the transaction looked up before; a purchase holds it. */
    Deal open(PartnerId partnerId, CustomerId customerId, Viewpoint viewpoint) {
        if (!viewpoint.mayChange()) {
            throw Refusal.because(OrderRefusal.ORDERING_NOT_ALLOWED);
        }
        agreements.gate(partnerId, customerId, Purchase.newOrder()).require();
        var deal = requireStatus(preview(partnerId, customerId));
        reviews.requireOpen(partnerId, customerId);
        return deal;
    }

    /** The deal with a customer that was stored, with relationship and agreement, in the same transaction. */
    Deal open(PartnerId partnerId, Buyer buyer) {
        return requireStatus(preview(partnerId, buyer));
    }

    /** The deal as it would be, whether or not it may take place. */
    Deal preview(PartnerId partnerId, Buyer buyer) {
        var marketCurrency = markets.findCountry(buyer.country()).flatMap(MarketCountry::currency);
        return new Deal(
                partners.get(partnerId),
                buyer,
                marketCurrency,
                clocks.of(partnerId).instant());
    }

    Deal preview(PartnerId partnerId, CustomerId customerId) {
        return preview(partnerId, buyer(customers.get(partnerId, customerId)));
    }

    private Buyer buyer(Customer customer) {
        var qualifications = customer.qualifications().stream()
                .filter(CustomerQualification::isHeld)
                .map(held -> held.qualification().wireName())
                .toList();
        return Buyer.of(customer.id(), customer.country(), qualifications, reseller(customer));
    }

    /** The reseller that the customer came through, as long as the partnership with it lasts. */
    private Optional<String> reseller(Customer customer) {
        return customer.reseller()
                .flatMap(reseller -> partnerships.find(customer.partnerId(), reseller))
                .map(partnership -> partnership.other().mpnId());
    }

    private static Deal requireStatus(Deal deal) {
        var partner = deal.partner();
        if (!partner.type().buys()) {
            throw Refusal.because(OrderRefusal.ORDERING_NOT_ALLOWED);
        }
        if (!partner.agreementSigned()) {
            throw Refusal.because(OrderRefusal.PARTNER_AGREEMENT_MISSING);
        }
        if (!partner.status().mayOrder()) {
            throw Refusal.because(OrderRefusal.PARTNER_SUSPENDED);
        }
        return deal;
    }
}
