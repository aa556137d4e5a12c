package oroshi.relationships;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.basics.PartnerType.INDIRECT_PROVIDER;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.directory.Directory;
import oroshi.directory.TemporaryPassword;
import oroshi.rest.Attempt;
import oroshi.rest.ErrorBody;

/** The indirect resellers that a provider makes in its sandbox. */
@RestController
class SandboxResellerController {
    private final SandboxResellers resellers;
    private final Directory directory;
    private final Clocks clocks;

    SandboxResellerController(SandboxResellers resellers, Directory directory, Clocks clocks) {
        this.resellers = resellers;
        this.directory = directory;
        this.clocks = clocks;
    }

    /** The answer is the only place with the administrator's password. */
    @PostMapping("/v1/sandboxIndirectReseller")
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(
            roles = {GLOBAL_ADMIN, ADMIN_AGENT},
            partnerTypes = INDIRECT_PROVIDER)
    SandboxResellerResource create(Caller caller, @RequestBody SandboxResellerRequest body) {
        var provider = resellers.requireSandbox(caller.partnerId());
        var request = body.toNewReseller(provider.cloud(), directory, TemporaryPassword.generate());
        var reseller = resellers.create(provider.id(), request);
        var signedAt = clocks.of(reseller.id()).instant();
        return SandboxResellerResource.of(caller, provider, reseller, request, signedAt);
    }

    @DeleteMapping("/v1/sandboxIndirectReseller/{resellerId}")
    @Allows(
            roles = {GLOBAL_ADMIN, ADMIN_AGENT},
            partnerTypes = INDIRECT_PROVIDER)
    ResponseEntity<ErrorBody> delete(Caller caller, @PathVariable PartnerId resellerId) {
        try {
            resellers.delete(caller.partnerId(), resellerId);
            return ResponseEntity.noContent().build();
        } catch (Refusal refusal) {
            if (!refusal.is(RelationshipRefusal.SANDBOX_RESELLER_SERVES)) {
                throw refusal;
            }
            Attempt.refused(refusal);
            return ResponseEntity.status(refusal.reason().status()).body(serving(caller, resellerId, refusal));
        }
    }

    /** Names the customers that have to go first. */
    private ErrorBody serving(Caller caller, PartnerId reseller, Refusal refusal) {
        var left = resellers.customersLeft(caller.partnerId(), reseller);
        List<String> ids = left.stream().map(Object::toString).toList();
        return new ErrorBody(
                refusal.reason().code(), refusal.reason().description(), ids, "PartnerFD", null, null, null, null);
    }
}
