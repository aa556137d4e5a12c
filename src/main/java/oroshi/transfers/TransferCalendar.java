package oroshi.transfers;

import org.springframework.stereotype.Component;
import oroshi.clock.Clocks;
import oroshi.clock.LookCalendar;
import oroshi.database.Jobs;

/** Remembers when the transfers that a partner loses have to be looked at. */
@Component
class TransferCalendar extends LookCalendar {
    TransferCalendar(Jobs jobs, Clocks clocks) {
        super(TransferRun.JOB, jobs, clocks);
    }
}
