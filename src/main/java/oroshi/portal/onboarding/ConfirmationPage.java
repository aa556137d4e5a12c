package oroshi.portal.onboarding;

import java.util.List;
import java.util.Optional;
import oroshi.agreements.AgreementStatus;
import oroshi.basics.DraftId;
import oroshi.customers.Customer;
import oroshi.orders.Order;
import oroshi.partners.Partner;

/**
 * What Confirmation shows.
 *
 * @param password empty once the user is done, for anybody else, and after ten minutes
 * @param portalAddress where the customer signs in
 * @param mail a draft of a message to the primary contact, without the password
 */
public record ConfirmationPage(
        Wizard wizard,
        DraftId draftId,
        Customer customer,
        String adminName,
        Optional<String> password,
        AgreementStatus agreement,
        Optional<Partner> reseller,
        List<Order> orders,
        String portalAddress,
        String mail) {
    public ConfirmationPage {
        orders = List.copyOf(orders);
    }
}
