package oroshi.administration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.ItemKind;
import oroshi.rest.Attributes;
import oroshi.rest.WireTime;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/** Whether the licenses of a subscription have arrived in the customer's directory, on the wire. */
@RestController
class ProvisioningController {
    private final AdministeredDirectory directory;
    private final Subscriptions subscriptions;

    ProvisioningController(AdministeredDirectory directory, Subscriptions subscriptions) {
        this.directory = directory;
        this.subscriptions = subscriptions;
    }

    @GetMapping("/v1/customers/{customerId}/subscriptions/{subscriptionId}/provisioningstatus")
    @Allows(
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ProvisioningStatus status(
            @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId, Caller caller) {
        directory.toRead(caller, customerId);
        var subscription = subscriptions.get(caller.partnerId(), customerId, subscriptionId);
        var kind = subscription.item().kind();
        if (kind != ItemKind.LICENSE && kind != ItemKind.MARKETPLACE) {
            throw Refusal.because(AdministrationRefusal.NO_LICENSES, subscriptionId);
        }
        return ProvisioningStatus.of(subscription);
    }

    /** How far the licenses of a subscription have come. */
    record ProvisioningStatus(
            UUID skuId,
            String status,
            int quantity,
            @Nullable String endDate,
            Attributes attributes) {
        static ProvisioningStatus of(Subscription subscription) {
            return new ProvisioningStatus(
                    LicenseSku.of(subscription.item()).id(),
                    word(subscription),
                    subscription.quantity(),
                    subscription.commitment().lastDay().map(WireTime::startOf).orElse(null),
                    Attributes.of("SubscriptionProvisioningStatus"));
        }

        private static String word(Subscription subscription) {
            return switch (subscription.status()) {
                case SETTING_UP -> "pending";
                case SET_UP_FAILED -> "failed";
                case PENDING, DISABLED, DELETED -> "none";
                case ACTIVE, SUSPENDED, EXPIRED -> "success";
            };
        }
    }
}
