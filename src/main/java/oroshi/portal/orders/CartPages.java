package oroshi.portal.orders;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CartId;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.orders.NewOrderLine;
import oroshi.orders.OpenCart;
import oroshi.orders.OpenCarts;
import oroshi.orders.OrderRefusal;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.Page;
import oroshi.portal.Texts;

/** Review your orders, and buy them. */
@Controller
@Needs(Permission.ORDER_BUY)
class CartPages {
    private static final String CART = "/customers/{customerId}/cart/{cartId}";

    private final Seller seller;
    private final OpenCarts carts;
    private final CartViews views;
    private final RunningPurchase running;

    CartPages(Seller seller, OpenCarts carts, CartViews views, RunningPurchase running) {
        this.seller = seller;
        this.carts = carts;
        this.views = views;
        this.running = running;
    }

    /** The user's own cart, whichever it is. */
    @GetMapping("/customers/{customerId}/cart")
    Page own(Caller caller, @PathVariable CustomerId customerId) {
        var root = seller.open(caller, customerId).path();
        return Page.redirect(carts.find(caller, customerId)
                .map(cart -> root + "/cart/" + cart.id())
                .orElse(root + "/products"));
    }

    @GetMapping(CART)
    Page show(Caller caller, Texts texts, @PathVariable CustomerId customerId, @PathVariable CartId cartId) {
        var opened = seller.open(caller, customerId);
        var cart = carts.get(caller, customerId, cartId);
        if (cart.isOrdered()) {
            return Page.redirect(result(opened, cartId));
        }
        return cart.isEmpty()
                ? Page.redirect(opened.path() + "/products")
                : page(caller, texts, opened, cart, CartForm.of(cart));
    }

    /** The totals for what is typed; nothing is stored. */
    @PostMapping(CART + "/total")
    Page total(
            Caller caller,
            Texts texts,
            @PathVariable CustomerId customerId,
            @PathVariable CartId cartId,
            HttpServletRequest request) {
        var opened = seller.open(caller, customerId);
        var lines = CartForm.read(Form.of(request), carts.get(caller, customerId, cartId));
        var preview = carts.preview(caller, customerId, cartId, lines);
        return Page.of(
                "orders/total",
                "address",
                opened.path() + "/cart/" + cartId,
                "cart",
                preview,
                "preview",
                views.preview(caller, texts, customerId, preview));
    }

    @PostMapping(CART)
    Page change(
            Caller caller,
            Texts texts,
            @PathVariable CustomerId customerId,
            @PathVariable CartId cartId,
            HttpServletRequest request) {
        var opened = seller.open(caller, customerId);
        var cart = carts.get(caller, customerId, cartId);
        if (cart.isOrdered()) {
            return Page.redirect(result(opened, cartId));
        }
        try {
            return act(caller, texts, opened, cart, Form.of(request));
        } catch (Refusal refusal) {
            return meanwhile(caller, opened, cartId, refusal);
        }
    }

    private Page act(Caller caller, Texts texts, CustomerRecord.Opened opened, OpenCart cart, Form form) {
        var action = form.value("action");
        if (action.startsWith("remove.")) {
            return keep(caller, opened, cart, form, cart.without(number(action)));
        }
        if (action.equals("acknowledge")) {
            return keep(caller, opened, cart, form, CartForm.acknowledged(form, cart));
        }
        var lines = CartForm.read(form, cart);
        if (form.isRejected()) {
            return page(caller, texts, opened, cart, form).rejected();
        }
        return action.equals("buy")
                ? buy(caller, texts, opened, cart, form, lines)
                : keep(caller, opened, cart, form, lines);
    }

    /** What somebody sees when he or another one was at the same cart at the same time. */
    private Page meanwhile(Caller caller, CustomerRecord.Opened opened, CartId cartId, Refusal refusal) {
        if (refusal.is(OrderRefusal.CART_CHANGED)) {
            return Page.redirect(opened.path() + "/cart/" + cartId).flash(Flash.warning("cart.changed"));
        }
        if (refusal.is(OrderRefusal.CART_ORDERED)
                || refusal.is(OrderRefusal.CART_BUSY) && running.isOf(caller, opened.customerId(), cartId)) {
            return Page.redirect(result(opened, cartId));
        }
        if (refusal.is(OrderRefusal.CART_BUSY)) {
            return Page.of("orders/busy", "address", opened.path() + "/cart/" + cartId)
                    .status(HttpStatus.CONFLICT);
        }
        throw refusal;
    }

    @GetMapping(CART + "/cancel")
    Page askToCancel(Caller caller, @PathVariable CustomerId customerId, @PathVariable CartId cartId) {
        var opened = seller.open(caller, customerId);
        carts.get(caller, customerId, cartId);
        return Page.of("orders/cancel", "address", opened.path() + "/cart/" + cartId);
    }

    @PostMapping(CART + "/cancel")
    Page cancel(Caller caller, @PathVariable CustomerId customerId, @PathVariable CartId cartId) {
        var opened = seller.open(caller, customerId);
        carts.cancel(caller, customerId, cartId);
        return Page.redirect(opened.path() + "/subscriptions").flash(Flash.success("cart.cancelled"));
    }

    @GetMapping(CART + "/confirmed")
    Page confirmed(Caller caller, Texts texts, @PathVariable CustomerId customerId, @PathVariable CartId cartId) {
        var opened = seller.open(caller, customerId);
        var placed = carts.orders(caller, customerId, cartId);
        if (placed.isEmpty()) {
            return Page.redirect(opened.path() + "/cart/" + cartId);
        }
        var rows = placed.stream().map(order -> new OrderRow(order, true)).toList();
        var steps = BuyingSteps.CONFIRM.list(texts, opened.path() + "/products");
        return Page.of("orders/confirmed", "head", opened.head(), "steps", steps, "rows", rows);
    }

    private Page keep(Caller caller, CustomerRecord.Opened opened, OpenCart cart, Form form, List<NewOrderLine> lines) {
        var left = carts.change(caller, opened.customerId(), cart.id(), form.value("version"), lines);
        return Page.redirect(opened.path() + (left.isEmpty() ? "/products" : "/cart/" + cart.id()));
    }

    /** Buys what the page showed; when something else was typed meanwhile, the page shows that first. */
    private Page buy(
            Caller caller,
            Texts texts,
            CustomerRecord.Opened opened,
            OpenCart cart,
            Form form,
            List<NewOrderLine> lines) {
        var kept = carts.change(caller, opened.customerId(), cart.id(), form.value("version"), lines);
        var shown = form.value("seen").equals(kept.version());
        var again = form.fill("version", kept.version());
        if (!shown) {
            return Page.redirect(opened.path() + "/cart/" + cart.id()).flash(Flash.warning("cart.checkAgain"));
        }
        if (CartViews.isProvider(caller) && !form.has("statement", "true")) {
            again.reject("statement", "cart.statementMissing");
        }
        for (var at = 0; at < kept.lines().size(); at++) {
            if (kept.lines().get(at).lacksAttestation()) {
                again.reject("attested." + at, "cart.attestationMissing");
            }
        }
        if (kept.hasNewPrices() || kept.hasOtherProblems()) {
            again.reject("", OrderRefusal.CART_LINES_BAD.key());
        }
        if (again.isRejected()) {
            return page(caller, texts, opened, kept, again).rejected();
        }
        try {
            carts.buy(caller, opened.customerId(), cart.id(), form.has("statement", "true"));
        } catch (Refusal refusal) {
            if (refusal.is(OrderRefusal.CART_BUSY)) {
                throw refusal;
            }
            var now = carts.get(caller, opened.customerId(), cart.id());
            return page(caller, texts, opened, now, again.reject("", Message.of(refusal)))
                    .rejected();
        }
        return Page.redirect(result(opened, cart.id()));
    }

    private Page page(Caller caller, Texts texts, CustomerRecord.Opened opened, OpenCart cart, Form form) {
        return Page.of("orders/cart", "page", views.page(caller, texts, opened, cart, form));
    }

    private static String result(CustomerRecord.Opened opened, CartId cartId) {
        return opened.path() + "/cart/" + cartId + "/confirmed";
    }

    private static int number(String action) {
        return Optional.of(action.substring(action.indexOf('.') + 1))
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(-1);
    }
}
