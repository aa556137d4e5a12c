package oroshi.catalog;

import java.time.Period;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts together what the legacy price sheets, the legacy offer matrix and the details say about each offer. */
final class LegacyOfferAssembly {
    private static final Pattern DURATION =
            Pattern.compile("([0-9]{1,3}) (Day|Month|Year)\\(?s?\\)?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_LONGER_SOLD = Set.of("DEL", "DEPR");

    private final Map<String, PriceFileLine> matrix;
    private final Map<String, PriceFileLine> details;
    private final Map<String, PriceFileLine> priced = new LinkedHashMap<>();

    LegacyOfferAssembly(Map<String, PriceFileLine> matrix, Map<String, PriceFileLine> details) {
        this.matrix = matrix;
        this.details = details;
    }

    /** The price of the line; empty when the line only says that the offer is gone. */
    Optional<OfferTable.MonthlyPrice> price(PriceFileLine line) {
        var id = line.required("Offer ID");
        if (!matrix.containsKey(id)) {
            throw line.unreadable("Offer ID", "'" + id + "' isn't in the legacy offer matrix");
        }
        priced.putIfAbsent(id, line);
        if (NO_LONGER_SOLD.contains(line.text("A/C/D/U").toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        var from = line.value("Valid-From Date", PriceFileTimes::day);
        var to = line.value("ValidToDate", PriceFileTimes::day).plus(Period.ofDays(1));
        if (!to.isAfter(from)) {
            throw line.unreadable("ValidToDate", "is before Valid-From Date");
        }
        return Optional.of(
                new OfferTable.MonthlyPrice(id, from, to, line.amount("List Price"), line.amount("ERP Price")));
    }

    Set<String> ids() {
        return matrix.keySet();
    }

    LegacyOffer offer(String id) {
        var rules = java.util.Objects.requireNonNull(matrix.get(id));
        var detail = Optional.ofNullable(details.get(id));
        var sheet = Optional.ofNullable(priced.get(id));
        var isTrial = SkuAssembly.text(sheet, "Secondary License Type").equalsIgnoreCase("TRIAL");
        var targets = rules.list("CanConvertTo", ";");
        return new LegacyOffer(
                id,
                SkuAssembly.text(detail, "Code").isEmpty() ? id : SkuAssembly.text(detail, "Code"),
                SkuAssembly.text(detail, "Kind").isEmpty()
                        ? ItemKind.LICENSE
                        : detail.orElseThrow().value("Kind", ItemKind::find),
                segment(sheet),
                SkuAssembly.category(detail),
                detail.map(line -> line.integer("Rank", 0)).orElse(0),
                new LocalizedText(rules.required("Offer Display Name"), SkuAssembly.text(detail, "TitleJa")),
                new LocalizedText(rules.text("Offer Display Description"), SkuAssembly.text(detail, "DescriptionJa")),
                SkuAssembly.text(detail, "Publisher"),
                !SkuAssembly.text(detail, "PublisherKind").equalsIgnoreCase("Partner"),
                rules.integer("Min Seat Count", 1),
                maximum(rules),
                rules.value("Duration", LegacyOfferAssembly::term),
                billingCycles(rules),
                isTrial,
                SkuAssembly.text(sheet, "Secondary License Type").equalsIgnoreCase("ADD-ON"),
                rules.value("Offer Limit Scope", scope -> PurchaseLimit.find(scope, rules.integer("Offer Limit", 0))),
                rules.list("DependsOn", ";"),
                isTrial ? List.of() : targets,
                isTrial ? targets : List.of(),
                Optional.of(rules.text("SuccessorSku").replace('/', ':')).filter(key -> !key.isEmpty()),
                Set.copyOf(rules.list("Allowed Countries", ";")),
                SkuAssembly.text(detail, "OrderGroup").isEmpty() ? "Default" : SkuAssembly.text(detail, "OrderGroup"),
                SkuAssembly.text(detail, "UnitType").isEmpty() ? "Licenses" : SkuAssembly.text(detail, "UnitType"),
                rules.text("LearnMoreLink"),
                SkuAssembly.set(detail, "ResellerQualifications"),
                SkuAssembly.set(detail, "ReselleeQualifications"),
                null);
    }

    private static int maximum(PriceFileLine rules) {
        var maximum = rules.integer("Max Seat Count", 10_000_000);
        if (maximum < rules.integer("Min Seat Count", 1)) {
            throw rules.unreadable("Max Seat Count", "is less than Min Seat Count");
        }
        return maximum;
    }

    private static List<BillingCycle> billingCycles(PriceFileLine rules) {
        var column = "Billing Frequency";
        return Arrays.stream(rules.required(column).split("[,;/]", -1))
                .map(word -> BillingCycle.find(word)
                        .orElseThrow(() -> rules.unreadable(column, "'" + word.strip() + "' isn't known")))
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<Term> term(String text) {
        if (text.isEmpty()) {
            return Optional.of(Term.UNLIMITED);
        }
        var parts = DURATION.matcher(text);
        return parts.matches() ? Term.find("P" + parts.group(1) + parts.group(2).charAt(0)) : Optional.empty();
    }

    /** The sheets tell academic and government customers apart by agreement, charities by the kind of customer. */
    private static Segment segment(Optional<PriceFileLine> sheet) {
        var endCustomer = SkuAssembly.text(sheet, "End Customer Type").toLowerCase(Locale.ROOT);
        if (endCustomer.contains("charity") || endCustomer.contains("nonprofit")) {
            return Segment.NONPROFIT;
        }
        return switch (SkuAssembly.text(sheet, "License Agreement Type").toLowerCase(Locale.ROOT)) {
            case "academic" -> Segment.EDUCATION;
            case "government" -> Segment.GOVERNMENT;
            default -> Segment.COMMERCIAL;
        };
    }
}
