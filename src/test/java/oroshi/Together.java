package oroshi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Does things at the same time. */
public final class Together {
    private Together() {}

    /** Something that several do, each with a number of its own. */
    public interface Numbered<T> {
        T call(int number) throws Exception;
    }

    /** The same so many times at one moment. */
    public static <T> List<T> run(int times, Callable<T> work) throws Exception {
        return run(Collections.nCopies(times, work));
    }

    /** The same for each number from 0, so many times at one moment; the results in the order of the numbers. */
    public static <T> List<T> run(int times, Numbered<T> work) throws Exception {
        return run(IntStream.range(0, times)
                .<Callable<T>>mapToObj(number -> () -> work.call(number))
                .toList());
    }

    /** Starts all of them at one moment; their results in the order of the works. */
    public static <T> List<T> run(List<Callable<T>> works) throws Exception {
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
