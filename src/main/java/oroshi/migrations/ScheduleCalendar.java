package oroshi.migrations;

import org.springframework.stereotype.Component;
import oroshi.clock.Clocks;
import oroshi.clock.LookCalendar;
import oroshi.database.Jobs;

/** Remembers when the schedules of a partner have to be looked at. */
@Component
class ScheduleCalendar extends LookCalendar {
    ScheduleCalendar(Jobs jobs, Clocks clocks) {
        super(ScheduleRun.JOB, jobs, clocks);
    }
}
