package oroshi.catalog;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.customers.Customer;
import oroshi.customers.CustomerQualification;
import oroshi.customers.Customers;
import oroshi.partners.MarketCountry;
import oroshi.partners.Markets;
import oroshi.partners.Partner;
import oroshi.partners.Partners;

/** Opens the catalog for readers of the API: in a market, or for a customer. */
@Service
@Transactional(readOnly = true)
class CatalogBrowser {
    private final ListsInForce priceLists;
    private final Shelves shelves;
    private final Partners partners;
    private final Markets markets;
    private final Customers customers;
    private final Clocks clocks;

    CatalogBrowser(
            ListsInForce priceLists,
            Shelves shelves,
            Partners partners,
            Markets markets,
            Customers customers,
            Clocks clocks) {
        this.priceLists = priceLists;
        this.shelves = shelves;
        this.partners = partners;
        this.markets = markets;
        this.customers = customers;
        this.clocks = clocks;
    }

    /** What is sold in the country; a country's products are priced in its own currency. */
    CatalogView inMarket(Caller caller, CatalogQuery query) {
        var partner = buyer(caller);
        return inMarket(partner, query, visibleSegments(partner, query));
    }

    /** As {@link #inMarket}, nonprofit included: whoever has the id of something need not name its segment. */
    CatalogView inEverySegment(Caller caller, CatalogQuery query) {
        var partner = buyer(caller);
        return inMarket(partner, query.withoutSegment(), open(partner));
    }

    private CatalogView inMarket(Partner partner, CatalogQuery query, SegmentRule shown) {
        var country = query.requiredCountry();
        var market = Market.within(partner.cloud(), country, currencyOf(country, partner));
        var judgement = judgement(sale(partner, open(partner), market));
        return view(
                judgement,
                shown,
                name -> judgement.filter(found -> found.rests(name)).isPresent(),
                CatalogAddress.inMarket(country, query));
    }

    /** What may be sold to the customer, whose country and qualifications decide. */
    CatalogView forCustomer(Caller caller, CustomerId customerId, CatalogQuery query) {
        var partner = buyer(caller);
        var sale = saleTo(partner, customers.get(caller.partnerId(), customerId));
        var open = sale.segments();
        var shown = query.segment().map(asked -> asked(asked, open)).orElse(open);
        return view(judgement(sale), shown, name -> false, CatalogAddress.ofCustomer(customerId, query));
    }

    /** The legacy offers of the country for every segment. */
    OfferView offersInMarket(Caller caller, CatalogQuery query) {
        var partner = buyer(caller);
        var country = query.requiredCountry();
        var market = Market.within(partner.cloud(), country, partner.currency());
        return offers(sale(partner, SegmentRule.everything(), market));
    }

    /** Refuses when the partner may not sell in the country. */
    void requireSale(Caller caller, String country) {
        if (!markets.maySell(partners.get(caller.partnerId()), country)) {
            throw Refusal.because(CatalogRefusal.COUNTRY_NOT_SOLD, country);
        }
    }

    OfferView offersForCustomer(Caller caller, CustomerId customerId) {
        return offers(saleTo(buyer(caller), customers.get(caller.partnerId(), customerId)));
    }

    private static CatalogView view(
            Optional<Judgement> judgement, SegmentRule shown, Predicate<String> resting, CatalogAddress address) {
        return new CatalogView(
                judgement.map(Judgement::assortment).orElseGet(() -> new Assortment(List.of(), List.of())),
                judgement.<Admission>map(found -> found).orElse(Admission.OF_NOTHING),
                shown,
                resting,
                address);
    }

    private OfferView offers(Sale sale) {
        var offers = judgement(sale).stream()
                .flatMap(judgement -> judgement.admitted().stream()
                        .filter(CatalogItem::isLegacy)
                        .flatMap(item -> judgement.assortment().offer(item.id()).stream()))
                .toList();
        return new OfferView(offers, sale.market().customerCountry());
    }

    private Optional<Judgement> judgement(Sale sale) {
        var market = sale.market();
        return priceLists
                .find(market.cloud(), sale.at())
                .map(list -> new Judgement(
                        shelves.assortment(list),
                        shelves.shelf(list, market.customerCountry(), market.currency()),
                        shelves.shelf(list, market.partnerCountry(), market.partnerCurrency()),
                        shelves.promotions(list),
                        sale));
    }

    /** Resellers never buy from the operator and see no catalog. */
    private Partner buyer(Caller caller) {
        if (!caller.partnerType().buys()) {
            throw Refusal.because(AccessRefusal.ROLE_MISSING);
        }
        return partners.get(caller.partnerId());
    }

    private Sale saleTo(Partner partner, Customer customer) {
        var held = customer.qualifications().stream()
                .filter(CustomerQualification::isHeld)
                .map(qualification -> qualification.qualification().wireName())
                .toList();
        var segments = partner.cloud().isPublic() ? SegmentRule.forQualifications(held) : SegmentRule.everything();
        return sale(
                partner,
                segments,
                new Market(partner.cloud(), partner.country(), customer.country(), partner.currency()));
    }

    private Sale sale(Partner partner, SegmentRule segments, Market market) {
        return new Sale(market, segments, partner.qualifications(), now(partner));
    }

    private Instant now(Partner partner) {
        return clocks.of(partner.id()).instant();
    }

    /** Every segment but nonprofit, which has to be asked for by name. */
    private static SegmentRule visibleSegments(Partner partner, CatalogQuery query) {
        var open = open(partner);
        var asked = query.segment();
        if (asked.isPresent()) {
            return asked(asked.get(), open);
        }
        var visible = EnumSet.copyOf(open.allowed());
        visible.remove(Segment.NONPROFIT);
        return new SegmentRule(visible);
    }

    /** Government is for partners who may sell to it. */
    private static SegmentRule open(Partner partner) {
        var open = EnumSet.allOf(Segment.class);
        if (partner.cloud().isPublic() && !Sale.holds(partner.qualifications(), "GovernmentCommunityCloud")) {
            open.remove(Segment.GOVERNMENT);
        }
        return new SegmentRule(open);
    }

    private static SegmentRule asked(Segment segment, SegmentRule visible) {
        if (!visible.allows(segment)) {
            throw Refusal.because(CatalogRefusal.SEGMENT_HIDDEN, segment.wire());
        }
        return new SegmentRule(Set.of(segment));
    }

    private CurrencyUnit currencyOf(String country, Partner partner) {
        return markets.findCountry(country)
                .flatMap(MarketCountry::currency)
                .flatMap(PriceSheetReader::knownCurrency)
                .orElse(partner.currency());
    }
}
