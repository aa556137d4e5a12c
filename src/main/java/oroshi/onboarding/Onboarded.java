package oroshi.onboarding;

import java.util.List;
import oroshi.customers.Customer;
import oroshi.directory.TemporaryPassword;
import oroshi.orders.Order;

/**
 * What adding a customer made.
 *
 * @param adminName sign-in name of the customer's first global admin
 * @param password the admin's temporary password; nobody can read it again afterwards
 */
public record Onboarded(Customer customer, String adminName, TemporaryPassword password, List<Order> orders) {
    public Onboarded {
        orders = List.copyOf(orders);
    }
}
