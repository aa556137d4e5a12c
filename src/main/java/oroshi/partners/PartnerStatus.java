package oroshi.partners;

import oroshi.basics.Refusal;

/** How far a partner may act at present. */
public enum PartnerStatus {
    ACTIVE,
    /** The conditions of the direct-bill programme are not met: existing business goes on, nothing new begins. */
    RESTRICTED,
    /** Overdue, under suspicion or rejected: existing business goes on, nothing new begins. */
    SUSPENDED;

    /** Whether the partner may add customers and request relationships. */
    public boolean mayAddCustomers() {
        return this == ACTIVE;
    }

    /** Whether the partner may place new orders, trials included. */
    public boolean mayOrder() {
        return this == ACTIVE;
    }

    /** What a partner hears that asks for more than its status allows. */
    Refusal refusal() {
        return Refusal.because(this == SUSPENDED ? PartnerRefusal.SUSPENDED : PartnerRefusal.RESTRICTED);
    }
}
