package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.lienvien.kit.tx.AfterCommit;

/** Tells the allocator that somebody may be placed now. Many calls before it looks are one. */
@ApplicationScoped
public class AllocatorWake {

    private final Semaphore calls = new Semaphore(0);
    private final AfterCommit afterCommit;

    public AllocatorWake(AfterCommit afterCommit) {
        this.afterCommit = afterCommit;
    }

    public void afterCommit() {
        afterCommit.run(calls::release);
    }

    void await(Duration atMost) throws InterruptedException {
        if (calls.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }
}
