package oroshi.notifications;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The hour at which the calendar is looked at: before anybody in Japan comes to work. */
final class LookHour {
    static final LocalTime AT = LocalTime.of(18, 30);

    private LookHour() {}

    /** The first look after the moment. */
    static Instant after(Instant moment) {
        var today = moment.atZone(ZoneOffset.UTC).with(AT);
        return (today.toInstant().isAfter(moment) ? today : today.plusDays(1)).toInstant();
    }

    /** The first look at which it is that day in the zone. */
    static Instant on(LocalDate day, ZoneId zone) {
        return after(day.atStartOfDay(zone).toInstant().minusNanos(1));
    }
}
