package oroshi.relationships;

import java.util.List;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.partners.Partner;
import oroshi.partners.PartnerStatus;

/** Which provider and which reseller may become partners of each other (J3-01). */
final class PartnershipFit {
    private PartnershipFit() {}

    /** Refuses unless the reseller that opened the link may authorize the provider that sent it. */
    static void requireReseller(Partner viewer, Partner provider) {
        requireOther(viewer, provider);
        if (viewer.type() != PartnerType.INDIRECT_RESELLER) {
            throw Refusal.because(RelationshipRefusal.NOT_A_RESELLER);
        }
        requireSameMarket(viewer, provider);
    }

    /** Refuses unless the provider that opened the link may accept the reseller that sent it. */
    static void requireProvider(Partner viewer, Partner reseller) {
        requireOther(viewer, reseller);
        if (viewer.type() != PartnerType.INDIRECT_PROVIDER) {
            throw Refusal.because(RelationshipRefusal.NOT_A_PROVIDER);
        }
        requireSameMarket(viewer, reseller);
    }

    private static void requireOther(Partner viewer, Partner sender) {
        if (viewer.id().equals(sender.id())) {
            throw Refusal.because(RelationshipRefusal.OWN_LINK);
        }
    }

    private static void requireSameMarket(Partner viewer, Partner sender) {
        if (viewer.cloud() != sender.cloud() || !viewer.cloud().isPublic()) {
            throw Refusal.because(RelationshipRefusal.OTHER_CLOUD, sender.legalName());
        }
        if (!viewer.marketRegion().equals(sender.marketRegion())) {
            throw Refusal.because(RelationshipRefusal.OTHER_REGION, sender.legalName());
        }
        for (var side : List.of(viewer, sender)) {
            if (side.status() != PartnerStatus.ACTIVE) {
                throw Refusal.because(RelationshipRefusal.NOT_ACTIVE, side.legalName());
            }
        }
    }
}
