package oroshi.relationships;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.SALES_AGENT;
import static oroshi.basics.PartnerType.DIRECT_BILL;
import static oroshi.basics.PartnerType.INDIRECT_PROVIDER;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.rest.EntityTag;
import oroshi.rest.Fields;
import oroshi.rest.ResourceCollection;
import oroshi.rest.RestRefusal;

/** What customers may buy by themselves. */
@RestController
class SelfServePolicyController {
    private final SelfServePolicies policies;

    SelfServePolicyController(SelfServePolicies policies) {
        this.policies = policies;
    }

    @GetMapping("/v1/SelfServePolicy")
    @Allows(roles = {ADMIN_AGENT, SALES_AGENT})
    ResourceCollection<SelfServePolicyResource> list(
            Caller caller, @RequestParam(name = "entity_id", required = false) @Nullable String entityId) {
        var customer = Ids.parse(Fields.requiredText("entity_id", entityId))
                .map(CustomerId::new)
                .orElseThrow(() -> Refusal.of("entity_id", RestRefusal.INVALID_VALUE, "is not a GUID"));
        return ResourceCollection.of(policies.find(caller.partnerId(), customer).stream()
                .map(SelfServePolicyResource::of)
                .toList());
    }

    @PostMapping("/v1/SelfServePolicy")
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(
            roles = {ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    SelfServePolicyResource create(Caller caller, @RequestBody SelfServePolicyResource body) {
        var parties = body.parties();
        var permissions = body.toPermissions();
        if (!parties.grantor().equals(caller.partnerId())) {
            throw Refusal.of("grantor.tenantID", RestRefusal.INVALID_VALUE, "has to be the caller");
        }
        return SelfServePolicyResource.of(policies.create(caller.partnerId(), parties.customerId(), permissions));
    }

    @GetMapping("/v1/SelfServePolicy/{policyId}")
    @Allows(roles = {ADMIN_AGENT, SALES_AGENT})
    ResponseEntity<SelfServePolicyResource> get(Caller caller, @PathVariable String policyId) {
        var id = SelfServePolicyId.parse(policyId)
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.POLICY_UNKNOWN));
        return versioned(policies.get(caller.partnerId(), id.grantor(), id.customerId()));
    }

    /** The published page puts the id into the body alone. */
    @PutMapping("/v1/SelfServePolicy")
    @Allows(roles = {ADMIN_AGENT, SALES_AGENT})
    ResponseEntity<SelfServePolicyResource> update(
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SelfServePolicyResource body) {
        return update(caller, Fields.requiredText("id", body.id()), ifMatch, body);
    }

    @PutMapping("/v1/SelfServePolicy/{policyId}")
    @Allows(roles = {ADMIN_AGENT, SALES_AGENT})
    ResponseEntity<SelfServePolicyResource> updateById(
            Caller caller,
            @PathVariable String policyId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SelfServePolicyResource body) {
        return update(caller, policyId, ifMatch, body);
    }

    @DeleteMapping("/v1/SelfServePolicy/{policyId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allows(roles = {ADMIN_AGENT, SALES_AGENT})
    void delete(Caller caller, @PathVariable String policyId) {
        var id = SelfServePolicyId.parse(policyId)
                .filter(each -> each.grantor().equals(caller.partnerId()))
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.POLICY_UNKNOWN));
        policies.delete(id.grantor(), id.customerId());
    }

    private ResponseEntity<SelfServePolicyResource> update(
            Caller caller, String policyId, @Nullable String ifMatch, SelfServePolicyResource body) {
        var id = SelfServePolicyId.parse(policyId)
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.POLICY_ID_WRONG));
        var seen = policies.get(caller.partnerId(), id.grantor(), id.customerId());
        if (!seen.grantor().equals(caller.partnerId())) {
            throw Refusal.because(RelationshipRefusal.POLICY_UNKNOWN);
        }
        requireAgreement(id, body);
        var permissions = body.toPermissions();
        var expected = EntityTag.of(ifMatch, body.attributes());
        if (!expected.isNamed()) {
            throw Refusal.of("attributes.etag", RestRefusal.ETAG_MISSING);
        }
        if (!names(expected, seen)) {
            throw expected.stale();
        }
        try {
            return versioned(policies.update(seen, permissions));
        } catch (Refusal refusal) {
            throw refusal.is(RelationshipRefusal.POLICY_CHANGED) ? expected.stale() : refusal;
        }
    }

    /** Refuses a body that speaks of another policy than the id. */
    private static void requireAgreement(SelfServePolicyId id, SelfServePolicyResource body) {
        var named = Optional.ofNullable(body.id()).filter(text -> !text.isBlank());
        var agrees = named.flatMap(SelfServePolicyId::parse).map(id::equals).orElse(named.isEmpty());
        if (!agrees || !body.parties().equals(id)) {
            throw Refusal.because(RelationshipRefusal.POLICY_ID_WRONG);
        }
    }

    private static boolean names(EntityTag expected, SelfServePolicy seen) {
        return expected.version()
                .map(seen.version().toString()::equalsIgnoreCase)
                .orElse(true);
    }

    private static ResponseEntity<SelfServePolicyResource> versioned(SelfServePolicy policy) {
        return ResponseEntity.ok().eTag(SelfServePolicyResource.etag(policy)).body(SelfServePolicyResource.of(policy));
    }
}
