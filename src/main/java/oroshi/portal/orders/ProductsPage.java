package oroshi.portal.orders;

import java.util.List;
import java.util.Optional;
import oroshi.orders.OpenCart;
import oroshi.portal.Form;
import oroshi.portal.Link;
import oroshi.portal.Message;
import oroshi.portal.Step;
import oroshi.portal.customers.RecordHead;
import oroshi.portal.offers.OfferChoices;

/**
 * What the page that adds products shows.
 *
 * @param here the page with its filters
 * @param hidden why the offer that was searched for is not in the list
 * @param gate why nothing can be bought yet
 */
public record ProductsPage(
        RecordHead head,
        List<Step> steps,
        Form form,
        Link here,
        List<ProductRow> rows,
        OfferChoices choices,
        boolean hasSegments,
        Optional<OpenCart> cart,
        Optional<Message> hidden,
        Optional<Message> gate) {
    public ProductsPage {
        steps = List.copyOf(steps);
        rows = List.copyOf(rows);
    }

    public String address() {
        return head.path() + "/products";
    }

    public boolean isEmpty() {
        return rows.stream().noneMatch(row -> row.offer().isVisible());
    }
}
