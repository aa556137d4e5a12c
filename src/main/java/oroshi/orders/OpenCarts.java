package oroshi.orders;

import static oroshi.orders.OrderRefusal.CART_CHANGED;
import static oroshi.orders.OrderRefusal.CART_ORDERED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Caller;
import oroshi.basics.CartId;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.basics.UserId;

/**
 * The carts that people fill on pages: one for each user and customer at a time. They are carts like those of the API,
 * and are bought like them.
 */
@Service
public class OpenCarts {
    private final Carts carts;
    private final CartTable table;
    private final OrderTable orders;
    private final Deals deals;
    private final CartAppraisal appraisal;

    OpenCarts(Carts carts, CartTable table, OrderTable orders, Deals deals, CartAppraisal appraisal) {
        this.carts = carts;
        this.table = table;
        this.orders = orders;
        this.deals = deals;
        this.appraisal = appraisal;
    }

    /** The cart that the user is filling for the customer; empty before something was put into it. */
    @Transactional(readOnly = true)
    public Optional<OpenCart> find(Caller caller, CustomerId customerId) {
        var deal = preview(caller, customerId);
        return table.findOpen(caller.partnerId(), customerId, user(caller), deal.at())
                .map(cart -> appraisal.of(deal, cart));
    }

    /** Any cart of the partner for the customer, ordered or not; refuses one that is unknown or too old. */
    @Transactional(readOnly = true)
    public OpenCart get(Caller caller, CustomerId customerId, CartId id) {
        var deal = preview(caller, customerId);
        return appraisal.of(deal, carts.find(caller.partnerId(), customerId, id));
    }

    /**
     * Puts something into the user's cart, and opens one when there is none. More of what is in the cart with the same
     * cycle makes that line longer (J5-02). Refuses what could not be bought.
     *
     * @param base id of the item that a classic add-on is meant for; empty for the first that fits
     */
    @Transactional
    public OpenCart add(Caller caller, CustomerId customerId, NewOrderLine line, String base) {
        var deal = preview(caller, customerId);
        var cart = open(caller, customerId, deal);
        var content = new ArrayList<>(cart.content().orderLines());
        var position = appraisal.put(deal, content, line, base);
        appraisal.require(deal, content, position);
        return keep(deal, cart, content, caller);
    }

    /** What the cart would be with these lines; nothing is stored. */
    @Transactional(readOnly = true)
    public OpenCart preview(Caller caller, CustomerId customerId, CartId id, List<NewOrderLine> lines) {
        var deal = preview(caller, customerId);
        var cart = carts.find(caller.partnerId(), customerId, id);
        var content = cart.content().withLines(appraisal.priced(deal, lines));
        return appraisal.of(deal, cart.withContent(content, cart.modifiedBy(), cart.modifiedAt()));
    }

    /** Replaces the lines of a cart; refuses when it was ordered, or is another one than its reader saw. */
    @Transactional
    public OpenCart change(Caller caller, CustomerId customerId, CartId id, String version, List<NewOrderLine> lines) {
        var deal = preview(caller, customerId);
        var cart = carts.lock(caller.partnerId(), customerId, id);
        requireOpen(cart);
        if (!OpenCart.versionOf(cart.content().orderLines()).equals(version)) {
            throw Refusal.because(CART_CHANGED, id);
        }
        return keep(deal, cart, lines, caller);
    }

    /** Throws the cart away; nothing happens to one that was ordered. */
    @Transactional
    public void cancel(Caller caller, CustomerId customerId, CartId id) {
        preview(caller, customerId);
        requireOpen(carts.lock(caller.partnerId(), customerId, id));
        table.delete(caller.partnerId(), id);
    }

    /**
     * Buys what is in the cart, all of it or nothing. A cart that was bought answers with its orders again; while
     * somebody else buys it the request is refused.
     *
     * @param statementMade whether a provider said for whom it acts
     */
    @Transactional
    public List<Order> buy(Caller caller, CustomerId customerId, CartId id, boolean statementMade) {
        var deal = preview(caller, customerId);
        var cart = carts.lock(caller.partnerId(), customerId, id);
        if (cart.orderedAt().isEmpty() && statementMade) {
            table.update(cart.withContent(cart.content().saying(true), cart.modifiedBy(), deal.at()));
        }
        return carts.checkout(caller, customerId, id);
    }

    /** What came of the cart; empty before it was bought. */
    @Transactional(readOnly = true)
    public List<Order> orders(Caller caller, CustomerId customerId, CartId id) {
        preview(caller, customerId);
        carts.find(caller.partnerId(), customerId, id);
        return orders.listOfCart(caller.partnerId(), id);
    }

    private Deal preview(Caller caller, CustomerId customerId) {
        carts.requireOrdering(caller.partnerId(), customerId);
        return deals.preview(caller.partnerId(), customerId);
    }

    /** The user's cart, held until the transaction ends. Of two requests that open one, the unique index takes one. */
    private Cart open(Caller caller, CustomerId customerId, Deal deal) {
        var user = user(caller);
        return table.lockOpen(caller.partnerId(), customerId, user, deal.at()).orElseGet(() -> {
            table.deleteExpired(caller.partnerId(), deal.at());
            var empty = new CartContent(List.of(), null);
            var cart = Cart.create(caller.partnerId(), customerId, empty, user.toString(), deal.at());
            table.insertOpen(cart, user);
            return table.lockOpen(caller.partnerId(), customerId, user, deal.at())
                    .orElseThrow();
        });
    }

    private OpenCart keep(Deal deal, Cart cart, List<NewOrderLine> lines, Caller caller) {
        var content = cart.content().withLines(appraisal.priced(deal, lines));
        var changed = cart.withContent(content, user(caller).toString(), deal.at());
        table.update(changed);
        return appraisal.of(deal, changed);
    }

    private static void requireOpen(Cart cart) {
        if (cart.orderedAt().isPresent()) {
            throw Refusal.because(CART_ORDERED, cart.id());
        }
    }

    private static UserId user(Caller caller) {
        return caller.userId().orElseThrow();
    }
}
