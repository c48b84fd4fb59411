package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the allocator that somebody may be placed now. Many calls before it looks are one. */
@ApplicationScoped
public class AllocatorWake {

    private final Semaphore calls = new Semaphore(0);
    private final Event<Call> commit;

    public AllocatorWake(Event<Call> commit) {
        this.commit = commit;
    }

    record Call() {}

    public void afterCommit() {
        commit.fire(new Call());
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Call call) {
        calls.release();
    }

    void await(Duration atMost) throws InterruptedException {
        if (calls.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }
}
