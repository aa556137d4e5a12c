package oroshi.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import oroshi.rest.Attributes;
import oroshi.rest.Link;

/** The ManagedService resource as the contract has it; its links lead to pages of the portal and are absolute. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ManagedServiceResource(String id, String name, ServiceLinks links, Attributes attributes) {
    /** Where the service is administered. */
    record ServiceLinks(Link adminService) {}

    static ManagedServiceResource of(SubscribedSku service, Locale language, String portal) {
        return new ManagedServiceResource(
                service.sku().partNumber(),
                service.sku().title().in(language),
                new ServiceLinks(Link.get(portal + "/users")),
                Attributes.of("ManagedService"));
    }
}
