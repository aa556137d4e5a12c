package oroshi.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import oroshi.basics.CustomerId;
import oroshi.rest.Attributes;
import oroshi.rest.Link;

/** The ManagedService resource as the contract has it; its links are absolute. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ManagedServiceResource(String id, String name, ServiceLinks links, Attributes attributes) {
    /** Where the service is administered: here; and where the operator tells of disturbances and takes questions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ServiceLinks(
            Link adminService,
            @Nullable Link serviceHealth,
            @Nullable Link serviceTicket) {}

    /** What leads from a customer's services to the pages about them. */
    record Addresses(String portal, CustomerId customerId, ManagedServiceSettings settings) {
        private ServiceLinks of(String service) {
            return new ServiceLinks(
                    Link.get(portal + "/users"),
                    link(settings.healthAddress(), service),
                    link(settings.ticketAddress(), service));
        }

        private @Nullable Link link(@Nullable String address, String service) {
            return address == null
                    ? null
                    : Link.get(address.replace("{customer}", customerId.toString())
                            .replace("{service}", UriUtils.encode(service, "UTF-8")));
        }
    }

    static ManagedServiceResource of(SubscribedSku service, Locale language, Addresses addresses) {
        var id = service.sku().partNumber();
        return new ManagedServiceResource(
                id, service.sku().title().in(language), addresses.of(id), Attributes.of("ManagedService"));
    }
}
