package oroshi.onboarding;

import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.customers.Customers;
import oroshi.partners.Partner;
import oroshi.partners.Partners;

/**
 * Keeps a sandbox account to its 75 customers. Its additions go one at a time, so that the count is still true when the
 * customer is stored; all other partners are asked nothing and wait for nobody.
 */
@Component
class SandboxLimit {
    static final int MOST_CUSTOMERS = 75;

    private final Partners partners;
    private final Customers customers;

    SandboxLimit(Partners partners, Customers customers) {
        this.partners = partners;
        this.customers = customers;
    }

    void requireRoom(Partner partner) {
        if (!partner.sandbox()) {
            return;
        }
        partners.oneAtATime(partner.id());
        if (customers.count(partner.id()) >= MOST_CUSTOMERS) {
            throw Refusal.because(OnboardingRefusal.SANDBOX_FULL);
        }
    }
}
