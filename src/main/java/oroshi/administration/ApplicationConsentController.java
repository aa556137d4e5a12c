package oroshi.administration;

import static oroshi.access.Role.ADMIN_AGENT;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;

/** Consents to applications in the tenants of customers, on the wire. */
@RestController
class ApplicationConsentController {
    private static final String CONSENTS = "/v1/customers/{customerId}/applicationconsents";

    private final ApplicationConsents consents;

    ApplicationConsentController(ApplicationConsents consents) {
        this.consents = consents;
    }

    @PostMapping(CONSENTS)
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(roles = ADMIN_AGENT)
    ApplicationConsentResource create(
            @PathVariable CustomerId customerId, @RequestBody ApplicationConsentResource body, Caller caller) {
        return ApplicationConsentResource.of(consents.give(caller, customerId, body.toConsent()));
    }

    @DeleteMapping(CONSENTS + "/{applicationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allows(roles = ADMIN_AGENT)
    void delete(@PathVariable CustomerId customerId, @PathVariable UUID applicationId, Caller caller) {
        consents.withdraw(caller, customerId, applicationId);
    }
}
