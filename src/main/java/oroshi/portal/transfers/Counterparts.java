package oroshi.portal.transfers;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.portal.Form;

/** The other partner of a transfer, named by its number or the id of its tenant, as people tell each other. */
@Component
class Counterparts {
    static final String FIELD = "partner";

    private final Partners partners;

    Counterparts(Partners partners) {
        this.partners = partners;
    }

    /** Whom the form names; empty, and the form rejected, when that is nobody. */
    Optional<PartnerId> named(Form form, Caller caller) {
        var text = form.value(FIELD).strip();
        var found = Ids.parse(text)
                .map((UUID id) -> new PartnerId(id))
                .flatMap(partners::find)
                .or(() -> partners.findByMpnId(caller.cloud(), text))
                .map(Partner::id);
        if (found.isEmpty() && !text.isEmpty()) {
            form.reject(FIELD, "transfers.partnerUnknown");
        }
        return found;
    }

    String name(PartnerId id) {
        return partners.get(id).legalName();
    }
}
