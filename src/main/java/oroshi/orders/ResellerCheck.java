package oroshi.orders;

import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerType;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.subscriptions.ResellerOfRecord;

/** Whether the resellers that a line names may be put on record. */
@Component
class ResellerCheck {
    private final ResellerOfRecord resellers;

    ResellerCheck(ResellerOfRecord resellers) {
        this.resellers = resellers;
    }

    /** What stands against the resellers that the line names; empty when it names none. */
    Optional<Problem> obstacle(Deal deal, PricedLine line) {
        var named = line.asked().resellers();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        var field = "lines[" + line.position() + "].reseller";
        if (deal.partner().type() != PartnerType.INDIRECT_PROVIDER) {
            return Optional.of(Problem.of(field, OrderRefusal.RESELLER_NOT_TAKEN));
        }
        var further = line.asked().additionalResellers().size();
        if (further > FurtherResellers.MOST) {
            return Optional.of(Problem.of(field, OrderRefusal.RESELLERS_TOO_MANY, FurtherResellers.MOST));
        }
        var country = deal.buyer().country();
        if (further > 0 && !FurtherResellers.areTakenIn(country)) {
            return Optional.of(Problem.of(field, OrderRefusal.RESELLERS_ELSEWHERE, country));
        }
        return named.stream()
                .flatMap(mpnId -> obstacle(deal, field, mpnId).stream())
                .findFirst();
    }

    private Optional<Problem> obstacle(Deal deal, String field, String mpnId) {
        try {
            resellers.require(deal.partner().id(), mpnId, deal.buyer().country());
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(new Problem(field, refusal.reason(), refusal.arguments()));
        }
    }
}
