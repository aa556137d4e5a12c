package oroshi.administration;

/**
 * How many licenses of a product a customer has.
 *
 * @param active of subscriptions that run
 * @param warning of subscriptions that ended and are kept for a while; people still use them
 * @param suspended of subscriptions that stand still
 * @param consumed how many people have
 */
public record SubscribedSku(LicenseSku sku, int active, int warning, int suspended, int consumed) {
    public int total() {
        return active + warning;
    }

    /** How many are left; less than none after licenses ended that people had. */
    public int available() {
        return total() - consumed;
    }

    /** The state of the product as the wire has it. */
    String capabilityStatus() {
        if (active > 0) {
            return "Enabled";
        }
        return warning > 0 ? "Warning" : "Suspended";
    }

    SubscribedSku plus(Units units) {
        return new SubscribedSku(
                sku, active + units.active(), warning + units.warning(), suspended + units.suspended(), consumed);
    }

    SubscribedSku consumedBy(int people) {
        return new SubscribedSku(sku, active, warning, suspended, people);
    }
}
