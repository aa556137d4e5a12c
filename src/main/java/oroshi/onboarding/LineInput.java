package oroshi.onboarding;

/**
 * One offer of the Subscriptions page as the user filled it in.
 *
 * @param item id of the catalog item
 * @param quantity as typed; empty when it is not chosen
 * @param billingCycle wire name of the cycle
 * @param shownPrice the unit price the user saw when choosing, such as {@code JPY 1360}; empty before it was shown
 */
public record LineInput(String item, String quantity, String billingCycle, String shownPrice) {
    /** The same at another price. */
    public LineInput at(String price) {
        return new LineInput(item, quantity, billingCycle, price);
    }
}
