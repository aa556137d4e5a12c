package oroshi.customers;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The ValidationStatus resource as the contract has it; its moment is in UTC and doesn't say so. */
record ValidationStatusResource(String type, String status, String lastUpdateDateTime) {
    static ValidationStatusResource of(AccountReview review) {
        var moment = LocalDateTime.ofInstant(review.changedAt(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        return new ValidationStatusResource(
                "account", review.status().wireName(), DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment));
    }
}
