package oroshi.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the recurring jobs of all modules: each once in the whole installation, however many nodes there are. It starts
 * with the application and, on stopping, lets the job that runs come to its end.
 */
@Component
class JobScheduler implements SmartLifecycle {
    private static final String TABLE = "jobs.scheduled_task";
    private static final int THREADS = 2;
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private volatile boolean running;

    JobScheduler(DataSource dataSource, List<RecurringTask<?>> jobs) {
        scheduler = Scheduler.create(dataSource)
                .startTasks(jobs)
                .tableName(TABLE)
                .threads(THREADS)
                .pollingInterval(POLLING)
                .shutdownMaxWait(PATIENCE)
                .build();
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
