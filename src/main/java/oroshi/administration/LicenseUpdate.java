package oroshi.administration;

import java.util.List;

/** Which products somebody is to use from now on, and which no longer, each by id or part number. */
public record LicenseUpdate(List<Wanted> assign, List<String> remove) {
    public LicenseUpdate {
        assign = List.copyOf(assign);
        remove = List.copyOf(remove);
    }

    /** A product to use, without some of its service plans. */
    public record Wanted(String sku, List<String> excludedPlans) {
        public Wanted {
            excludedPlans = List.copyOf(excludedPlans);
        }

        public static Wanted whole(String sku) {
            return new Wanted(sku, List.of());
        }
    }
}
