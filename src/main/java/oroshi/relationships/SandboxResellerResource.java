package oroshi.relationships;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import oroshi.access.Caller;
import oroshi.basics.Ids;
import oroshi.partners.Partner;
import oroshi.rest.Attributes;
import oroshi.rest.WireTime;

/** What was made of a sandbox reseller: account, directory, signature and relationship. */
record SandboxResellerResource(
        String accountId,
        String mpnId,
        Founded tenant,
        Signature agreementSignature,
        PartnerRelationshipResource partnerRelationship) {
    /** Names the one text of the partner agreement that sandboxes sign. */
    private static final UUID PARTNER_AGREEMENT = UUID.fromString("8f1b6d3c-94a7-4c05-bb1e-6d2f7e80a913");

    /** The directory with its administrator, and the password that is shown here only. */
    record Founded(String id, String adminUserAccount, String password) {}

    /** Who signed the partner agreement for the reseller: the one that made it. */
    record Signature(
            String id,
            String accountId,
            String agreementId,
            String agreementType,
            String dateSigned,
            String signedByFirstName,
            String signedByUserPrincipalName,
            @Nullable String signedByUserObjectId,
            String signedByUserTenantId,
            Attributes attributes) {}

    static SandboxResellerResource of(
            Caller caller, Partner provider, Partner reseller, NewSandboxReseller request, Instant signedAt) {
        var id = reseller.id().toString();
        var domain = reseller.verifiedDomains().iterator().next();
        return new SandboxResellerResource(
                id,
                reseller.mpnId(),
                new Founded(
                        id,
                        request.admin().name().toLowerCase(Locale.ROOT) + "@" + domain,
                        request.admin().password().reveal()),
                new Signature(
                        Ids.next().toString(),
                        id,
                        PARTNER_AGREEMENT.toString(),
                        "ValueAddedReseller",
                        WireTime.moment(signedAt),
                        caller.name(),
                        caller.name(),
                        caller.userId().map(Object::toString).orElse(null),
                        provider.id().toString(),
                        Attributes.of("AgreementSignatureResponse")),
                new PartnerRelationshipResource(
                        provider.id().toString(),
                        provider.legalName(),
                        RelationshipType.IS_INDIRECT_RESELLER_OF.wireName(),
                        "Active",
                        reseller.mpnId(),
                        null,
                        Attributes.of("PartnerRelationshipResponse")));
    }
}
