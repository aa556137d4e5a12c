package oroshi.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does things at the same time. */
final class Together {
    private Together() {}

    /** Starts all of them at one moment; their results in the order of the works. */
    static <T> List<T> run(List<Callable<T>> works) throws Exception {
        var start = new CountDownLatch(works.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = works.stream()
                    .map(work -> threads.submit(() -> {
                        start.countDown();
                        start.await();
                        return work.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (Future<T> done : running) {
                results.add(done.get());
            }
            return results;
        }
    }
}
