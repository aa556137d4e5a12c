package oroshi.catalog;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something on sale in one market, in one currency, at one moment: a legacy offer, or one availability of a SKU.
 *
 * <p>Carts, orders and the wizard price a line by it: take the item, choose one of its plans, multiply.
 *
 * @param id what a cart or order line names: the offer id, or {@code productId:skuId:availabilityId}
 * @param key what stays the same in every market: the offer id, or {@code productId:skuId}; prerequisites and targets
 *     name it
 * @param code the operator's short name, such as {@code BIZ-ESS}; the key where there is none
 * @param plans at least one, the one to propose first
 * @param prerequisites keys of which the customer must own one, or buy one in the same order; empty when nothing is
 *     needed
 * @param orderGroup items of different groups end up in different orders
 * @param resellerQualifications what the partner must hold
 * @param reselleeQualifications what the customer must hold
 * @param attestationType the statement that the partner must make to buy it, such as {@code Windows365}; empty for none
 */
public record CatalogItem(
        String id,
        String key,
        String code,
        boolean isLegacy,
        ItemKind kind,
        LocalizedText title,
        LocalizedText description,
        String publisherName,
        boolean isOperatorProduct,
        Segment segment,
        @Nullable Category category,
        String country,
        CurrencyUnit currency,
        int minimumQuantity,
        int maximumQuantity,
        List<Plan> plans,
        boolean isTrial,
        boolean isAddOn,
        List<String> prerequisites,
        List<String> upgradeTargets,
        List<String> conversionTargets,
        PurchaseLimit limit,
        String orderGroup,
        String unitType,
        Set<String> resellerQualifications,
        Set<String> reselleeQualifications,
        String attestationType) {

    /** What a savings plan has to promise an hour at least. */
    public static final BigDecimal LEAST_COMMITMENT = new BigDecimal("0.001");

    public CatalogItem {
        plans = List.copyOf(plans);
        prerequisites = List.copyOf(prerequisites);
        upgradeTargets = List.copyOf(upgradeTargets);
        conversionTargets = List.copyOf(conversionTargets);
        resellerQualifications = Set.copyOf(resellerQualifications);
        reselleeQualifications = Set.copyOf(reselleeQualifications);
    }

    /** The cycles it can be charged in, the most frequent first. */
    public List<BillingCycle> billingCycles() {
        return plans.stream().map(Plan::billingCycle).distinct().sorted().toList();
    }

    /** The terms it can be bought for, the shortest first. */
    public List<Term> terms() {
        return plans.stream()
                .map(Plan::term)
                .distinct()
                .sorted(Comparator.comparingInt(Term::months))
                .toList();
    }

    /** The plan with exactly this term and cycle. */
    public Optional<Plan> plan(Term term, BillingCycle billingCycle) {
        return plans.stream()
                .filter(plan -> plan.term().equals(term) && plan.billingCycle() == billingCycle)
                .findFirst();
    }

    /** The plan to propose for a cycle: one year where it is sold, else the first there is. */
    public Optional<Plan> plan(BillingCycle billingCycle) {
        return plan(Term.ONE_YEAR, billingCycle).or(() -> plans.stream()
                .filter(plan -> plan.billingCycle() == billingCycle)
                .findFirst());
    }

    /** Whether its maximum holds for all of a customer's subscriptions together: products for small businesses. */
    public boolean poolsSeats() {
        return !isLegacy && !isTrial && category == Category.SMALL_BUSINESS;
    }

    /** Whether the quantity is not for the buyer to choose: trials and plans that are only metered. */
    public boolean hasFixedQuantity() {
        return minimumQuantity == maximumQuantity;
    }

    /** Whether owning, or buying along, one of these keys is enough. */
    public boolean isSatisfiedBy(Set<String> keys) {
        return prerequisites.isEmpty() || prerequisites.stream().anyMatch(keys::contains);
    }

    /** Whether the partner must make a statement to buy it. */
    public boolean needsAttestation() {
        return !attestationType.isEmpty();
    }

    /**
     * Whether it can be the first thing a new customer buys: no activation, delivery, usage plan or statement is needed
     * first.
     */
    public boolean suitsNewCustomer() {
        return (kind == ItemKind.LICENSE || kind == ItemKind.USAGE) && !needsAttestation();
    }

    /** The item with other plans. */
    CatalogItem withPlans(List<Plan> others) {
        return new CatalogItem(
                id,
                key,
                code,
                isLegacy,
                kind,
                title,
                description,
                publisherName,
                isOperatorProduct,
                segment,
                category,
                country,
                currency,
                minimumQuantity,
                maximumQuantity,
                others,
                isTrial,
                isAddOn,
                prerequisites,
                upgradeTargets,
                conversionTargets,
                limit,
                orderGroup,
                unitType,
                resellerQualifications,
                reselleeQualifications,
                attestationType);
    }
}
