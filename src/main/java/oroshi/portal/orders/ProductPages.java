package oroshi.portal.orders;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.onboarding.LineInput;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Offering;
import oroshi.orders.OpenCart;
import oroshi.orders.OpenCarts;
import oroshi.orders.OrderRefusal;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.portal.Texts;
import oroshi.portal.offers.OfferFilter;
import oroshi.portal.offers.TypedLines;

/** Add products: what the customer can be sold, with the cart beside it. */
@Controller
@Needs(Permission.ORDER_BUY)
class ProductPages {
    private static final String PAGE = "/customers/{customerId}/products";

    private final Seller seller;
    private final ProductViews views;
    private final OpenCarts carts;
    private final OfferMessages messages;

    ProductPages(Seller seller, ProductViews views, OpenCarts carts, OfferMessages messages) {
        this.seller = seller;
        this.views = views;
        this.carts = carts;
        this.messages = messages;
    }

    @GetMapping(PAGE)
    Page show(Caller caller, Texts texts, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var filter = OfferFilter.read(request::getParameter);
        var page = views.page(caller, seller.open(caller, customerId), filter, List.of(), filter.form(), texts);
        return Page.of("orders/products", "page", page);
    }

    /** Puts one offer into the cart; with script only the cart comes back. */
    @PostMapping(PAGE)
    Page add(Caller caller, Texts texts, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var opened = seller.open(caller, customerId);
        var typed = TypedLines.read(request).stream()
                .filter(line -> line.key().equals(request.getParameter("item")))
                .toList();
        var filter = OfferFilter.read(request::getParameter);
        var form = filter.form();
        var offered = views.offered(caller, opened, carts.find(caller, customerId), texts);
        var line = typed.stream().findFirst().orElse(new LineInput("", "", "", "", ""));
        var item = offered.stream()
                .map(Offering::item)
                .filter(each -> each.id().equals(line.item()))
                .findFirst();
        var cart = item.isEmpty() ? missing(form, line) : put(caller, customerId, line, item.get(), form);
        if (cart.isEmpty()) {
            return Page.of("orders/products", "page", views.page(caller, opened, filter, typed, form, texts))
                    .rejected();
        }
        if (request.getHeader("HX-Request") == null || unlocks(offered, item.get())) {
            return Page.redirect(filter.in(opened.path() + "/products"))
                    .flash(Flash.success(
                            "products.added",
                            item.get().title().in(texts.language().locale())));
        }
        return Page.of(
                "orders/added", "head", opened.head(), "cart", cart.get(), "item", item.get(), "key", line.key());
    }

    private static Optional<OpenCart> missing(Form form, LineInput line) {
        form.reject(line.quantityField(), OrderRefusal.OFFER_UNKNOWN.key(), line.item());
        return Optional.empty();
    }

    private Optional<OpenCart> put(Caller caller, CustomerId customerId, LineInput typed, CatalogItem item, Form form) {
        var quantity = item.hasFixedQuantity() ? Math.max(1, item.minimumQuantity()) : typed.units();
        if (quantity < 1) {
            form.reject(
                    typed.quantityField(),
                    OrderRefusal.QUANTITY_RANGE.key(),
                    item.minimumQuantity(),
                    item.maximumQuantity());
            return Optional.empty();
        }
        var cycle = BillingCycle.find(typed.billingCycle())
                .orElseGet(() -> item.plans().getFirst().billingCycle());
        try {
            return Optional.of(
                    carts.add(caller, customerId, NewOrderLine.of(item.id(), quantity, cycle), typed.base()));
        } catch (Refusal refusal) {
            refusal.problems().forEach(problem -> form.reject(typed.quantityField(), messages.of(caller, problem)));
            if (refusal.problems().isEmpty()) {
                form.reject(refusal);
            }
            return Optional.empty();
        }
    }

    /** Whether something on the page waited for this: then the whole page is drawn again. */
    private static boolean unlocks(List<Offering> offered, CatalogItem bought) {
        return offered.stream()
                .filter(Offering::lacksPrerequisite)
                .anyMatch(each -> each.item().prerequisites().contains(bought.key()));
    }
}
