package oroshi.partners;

import java.math.RoundingMode;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;

/** What a partner may still order before the operator must be paid. */
@Service
public class PartnerCredit {
    private final CreditTable table;

    PartnerCredit(CreditTable table) {
        this.table = table;
    }

    /** How the partner stands; unlimited when nothing was agreed. */
    @Transactional(readOnly = true)
    public CreditStanding standing(PartnerId partnerId) {
        return table.find(partnerId).orElse(CreditStanding.UNLIMITED);
    }

    /** Sets limit and amounts as the operator's accounts have them. */
    @Transactional
    public void set(PartnerId partnerId, CreditStanding standing) {
        table.put(partnerId, standing);
    }

    /**
     * Counts an order against the limit, in the partner's currency; refuses with the missing amount when it doesn't fit.
     * A partner without a limit waits for nobody.
     */
    @Transactional
    public void reserve(PartnerId partnerId, Money amount) {
        if (standing(partnerId).limit().isEmpty() || table.reserve(partnerId, amount.getAmount())) {
            return;
        }
        throw exceeded(partnerId, amount);
    }

    /** Refuses as {@link #reserve} does, but counts nothing: for a page that warns before the order. */
    @Transactional(readOnly = true)
    public void require(PartnerId partnerId, Money amount) {
        if (standing(partnerId).shortfall(amount.getAmount()).signum() > 0) {
            throw exceeded(partnerId, amount);
        }
    }

    private Refusal exceeded(PartnerId partnerId, Money amount) {
        var missing = standing(partnerId).shortfall(amount.getAmount());
        return Refusal.because(
                PartnerRefusal.CREDIT_LIMIT, Money.of(amount.getCurrencyUnit(), missing, RoundingMode.HALF_UP));
    }
}
