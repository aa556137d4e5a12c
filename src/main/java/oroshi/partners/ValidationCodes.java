package oroshi.partners;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;

/** The validation codes that a partner holds for the government community cloud. */
@Service
public class ValidationCodes {
    private final ValidationCodeTable table;

    ValidationCodes(ValidationCodeTable table) {
        this.table = table;
    }

    @Transactional(readOnly = true)
    public List<ValidationCode> list(PartnerId partnerId) {
        return table.list(partnerId);
    }

    /** Gives the partner a code, good for the number of creations. */
    @Transactional
    public void grant(PartnerId partnerId, String code, String organizationName, int creates) {
        var now = Clock.systemUTC().instant();
        table.insert(partnerId, new ValidationCode(code, organizationName, creates, creates, now));
    }

    /** Takes one creation; of two that want the last one, exactly one gets it and the other is refused. */
    @Transactional
    public void take(PartnerId partnerId, String code) {
        if (table.take(partnerId, code, Clock.systemUTC().instant())) {
            return;
        }
        var known = table.list(partnerId).stream().anyMatch(held -> held.code().equals(code));
        throw Refusal.because(
                known ? PartnerRefusal.VALIDATION_CODE_USED_UP : PartnerRefusal.VALIDATION_CODE_UNKNOWN, code);
    }
}
