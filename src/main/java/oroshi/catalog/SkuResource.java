package oroshi.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oroshi.rest.Link;

/** The SKU resource as the contract names and nests it. */
record SkuResource(
        String id,
        String productId,
        String title,
        String description,
        int minimumQuantity,
        int maximumQuantity,
        boolean isTrial,
        List<String> supportedBillingCycles,
        List<String> purchasePrerequisites,
        List<String> inventoryVariables,
        List<String> provisioningVariables,
        List<String> actions,
        @Nullable String consumptionType,
        Map<String, Object> dynamicAttributes,
        @Nullable AttestationProperties attestationProperties,
        @Nullable LeastCommitment minimumPurchaseCommitment,
        SkuLinks links) {

    record AttestationProperties(String attestationType, boolean enforceAttestation) {}

    /** The least that a savings plan can promise to spend. */
    record LeastCommitment(String grain, AvailabilityResource.Currency currencyCode, String amount) {}

    record SkuLinks(Link availabilities, Link self) {}

    static SkuResource of(Sku sku, CatalogView view, CatalogReader reader) {
        var isReservation = sku.kind() == ItemKind.RESERVATION;
        return new SkuResource(
                sku.id(),
                sku.product().id(),
                reader.text(sku.title()),
                reader.text(sku.description()),
                sku.minimumQuantity(),
                sku.maximumQuantity(),
                sku.isTrial(),
                billingCycles(view.availabilities(sku), reader),
                purchasePrerequisites(sku),
                isReservation ? List.of("CustomerId", "AzureSubscriptionId", "ArmRegionName") : List.of(),
                provisioningVariables(sku),
                sku.isTrial() || sku.kind() == ItemKind.SAVINGS_PLAN ? List.of() : List.of("Refund"),
                sku.consumptionType().isEmpty() ? null : sku.consumptionType(),
                dynamicAttributes(sku, view, reader),
                sku.attestationType().isEmpty() ? null : new AttestationProperties(sku.attestationType(), true),
                leastCommitment(sku, view),
                new SkuLinks(
                        Link.get(view.address().availabilities(sku)),
                        Link.get(view.address().sku(sku))));
    }

    private static List<String> provisioningVariables(Sku sku) {
        return switch (sku.kind()) {
            case RESERVATION -> List.of("Scope", "SubscriptionId", "Duration");
            case SAVINGS_PLAN -> List.of("Scope", "SubscriptionId", "EntitlementId");
            case LICENSE, USAGE, SOFTWARE, MARKETPLACE -> List.of();
        };
    }

    private static @Nullable LeastCommitment leastCommitment(Sku sku, CatalogView view) {
        if (sku.kind() != ItemKind.SAVINGS_PLAN) {
            return null;
        }
        return view.availabilities(sku).stream()
                .findFirst()
                .map(item -> new LeastCommitment(
                        "hourly",
                        AvailabilityResource.Currency.of(item.currency()),
                        CatalogItem.LEAST_COMMITMENT.toPlainString()))
                .orElse(null);
    }

    private static List<String> billingCycles(List<CatalogItem> availabilities, CatalogReader reader) {
        return availabilities.stream()
                .flatMap(item -> item.billingCycles().stream())
                .map(reader::wire)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> purchasePrerequisites(Sku sku) {
        if (sku.kind() != ItemKind.RESERVATION) {
            return List.of("MicrosoftCustomerAgreement");
        }
        return sku.reservationScope().isEmpty()
                ? List.of("InventoryCheck", "AzureSubscriptionRegistration", "MicrosoftCustomerAgreement")
                : List.of("InventoryCheck", "MicrosoftCustomerAgreement");
    }

    private static Map<String, Object> dynamicAttributes(Sku sku, CatalogView view, CatalogReader reader) {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("isMicrosoftProduct", sku.product().isOperatorProduct());
        attributes.put("hasConstraints", hasConstraints(sku));
        attributes.put("isAddon", sku.isAddOn());
        if (!reader.needsReducedForm()) {
            attributes.put("prerequisiteSkus", sku.prerequisites());
            attributes.put("upgradeTargetOffers", sku.upgradeTargets());
            if (!sku.conversionTargets().isEmpty()) {
                attributes.put("conversionInstructions", List.of(Conversion.of(sku, view)));
            }
        }
        attributes.put("isSoftwareAssuranceApplicable", false);
        var provisioningId = sku.provisioningId();
        if (provisioningId != null) {
            attributes.put("provisioningId", provisioningId.toString());
        }
        attributes.put("billingType", sku.kind() == ItemKind.USAGE ? "usage" : "license");
        attributes.put("internal", false);
        attributes.putAll(sku.attributes());
        return attributes;
    }

    private static boolean hasConstraints(Sku sku) {
        return sku.limit().scope() != PurchaseLimit.Scope.NONE || sku.maximumQuantity() < 10_000_000;
    }

    /** Into what a trial turns, and on which conditions. */
    record Conversion(List<String> applicableTermIds, List<ConversionOption> conversionOptions) {
        static Conversion of(Sku trial, CatalogView view) {
            var terms = view.availabilities(trial).stream()
                    .flatMap(item -> item.plans().stream().map(plan -> CatalogIds.term(item.id(), plan)))
                    .toList();
            return new Conversion(
                    terms,
                    trial.conversionTargets().stream()
                            .map(target -> ConversionOption.of(target, view))
                            .toList());
        }
    }

    record ConversionOption(String transferToId, List<TransferRule> termTransferRules) {
        static ConversionOption of(String target, CatalogView view) {
            var plans = view.sold(target).map(CatalogItem::plans).orElse(List.of()).stream()
                    .map(plan -> new TermAndBilling(
                            plan.term().wire(), plan.billingCycle().title()))
                    .toList();
            return new ConversionOption(target, List.of(new TransferRule("Immediate", plans)));
        }
    }

    record TransferRule(String transferTiming, List<TermAndBilling> allowedTransferToTermDurationAndBilling) {}

    record TermAndBilling(String termDuration, String billingPlan) {}
}
