package oroshi.partners;

import java.util.List;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.mail.Correspondents;

/** Tells the mail in whose name it may have been sent. */
@Component
class EveryPartner implements Correspondents {
    private final PartnerTable table;

    EveryPartner(PartnerTable table) {
        this.table = table;
    }

    @Override
    public List<PartnerId> ids() {
        return table.listIds();
    }
}
