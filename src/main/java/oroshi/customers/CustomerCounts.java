package oroshi.customers;

/**
 * How many customers a partner has; beyond {@link #MOST} nobody counts on, and any larger number stands for "more".
 *
 * @param withoutAgreement those of whom no acceptance of the agreement is on record
 * @param awaiting those who were asked to accept it and haven't yet
 */
public record CustomerCounts(long customers, long withoutAgreement, long awaiting) {
    public static final int MOST = 10_000;
}
