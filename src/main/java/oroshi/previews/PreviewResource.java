package oroshi.previews;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import oroshi.previews.Preview.Charges;
import oroshi.rest.Attributes;
import oroshi.rest.WireTime;
import oroshi.subscriptions.ChargeReason;

/** A preview as JSON. */
record PreviewResource(
        ChargesResource now, ChargesResource restOfTerm, List<RenewalResource> renewals, Attributes attributes) {
    static PreviewResource of(Preview preview) {
        return new PreviewResource(
                ChargesResource.of(preview.now()),
                ChargesResource.of(preview.rest()),
                preview.renewals().stream().map(RenewalResource::of).toList(),
                Attributes.of("ChargePreview"));
    }

    /** Lines with what they come to. */
    record ChargesResource(List<Amount> totals, List<LineResource> lines) {
        static ChargesResource of(Charges charges) {
            return new ChargesResource(
                    charges.totals().stream().map(Amount::of).toList(),
                    charges.lines().stream().map(LineResource::of).toList());
        }
    }

    /** A sum of money. */
    record Amount(BigDecimal amount, String currencyCode) {
        static Amount of(Money money) {
            return new Amount(money.getAmount(), money.getCurrencyUnit().getCode());
        }
    }

    /** What the end of a term brings; {@code status} is that of the subscription from then on. */
    record RenewalResource(
            String date,
            String subscriptionId,
            String subscriptionName,
            String status,
            String outcome,
            @Nullable String termDuration,
            @Nullable String billingCycle,
            ChargesResource charges,
            ChargesResource restOfTerm) {
        static RenewalResource of(Preview.Renewal renewal) {
            var subscription = renewal.subscription();
            var isRenewed = !renewal.first().isEmpty();
            return new RenewalResource(
                    WireTime.startOf(renewal.on()),
                    subscription.id().toString(),
                    renewal.name(),
                    subscription.status().wire(),
                    renewal.outcome(),
                    isRenewed ? subscription.commitment().term().wire() : null,
                    isRenewed ? subscription.commitment().billingCycle().wire() : null,
                    ChargesResource.of(renewal.first()),
                    ChargesResource.of(renewal.rest()));
        }
    }

    /** One charge, or {@code times} of them after one another; {@code total} is what all of them come to. */
    record LineResource(
            @Nullable String subscriptionId,
            String subscriptionName,
            String chargeType,
            String title,
            int quantity,
            BigDecimal unitPrice,
            BigDecimal effectiveUnitPrice,
            int cycleDays,
            int billingDays,
            String chargeStartDate,
            @Nullable String chargeEndDate,
            BigDecimal amount,
            int times,
            BigDecimal total,
            String currencyCode,
            String calculation) {
        static LineResource of(Preview.Line line) {
            var sum = line.sum();
            return new LineResource(
                    line.subscriptionId().map(Object::toString).orElse(null),
                    line.name(),
                    chargeType(line.reason()),
                    line.title(),
                    sum.quantity(),
                    sum.unitPrice().getAmount(),
                    sum.effectiveUnitPrice(),
                    sum.cycleDays(),
                    sum.days(),
                    WireTime.startOf(sum.from()),
                    sum.to().map(WireTime::startOf).orElse(null),
                    sum.amount().getAmount(),
                    line.times(),
                    line.total().getAmount(),
                    sum.amount().getCurrencyUnit().getCode(),
                    line.calculation());
        }

        /** The word of invoices, such as {@code addQuantity}. */
        private static String chargeType(ChargeReason reason) {
            return switch (reason) {
                case CYCLE -> "cycleCharge";
                case CANCEL -> "cancelImmediate";
                default -> camelCase(reason.name());
            };
        }

        private static String camelCase(String name) {
            var words = name.toLowerCase(Locale.ROOT).split("_");
            var joined = new StringBuilder(words[0]);
            for (var word = 1; word < words.length; word++) {
                joined.append(Character.toUpperCase(words[word].charAt(0))).append(words[word].substring(1));
            }
            return joined.toString();
        }
    }
}
