package oroshi.portal.orders;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.Problem;
import oroshi.catalog.Catalog;
import oroshi.clock.Clocks;
import oroshi.customers.Country;
import oroshi.orders.OrderRefusal;
import oroshi.portal.Message;

/** Words for why something can't be bought: countries and offers by their names instead of their codes. */
@Component
class OfferMessages {
    private final Catalog catalog;
    private final Clocks clocks;

    OfferMessages(Catalog catalog, Clocks clocks) {
        this.catalog = catalog;
        this.clocks = clocks;
    }

    Message of(Caller caller, Problem problem) {
        if (problem.reason() == OrderRefusal.PREREQUISITE_MISSING) {
            return Message.of("offer.prerequisite", problem.arguments().getFirst(), titles(caller, problem));
        }
        if (problem.reason() == OrderRefusal.OFFER_COUNTRY) {
            return Message.of("offer.country", problem.arguments().getFirst(), country(problem));
        }
        return Message.of(problem);
    }

    private List<Object> titles(Caller caller, Problem problem) {
        var now = clocks.of(caller.partnerId()).instant();
        return Arrays.stream(problem.arguments().getLast().toString().split(", "))
                .<Object>map(key -> catalog.findTitle(caller.cloud(), key, now)
                        .<Object>map(title -> title)
                        .orElse(key))
                .distinct()
                .toList();
    }

    private static Object country(Problem problem) {
        var code = problem.arguments().getLast().toString();
        return Country.find(code).<Object>map(country -> country).orElse(code);
    }
}
