package oroshi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The open partner center: one engine behind a portal and the REST API v1. */
@SpringBootApplication
public class Oroshi {
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
    private static final int FEWEST_CARRIERS = 8;

    public static void main(String[] arguments) {
        leaveCarriersToSpare();
        SpringApplication.run(Oroshi.class, arguments);
    }

    /**
     * A virtual thread that waits until another has initialized a class keeps its carrier meanwhile. With one carrier a
     * processor, as is usual, two first requests could keep both of a small machine from the thread they wait for.
     */
    private static void leaveCarriersToSpare() {
        if (System.getProperty(CARRIERS) == null) {
            var carriers = Math.max(FEWEST_CARRIERS, Runtime.getRuntime().availableProcessors());
            System.setProperty(CARRIERS, Integer.toString(carriers));
        }
    }
}
