package oroshi.catalog;

import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import oroshi.rest.Link;

/** The Availability resource as the contract names and nests it. */
record AvailabilityResource(
        String id,
        String productId,
        String skuId,
        String catalogItemId,
        Currency defaultCurrency,
        String segment,
        String country,
        boolean isPurchasable,
        boolean isRenewable,
        @Nullable List<RenewalInstruction> renewalInstructions,
        List<TermResource> terms,
        AvailabilityLinks links) {

    record Currency(String code, String symbol) {
        static Currency of(CurrencyUnit currency) {
            return new Currency(currency.getCode(), currency.getSymbol(Locale.US));
        }
    }

    record AvailabilityLinks(Link self) {}

    record RenewalInstruction(List<String> applicableTermIds, List<RenewalOption> renewalOptions) {}

    record RenewalOption(String renewToId, boolean isAutoRenewable) {}

    record TermResource(
            String id,
            @Nullable String duration,
            String description,
            String billingCycle,
            @Nullable List<TermRenewal> renewalOptions,
            @Nullable List<CancellationPolicy> cancellationPolicies) {
        static TermResource of(CatalogItem item, Plan plan, CatalogReader reader) {
            return new TermResource(
                    CatalogIds.term(item.id(), plan),
                    plan.term().isUnlimited() ? null : plan.term().wire(),
                    TermText.of(plan, reader.locale()),
                    plan.billingCycle().title(),
                    item.kind() == ItemKind.SOFTWARE && !plan.term().isUnlimited()
                            ? renewals(item, reader.locale())
                            : null,
                    item.kind() == ItemKind.LICENSE && !item.isTrial() ? CancellationPolicy.OF_LICENSES : null);
        }

        private static List<TermRenewal> renewals(CatalogItem item, WireLocale locale) {
            return item.terms().stream()
                    .map(term -> new TermRenewal(term.wire(), TermText.of(term, locale)))
                    .toList();
        }
    }

    record TermRenewal(String termDuration, String description) {}

    record CancellationPolicy(List<RefundOption> refundOptions) {
        /** A day with a full refund, and a week with what has not been used. */
        static final List<CancellationPolicy> OF_LICENSES = List.of(new CancellationPolicy(
                List.of(new RefundOption(0, "Full", "P1D"), new RefundOption(1, "Partial", "P7D"))));
    }

    record RefundOption(int sequenceId, String type, String expiresAfter) {}

    static AvailabilityResource of(CatalogItem item, Sku sku, CatalogView view, CatalogReader reader) {
        var id = item.id().substring(sku.key().length() + 1);
        var terms = item.plans().stream()
                .map(plan -> TermResource.of(item, plan, reader))
                .toList();
        return new AvailabilityResource(
                id,
                sku.product().id(),
                sku.id(),
                item.id(),
                Currency.of(item.currency()),
                item.segment().wire(),
                item.country(),
                true,
                isRenewable(item),
                isRenewable(item) ? List.of(renewal(item, terms)) : null,
                terms,
                new AvailabilityLinks(Link.get(view.address().availability(sku, id))));
    }

    private static boolean isRenewable(CatalogItem item) {
        return !item.isTrial() && (item.kind() == ItemKind.LICENSE || item.kind() == ItemKind.MARKETPLACE);
    }

    private static RenewalInstruction renewal(CatalogItem item, List<TermResource> terms) {
        return new RenewalInstruction(
                terms.stream().map(TermResource::id).toList(), List.of(new RenewalOption(item.key(), true)));
    }
}
