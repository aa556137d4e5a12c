package oroshi.orders;

import static oroshi.orders.OrderRefusal.CART_BUSY;
import static oroshi.orders.OrderRefusal.CART_ORDERED;
import static oroshi.orders.OrderRefusal.CART_UNKNOWN;
import static oroshi.orders.OrderRefusal.ORDERING_NOT_ALLOWED;
import static oroshi.orders.OrderRefusal.RESELLER_STATEMENT_MISSING;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Caller;
import oroshi.basics.CartId;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.relationships.Relationships;
import oroshi.relationships.Viewpoint;

/** The carts of all partners. */
@Service
class Carts {
    private final CartTable table;
    private final OrderTable orders;
    private final Deals deals;
    private final OrderCheck check;
    private final Purchases purchases;
    private final Relationships relationships;
    private final Clocks clocks;
    private final PublishedRefusals published;
    private final Rehearsal rehearsal;

    Carts(
            CartTable table,
            OrderTable orders,
            Deals deals,
            OrderCheck check,
            Purchases purchases,
            Relationships relationships,
            Clocks clocks,
            PublishedRefusals published,
            Rehearsal rehearsal) {
        this.published = published;
        this.rehearsal = rehearsal;
        this.table = table;
        this.orders = orders;
        this.deals = deals;
        this.check = check;
        this.purchases = purchases;
        this.relationships = relationships;
        this.clocks = clocks;
    }

    /** Opens a cart. Lines that cannot be bought are kept and carry what is wrong with them. */
    @Transactional
    public CartResource create(Caller caller, CustomerId customerId, CartContent content) {
        var deal = deals.open(caller.partnerId(), customerId);
        requireStatement(deal, content);
        table.deleteExpired(caller.partnerId(), deal.at());
        var cart = Cart.create(caller.partnerId(), customerId, content, idOf(caller), deal.at());
        var lines = lines(deal, cart);
        lines.requireSignedResellers();
        table.insert(cart.remembering(lines));
        return CartResource.of(cart, lines.shown());
    }

    @Transactional(readOnly = true)
    public CartResource get(Caller caller, CustomerId customerId, CartId id) {
        requireOrdering(caller.partnerId(), customerId);
        var cart = find(caller.partnerId(), customerId, id);
        return shown(deals.preview(caller.partnerId(), customerId), cart);
    }

    /** Replaces what the cart holds; refuses when it was ordered, or when somebody else works on it. */
    @Transactional
    public CartResource update(Caller caller, CustomerId customerId, CartId id, CartContent content) {
        requireOrdering(caller.partnerId(), customerId);
        var cart = lock(caller.partnerId(), customerId, id);
        if (cart.orderedAt().isPresent()) {
            throw Refusal.because(CART_ORDERED, id);
        }
        var deal = deals.preview(caller.partnerId(), customerId);
        requireStatement(deal, content);
        var changed = cart.withContent(content, idOf(caller), deal.at());
        var lines = lines(deal, changed);
        table.update(changed.remembering(lines));
        return CartResource.of(changed, lines.shown());
    }

    /**
     * Turns the cart into orders, all of them or none. A cart that was ordered answers with its orders again; while
     * somebody else works on it the request is refused.
     */
    @Transactional
    public List<Order> checkout(Caller caller, CustomerId customerId, CartId id) {
        var viewpoint = relationships.hold(caller.partnerId(), customerId);
        requireOrdering(viewpoint);
        var cart = lock(caller.partnerId(), customerId, id);
        if (cart.orderedAt().isPresent()) {
            return orders.listOfCart(caller.partnerId(), id);
        }
        var deal = deals.open(caller.partnerId(), customerId, viewpoint);
        requireStatement(deal, cart.content());
        requireGoodLines(deal, cart);
        rehearsal.ofCheckout(caller.partnerId(), customerId);
        var placed = bought(deal, cart, NewOrder.of(cart.content().orderLines(), caller));
        table.update(cart.ordered(idOf(caller), deal.at()));
        return placed;
    }

    private List<Order> bought(Deal deal, Cart cart, NewOrder request) {
        try {
            return purchases.carryOut(deal, request, Optional.of(cart.id()));
        } catch (Refusal refusal) {
            throw published.ofCheckout(deal, request.lines(), refusal);
        }
    }

    /** The cart, ordered or not; refuses one that is unknown or has come to its end. */
    Cart find(PartnerId partnerId, CustomerId customerId, CartId id) {
        var now = clocks.of(partnerId).instant();
        return table.find(partnerId, customerId, id, now).orElseThrow(() -> unknown(id));
    }

    /** The cart for whoever changes it, until the transaction ends; refuses while somebody else has it. */
    Cart lock(PartnerId partnerId, CustomerId customerId, CartId id) {
        var now = clocks.of(partnerId).instant();
        return table.lock(partnerId, customerId, id, now).orElseThrow(() -> table.find(partnerId, customerId, id, now)
                .map(busy -> Refusal.because(CART_BUSY, id))
                .orElseGet(() -> unknown(id)));
    }

    /** Refuses a partner that only looks at the customer. */
    void requireOrdering(PartnerId partnerId, CustomerId customerId) {
        requireOrdering(relationships.viewpoint(partnerId, customerId));
    }

    private static void requireOrdering(Viewpoint viewpoint) {
        if (!viewpoint.mayChange()) {
            throw Refusal.because(ORDERING_NOT_ALLOWED);
        }
    }

    /** A provider that names resellers has to say that it acts for them. */
    static void requireStatement(Deal deal, CartContent content) {
        var provider = deal.partner().type() == PartnerType.INDIRECT_PROVIDER;
        if (provider && content.namesResellers() && !Boolean.TRUE.equals(content.actsForResellers())) {
            throw Refusal.because(RESELLER_STATEMENT_MISSING);
        }
    }

    private void requireGoodLines(Deal deal, Cart cart) {
        var lines = lines(deal, cart);
        if (lines.haveErrors()) {
            lines.requireSignedResellers();
            throw published.ofCheckout(
                    deal,
                    cart.content().orderLines(),
                    lines.problems(),
                    cart.content().wasFoundBad());
        }
    }

    private CartResource shown(Deal deal, Cart cart) {
        return CartResource.of(cart, lines(deal, cart).shown());
    }

    private CartLines lines(Deal deal, Cart cart) {
        var asked = cart.content().orderLines();
        if (cart.orderedAt().isEmpty()) {
            return CartLines.of(deal, cart.content(), check.preview(deal, asked), PricedLine::price);
        }
        var agreed = new AgreedPrices(orders.listOfCart(cart.partnerId(), cart.id()));
        return CartLines.of(deal, cart.content(), check.judgeAlone(deal, asked), agreed);
    }

    private static String idOf(Caller caller) {
        return caller.userId()
                .map(Object::toString)
                .or(() -> caller.applicationId().map(Object::toString))
                .orElse(caller.name());
    }

    private static Refusal unknown(CartId id) {
        return Refusal.because(CART_UNKNOWN, id);
    }
}
