package oroshi.catalog;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Ids;

/** Puts together what the price sheets, the offer matrix and the details say about each SKU. */
final class SkuAssembly {
    private static final int MANY = 10_000_000;

    private final Map<String, PriceSheetReader.SkuFacts> priced;
    private final Map<String, PriceFileLine> matrix;
    private final Map<String, PriceFileLine> details;
    private final Map<String, Product> products = new HashMap<>();

    SkuAssembly(
            Map<String, PriceSheetReader.SkuFacts> priced,
            Map<String, PriceFileLine> matrix,
            Map<String, PriceFileLine> details) {
        this.priced = priced;
        this.matrix = matrix;
        this.details = details;
    }

    /** Every SKU that has a price or stands in the matrix. */
    Set<String> keys() {
        var keys = new LinkedHashSet<>(matrix.keySet());
        keys.addAll(priced.keySet());
        return keys;
    }

    Sku sku(String key) {
        var facts = priced.get(key);
        var rules = Optional.ofNullable(matrix.get(key));
        var line = facts == null ? rules.orElseThrow() : facts.line();
        var detail = Optional.ofNullable(details.get(key));
        var product = products.computeIfAbsent(line.required("ProductId"), id -> product(id, line, facts));
        var isTrial = facts != null && facts.isTrial();
        var targets = rules.map(rule -> keys(rule, "ProductSkuConversion")).orElse(List.of());
        var kind = kind(facts, detail);
        return new Sku(
                product,
                line.required("SkuId"),
                text(detail, "Code").isEmpty() ? key : text(detail, "Code"),
                kind,
                category(detail),
                new LocalizedText(line.required("SkuTitle"), text(detail, "TitleJa")),
                new LocalizedText(description(line, rules), text(detail, "DescriptionJa")),
                rules.map(rule -> rule.integer("MinLicenses", 1)).orElse(1),
                rules.map(SkuAssembly::maximum).orElse(MANY),
                isTrial,
                rules.map(SkuAssembly::limit).orElse(PurchaseLimit.NONE),
                rules.map(rule -> keys(rule, "ProductSkuPreRequisites")).orElse(List.of()),
                isTrial ? List.of() : targets,
                isTrial ? targets : List.of(),
                text(detail, "ReservationScope"),
                text(detail, "OrderGroup").isEmpty()
                        ? kind.name().toLowerCase(Locale.ROOT)
                        : text(detail, "OrderGroup"),
                text(detail, "UnitType").isEmpty() ? "Licenses" : text(detail, "UnitType"),
                rules.map(SkuAssembly::provisioningId).orElse(null),
                rules.map(rule -> rule.text("ProvisioningString")).orElse(""),
                text(detail, "ConsumptionType"),
                text(detail, "AttestationType"),
                set(detail, "ResellerQualifications"),
                set(detail, "ReselleeQualifications"),
                attributes(detail),
                null);
    }

    /** What the files say about the SKU that only their readers want to know. */
    PublishedFacts published(String key) {
        var priced = Optional.ofNullable(this.priced.get(key)).map(PriceSheetReader.SkuFacts::line);
        var rules = Optional.ofNullable(matrix.get(key));
        return new PublishedFacts(
                text(priced, "UnitOfMeasure"),
                text(priced, "Tags"),
                text(priced, "MeterIds"),
                text(priced, "MeterType"),
                rules.map(rule -> rule.list("AllowedCountries", ";")).orElse(List.of()),
                rules.isPresent());
    }

    private Product product(String id, PriceFileLine line, PriceSheetReader.@Nullable SkuFacts facts) {
        var detail = Optional.ofNullable(details.get(id));
        var thirdParty = facts != null && facts.tags().contains("thirdparty");
        var type = text(detail, "ProductType").isEmpty() ? typeOf(facts) : text(detail, "ProductType");
        return new Product(
                id,
                type,
                text(detail, "ProductSubType").isEmpty() ? type : text(detail, "ProductSubType"),
                line.text("Publisher").isEmpty() ? text(detail, "Publisher") : line.text("Publisher"),
                !thirdParty,
                new LocalizedText(line.required("ProductTitle"), text(detail, "TitleJa")),
                new LocalizedText(
                        text(detail, "Description").isEmpty()
                                ? line.text("SkuDescription")
                                : text(detail, "Description"),
                        text(detail, "DescriptionJa")));
    }

    private static String typeOf(PriceSheetReader.@Nullable SkuFacts facts) {
        if (facts == null || facts.format() == PriceFileFormat.LICENSE_PRICES) {
            return facts != null && facts.tags().contains("software") ? "Software" : "OnlineServicesNCE";
        }
        return "Azure";
    }

    private static ItemKind kind(PriceSheetReader.@Nullable SkuFacts facts, Optional<PriceFileLine> detail) {
        if (!text(detail, "Kind").isEmpty()) {
            return detail.orElseThrow().value("Kind", ItemKind::find);
        }
        if (facts == null) {
            return ItemKind.LICENSE;
        }
        var tags = facts.tags();
        if (tags.contains("reservation")) {
            return ItemKind.RESERVATION;
        }
        if (tags.contains("software")) {
            return ItemKind.SOFTWARE;
        }
        return tags.contains("consumption") ? ItemKind.USAGE : ItemKind.LICENSE;
    }

    private static String description(PriceFileLine line, Optional<PriceFileLine> rules) {
        var text = line.text("SkuDescription");
        return text.isEmpty() ? text(rules, "Description") : text;
    }

    static @Nullable Category category(Optional<PriceFileLine> detail) {
        return text(detail, "Category").isEmpty() ? null : detail.orElseThrow().value("Category", Category::find);
    }

    private static int maximum(PriceFileLine rule) {
        var maximum = rule.integer("MaxLicenses", MANY);
        if (maximum < rule.integer("MinLicenses", 1)) {
            throw rule.unreadable("MaxLicenses", "is less than MinLicenses");
        }
        return maximum;
    }

    private static PurchaseLimit limit(PriceFileLine rule) {
        var count = rule.integer("AssetOwnershipLimit", 0);
        return rule.value("AssetOwnershipLimitType", type -> PurchaseLimit.find(count == 0 ? "" : type, count));
    }

    private static @Nullable UUID provisioningId(PriceFileLine rule) {
        var text = rule.text("ProvisioningId");
        if (text.isEmpty()) {
            return null;
        }
        return Ids.parse(text).orElseThrow(() -> rule.unreadable("ProvisioningId", "'" + text + "' isn't a GUID"));
    }

    /** The files write a SKU as {@code productId/skuId}, everything else as {@code productId:skuId}. */
    private static List<String> keys(PriceFileLine rule, String column) {
        return rule.list(column, ",").stream().map(key -> key.replace('/', ':')).toList();
    }

    static String text(Optional<PriceFileLine> line, String column) {
        return line.map(found -> found.text(column)).orElse("");
    }

    static Set<String> set(Optional<PriceFileLine> line, String column) {
        return line.map(found -> Set.copyOf(found.list(column, ";"))).orElse(Set.of());
    }

    private static Map<String, String> attributes(Optional<PriceFileLine> detail) {
        return detail.map(line -> line.list("Attributes", ";")).orElse(List.of()).stream()
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> other, LinkedHashMap::new));
    }
}
