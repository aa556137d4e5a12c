package oroshi.subscriptions;

import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.SubscriptionId;
import oroshi.relationships.Relationships;
import oroshi.rest.Attributes;

/** The registration of Azure subscriptions for reservations, on the wire. */
@RestController
class RegistrationController {
    private static final String PATH = "/v1/customers/{customerId}/subscriptions/{subscriptionId}";

    private final Registrations registrations;
    private final Relationships relationships;

    RegistrationController(Registrations registrations, Relationships relationships) {
        this.registrations = registrations;
        this.relationships = relationships;
    }

    /** The body is of no account: clients send none, an empty one, or the four letters null. */
    @PostMapping(PATH + "/registrations")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResponseEntity<Void> register(
            @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId, Caller caller) {
        relationships.viewpoint(caller.partnerId(), customerId);
        registrations.register(caller.partnerId(), customerId, subscriptionId);
        return ResponseEntity.accepted()
                .location(URI.create(
                        "/customers/" + customerId + "/subscriptions/" + subscriptionId + "/registrationstatus"))
                .build();
    }

    @GetMapping(PATH + "/registrationstatus")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    RegistrationStatus status(
            @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId, Caller caller) {
        relationships.viewpoint(caller.partnerId(), customerId);
        var status = registrations.status(caller.partnerId(), customerId, subscriptionId);
        return new RegistrationStatus(
                subscriptionId.toString(), status, Attributes.of("SubscriptionRegistrationStatus"));
    }

    /** How far the registration of a subscription has come. */
    record RegistrationStatus(String subscriptionId, String status, Attributes attributes) {}
}
