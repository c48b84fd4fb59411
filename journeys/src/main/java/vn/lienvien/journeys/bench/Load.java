package vn.lienvien.journeys.bench;

import java.time.Duration;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Closed loops: so many people, each sending the next request when the last one has its slot. */
record Load(int inFlight, Duration lasts) {

    private static final Duration LAST_ONE_DONE_WITHIN = Duration.ofSeconds(60);

    Sample on(Chain chain) {
        Queue<Long> done = new ConcurrentLinkedQueue<>();
        var from = System.nanoTime();
        try (ExecutorService people = Executors.newFixedThreadPool(inFlight)) {
            Callable<Void> person = () -> repeat(chain, from, done);
            for (var one : people.invokeAll(Collections.nCopies(inFlight, person))) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a chain was not finished", e.getCause());
        }
        var seconds = (System.nanoTime() - from) / 1e9;
        return Sample.of(done, seconds);
    }

    private Void repeat(Chain chain, long from, Queue<Long> done) throws Exception {
        while (System.nanoTime() - from < lasts.toNanos()) {
            var sent = System.nanoTime();
            chain.begin().get(LAST_ONE_DONE_WITHIN.toSeconds(), TimeUnit.SECONDS);
            done.add(System.nanoTime() - sent);
        }
        return null;
    }
}
