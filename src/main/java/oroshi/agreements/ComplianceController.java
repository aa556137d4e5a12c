package oroshi.agreements;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.rest.ErrorBody;

/** Tells a provider whether a reseller signed the partner agreement. */
@RestController
class ComplianceController {
    private static final String PROGRAMME = "csp";
    private static final String PARTNERS = "PartnerFD";
    private static final String INPUT = "PartnerApiServiceControllers";
    private static final String COMPLIANCE = "ComplianceController";

    private final Partners partners;
    private final DocumentLinks documents;

    ComplianceController(Partners partners, DocumentLinks documents) {
        this.partners = partners;
        this.documents = documents;
    }

    @GetMapping("/v1/compliance/{programName}/agreementstatus")
    @Allows(
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = PartnerType.INDIRECT_PROVIDER,
            publicCloudOnly = true)
    ResponseEntity<?> status(
            Caller caller,
            @PathVariable String programName,
            @RequestParam(required = false) @Nullable String mpnId,
            @RequestParam(required = false) @Nullable String tenantId) {
        if (!programName.equalsIgnoreCase(PROGRAMME)) {
            throw Refusal.because(AgreementRefusal.PROGRAMME_UNKNOWN, programName);
        }
        var error = identified(mpnId, tenantId)
                .or(() -> mpnId != null ? unsignedByNumber(caller, mpnId) : unsignedByTenant(String.valueOf(tenantId)));
        return error.<ResponseEntity<?>>map(body -> ResponseEntity.badRequest().body(body))
                .orElseGet(() -> ResponseEntity.ok(new Signed(true)));
    }

    /** Whether the partner agreement is signed. */
    record Signed(boolean isAgreementSigned) {}

    private static Optional<ErrorBody> identified(@Nullable String mpnId, @Nullable String tenantId) {
        if (mpnId != null && tenantId != null) {
            return error(2000, "Give either mpnId or tenantId, not both.", COMPLIANCE);
        }
        if (mpnId == null && tenantId == null) {
            return error(2001, "Give mpnId or tenantId.", COMPLIANCE);
        }
        if (mpnId != null && !mpnId.matches("\\d+")) {
            return error(2000, "The mpnId " + mpnId + " is not a number.", INPUT);
        }
        if (tenantId != null && Ids.parse(tenantId).isEmpty()) {
            return error(2000, "The tenantId " + tenantId + " is not a GUID.", INPUT);
        }
        return Optional.empty();
    }

    private Optional<ErrorBody> unsignedByNumber(Caller caller, String mpnId) {
        var accounts = partners.listByMpnId(mpnId).stream()
                .filter(partner -> partner.cloud() == caller.cloud())
                .toList();
        if (accounts.isEmpty()) {
            return helped(2200, "The partner " + mpnId + " is unknown.");
        }
        var resellers = accounts.stream()
                .filter(partner -> partner.type() == PartnerType.INDIRECT_RESELLER)
                .toList();
        if (resellers.isEmpty()) {
            return helped(2204, "The partner " + mpnId + " is not enrolled as an indirect reseller.");
        }
        var region = partners.get(caller.partnerId()).marketRegion();
        var near = resellers.stream()
                .filter(partner -> partner.marketRegion().equals(region))
                .toList();
        if (near.isEmpty()) {
            return helped(2201, "The partner " + mpnId + " works in another region.");
        }
        return near.stream().anyMatch(Partner::agreementSigned)
                ? Optional.empty()
                : helped(2203, "The partner " + mpnId + " has not signed the partner agreement for this region.");
    }

    private Optional<ErrorBody> unsignedByTenant(String tenantId) {
        var account = Ids.parse(tenantId).flatMap(id -> partners.find(new PartnerId(id)));
        if (account.isEmpty()) {
            return error(2205, "No account has the tenant " + tenantId + ".", PARTNERS);
        }
        return account.get().agreementSigned()
                ? Optional.empty()
                : helped(2206, "The account " + tenantId + " has not signed the partner agreement.");
    }

    private Optional<ErrorBody> helped(int code, String description) {
        return Optional.of(body(code, description, List.of(documents.help()), PARTNERS));
    }

    private static Optional<ErrorBody> error(int code, String description, String source) {
        return Optional.of(body(code, description, List.of(), source));
    }

    private static ErrorBody body(int code, String description, List<String> data, String source) {
        return new ErrorBody(code, description, data, source, null, null, null, null);
    }
}
