package oroshi.catalog;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.rest.RestRefusal;

/** The promotions of the list in force. */
@Service
@Transactional(readOnly = true)
class Promotions {
    private final ListsInForce priceLists;
    private final PromotionTable table;
    private final Clocks clocks;

    Promotions(ListsInForce priceLists, PromotionTable table, Clocks clocks) {
        this.priceLists = priceLists;
        this.table = table;
        this.clocks = clocks;
    }

    /** Those that run now in the country. */
    List<Promotion> listRunning(Caller caller, String country, Segment segment) {
        var now = clocks.of(caller.partnerId()).instant();
        return list(caller, country, now).stream()
                .filter(promotion -> promotion.segment() == segment)
                .filter(promotion -> promotion.runs(now))
                .toList();
    }

    /** One of the country, also when it has ended: old invoices name it. */
    Promotion get(Caller caller, String country, String promotionId) {
        requireBuyer(caller);
        return table.find(caller.cloud(), clocks.of(caller.partnerId()).instant(), promotionId).stream()
                .filter(promotion -> promotion.markets().contains(country))
                .findFirst()
                .orElseThrow(() -> Refusal.because(RestRefusal.NOT_FOUND));
    }

    private List<Promotion> list(Caller caller, String country, Instant at) {
        requireBuyer(caller);
        return priceLists.find(caller.cloud(), at).map(list -> table.list(list.id())).orElse(List.of()).stream()
                .filter(promotion -> promotion.markets().contains(country))
                .toList();
    }

    private static void requireBuyer(Caller caller) {
        if (!caller.partnerType().buys()) {
            throw Refusal.because(AccessRefusal.ROLE_MISSING);
        }
    }
}
