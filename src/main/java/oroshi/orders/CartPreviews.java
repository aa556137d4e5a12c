package oroshi.orders;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Caller;
import oroshi.basics.CartId;
import oroshi.basics.CustomerId;
import oroshi.subscriptions.Forecast;
import oroshi.subscriptions.Subscriptions;

/** What carts would cost: the purchase up to the point at which something would be stored. */
@Service
public class CartPreviews {
    private final Carts carts;
    private final Deals deals;
    private final OrderCheck check;
    private final Subscriptions subscriptions;
    private final PublishedRefusals published;

    CartPreviews(Carts carts, Deals deals, OrderCheck check, Subscriptions subscriptions, PublishedRefusals published) {
        this.published = published;
        this.carts = carts;
        this.deals = deals;
        this.check = check;
        this.subscriptions = subscriptions;
    }

    /** What buying the cart would come to: nothing any more when it was bought. Refuses what the checkout would refuse. */
    @Transactional(readOnly = true)
    public PurchaseForecast ofCheckout(Caller caller, CustomerId customerId, CartId id) {
        carts.requireOrdering(caller.partnerId(), customerId);
        var cart = carts.find(caller.partnerId(), customerId, id);
        return cart.orderedAt().isPresent()
                ? forecast(caller, deals.preview(caller.partnerId(), customerId), List.of())
                : of(caller, deals.look(caller.partnerId(), customerId), cart.content());
    }

    /** What a cart that nobody keeps would come to. */
    @Transactional(readOnly = true)
    public PurchaseForecast ofNew(Caller caller, CustomerId customerId, CartResource cart) {
        return of(caller, deals.look(caller.partnerId(), customerId), cart.toContent());
    }

    /** What of a cart on a page can be bought as it is, whether or not the agreement is confirmed yet. */
    @Transactional(readOnly = true)
    public PurchaseForecast ofPage(Caller caller, CustomerId customerId, OpenCart cart) {
        var deal = deals.preview(caller.partnerId(), customerId);
        var asked = cart.asked().stream()
                .map(NewOrderLine::atAnyPrice)
                .map(NewOrderLine::withAttestation)
                .toList();
        return forecast(caller, deal, OrderCheck.good(check.preview(deal, asked)));
    }

    private PurchaseForecast of(Caller caller, Deal deal, CartContent content) {
        Carts.requireStatement(deal, content);
        var verdicts = check.preview(deal, content.orderLines());
        var lines = CartLines.of(deal, content, verdicts, PricedLine::price);
        if (lines.haveErrors()) {
            throw published.ofCheckout(deal, content.orderLines(), lines.problems(), true);
        }
        var priced = OrderCheck.good(verdicts);
        Purchases.requirePerson(NewOrder.of(content.orderLines(), caller), priced);
        return forecast(caller, deal, priced);
    }

    private PurchaseForecast forecast(Caller caller, Deal deal, List<PricedLine> priced) {
        var asked = priced.stream().map(PricedLine::asked).toList();
        var placed = Assembly.of(deal, NewOrder.of(asked, caller), priced);
        var forecasts = subscriptions.preview(caller.partnerId(), placed.subscriptions()).stream()
                .collect(Collectors.toMap(forecast -> forecast.subscription().id(), forecast -> forecast));
        var lines = placed.orders().stream()
                .flatMap(order -> order.lines().stream())
                .map(line -> new PurchaseForecast.Line(
                        line, line.subscriptionId().flatMap(id -> Optional.<Forecast>ofNullable(forecasts.get(id)))))
                .toList();
        return new PurchaseForecast(deal.day(), lines);
    }
}
