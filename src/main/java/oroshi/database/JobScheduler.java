package oroshi.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
    /** A node that was killed is missed after some of these, and its jobs go on at another. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final List<RecurringTask<?>> jobs;
    private final JobSettings settings;
    private volatile @Nullable Scheduler scheduler;

    JobScheduler(DataSource dataSource, List<RecurringTask<?>> jobs, JobSettings settings) {
        this.dataSource = dataSource;
        this.jobs = List.copyOf(jobs);
        this.settings = settings;
    }

    /** One scheduler for each start: a stopped one cannot be started again. */
    @Override
    public void start() {
        var started = Scheduler.create(dataSource)
                .startTasks(jobs)
                .tableName(TABLE)
                .threads(THREADS)
                .pollingInterval(settings.pause())
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(PATIENCE)
                .build();
        started.start();
        scheduler = started;
    }

    @Override
    public void stop() {
        var stopping = scheduler;
        scheduler = null;
        if (stopping != null) {
            stopping.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
