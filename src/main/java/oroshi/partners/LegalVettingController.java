package oroshi.partners;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.ForOperators;
import oroshi.access.Operator;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;
import oroshi.rest.Fields;

/** Where the operator says what the vetting of a partner's legal data came to. */
@RestController
class LegalVettingController {
    private static final Logger LOG = LoggerFactory.getLogger(LegalVettingController.class);

    private final LegalProfiles legal;

    LegalVettingController(LegalProfiles legal) {
        this.legal = legal;
    }

    @PutMapping("/oroshi/operator/partners/{vettedPartner}/vetting")
    @ForOperators
    LegalProfileResource decide(
            Operator operator, @PathVariable PartnerId vettedPartner, @RequestBody LegalDecision body) {
        var authorized = Fields.required("approved", body.approved());
        var decided = PartnerScope.call(vettedPartner, () -> legal.decide(vettedPartner, authorized));
        LOG.info(
                "{} decided on partner {}: {}",
                operator.signature(),
                vettedPartner,
                authorized ? "approved" : "refused");
        return LegalProfileResource.of(decided.profile());
    }

    /** What the operator found. */
    record LegalDecision(@Nullable Boolean approved) {}
}
