package vn.lienvien.journeys.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Many people who do something at once. */
final class Crowd {

    private Crowd() {}

    /** What came of each, in their order; the first that failed fails all. */
    static <T> List<T> does(int people, List<Callable<T>> calls)
            throws InterruptedException, ExecutionException {
        var done = new ArrayList<T>();
        try (var crowd = Executors.newFixedThreadPool(people)) {
            for (var each : crowd.invokeAll(calls)) {
                done.add(each.get());
            }
        }
        return done;
    }
}
