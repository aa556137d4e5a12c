package oroshi.basics;

/** How a partner takes part in the programme. */
public enum PartnerType {
    /** Buys from the operator and sells to customers. */
    DIRECT_BILL,
    /** Buys from the operator and sells through indirect resellers, or directly. */
    INDIRECT_PROVIDER,
    /** Never buys from the operator; works through one or more providers. */
    INDIRECT_RESELLER;

    /** Whether partners of this type place orders, see prices and attest agreements. */
    public boolean buys() {
        return this != INDIRECT_RESELLER;
    }
}
