package oroshi.catalog;

import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.ForOperators;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.database.PartnerScope;
import oroshi.partners.Partners;
import oroshi.rest.RestRefusal;

/** Where the operator notes what publishers grant to a partner. */
@RestController
class OperatorMarginController {
    private static final String ONE = "/oroshi/operator/partners/{grantedPartner}/margins/{marginId}";

    private final Margins margins;
    private final Partners partners;
    private final Clock clock = Clock.systemUTC();

    OperatorMarginController(Margins margins, Partners partners) {
        this.margins = margins;
        this.partners = partners;
    }

    @PutMapping(ONE)
    @ForOperators
    MarginResource grant(
            @PathVariable PartnerId grantedPartner, @PathVariable String marginId, @RequestBody MarginResource body) {
        requireKnown(grantedPartner);
        var margin = body.toMargin(marginId, clock.instant());
        PartnerScope.run(grantedPartner, () -> margins.grant(grantedPartner, margin));
        return MarginResource.of(margin);
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ForOperators
    void withdraw(@PathVariable PartnerId grantedPartner, @PathVariable String marginId) {
        requireKnown(grantedPartner);
        PartnerScope.run(grantedPartner, () -> margins.withdraw(grantedPartner, marginId));
    }

    private void requireKnown(PartnerId partnerId) {
        if (partners.find(partnerId).isEmpty()) {
            throw Refusal.because(RestRefusal.NOT_FOUND);
        }
    }
}
