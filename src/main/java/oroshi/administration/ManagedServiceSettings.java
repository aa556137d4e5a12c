package oroshi.administration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the operator tells how services run and takes questions about them: absolute addresses, in which {@code {customer}}
 * stands for the customer's id and {@code {service}} for that of the service.
 *
 * @param healthAddress of the page about disturbances; without it services have no link to one
 * @param ticketAddress of the page that takes a question; without it services have no link to one
 */
@ConfigurationProperties("oroshi.managed-services")
record ManagedServiceSettings(
        @Nullable String healthAddress, @Nullable String ticketAddress) {}
