package oroshi.administration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import oroshi.basics.Refusal;
import oroshi.basics.Typed;

/**
 * An update of licenses whose every name has been found among the products that the customer has.
 *
 * @param assign the service plans that are left out, by product
 */
record ChosenLicenses(Map<UUID, Set<String>> assign, Set<UUID> remove) {
    /** Refuses an update that does nothing, mixes groups, or names something that is not there. */
    static ChosenLicenses of(LicenseUpdate update, Collection<SubscribedSku> subscribed) {
        if (update.assign().isEmpty() && update.remove().isEmpty()) {
            throw Refusal.because(AdministrationRefusal.NOTHING_TO_DO);
        }
        var skus = subscribed.stream().map(SubscribedSku::sku).toList();
        var assign = new TreeMap<UUID, Set<String>>();
        var groups = new TreeSet<LicenseGroup>();
        for (var wanted : update.assign()) {
            var sku = find(skus, wanted.sku());
            groups.add(sku.group());
            assign.put(sku.id(), excluded(sku, wanted.excludedPlans()));
        }
        if (groups.size() > 1) {
            throw Refusal.because(AdministrationRefusal.GROUPS_MIXED);
        }
        var remove = new TreeSet<UUID>();
        update.remove().forEach(name -> remove.add(find(skus, name).id()));
        return new ChosenLicenses(assign, remove);
    }

    /** All products concerned, in the one order in which everybody locks them. */
    SortedSet<UUID> skus() {
        var all = new TreeSet<>(assign.keySet());
        all.addAll(remove);
        return all;
    }

    private static LicenseSku find(List<LicenseSku> skus, String name) {
        return skus.stream()
                .filter(sku -> !sku.forTenant() && sku.isCalled(name))
                .findFirst()
                .orElseThrow(() -> Refusal.because(AdministrationRefusal.SKU_UNKNOWN, name));
    }

    private static Set<String> excluded(LicenseSku sku, List<String> plans) {
        var plan = sku.planId().toString();
        for (var name : plans) {
            if (!Typed.code(name).equalsIgnoreCase(plan)) {
                throw Refusal.because(AdministrationRefusal.PLAN_UNKNOWN, name);
            }
        }
        return plans.isEmpty() ? Set.of() : Set.of(plan);
    }
}
