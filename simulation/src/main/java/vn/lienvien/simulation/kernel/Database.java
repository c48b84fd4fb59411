package vn.lienvien.simulation.kernel;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The database of one service. A transaction happens whole or not at all; one that waits for a lock
 * lets others commit in between, but only while it has written nothing itself.
 */
public final class Database {

    private final VirtualClock clock;
    private final Deque<Transaction> open = new ArrayDeque<>();
    private final List<Consumer<Transaction>> onCommit = new ArrayList<>();
    private long tickets;

    public Database(VirtualClock clock) {
        this.clock = clock;
    }

    /** What belongs to every commit: the outbox, then whoever watches. */
    public void onCommit(Consumer<Transaction> action) {
        onCommit.add(action);
    }

    public long ticket() {
        return ++tickets;
    }

    public <T> T run(Fate fate, Supplier<T> work) {
        return run(fate, clock.now(), ticket(), work);
    }

    /**
     * @param beganAt when the caller's connection began it, before it waited for anything
     */
    public <T> T run(Fate fate, Instant beganAt, long ticket, Supplier<T> work) {
        var transaction = new Transaction(beganAt, ticket);
        open.push(transaction);
        T result;
        try {
            result = work.get();
            if (fate == Fate.DIES_BEFORE_COMMIT) {
                throw new Unheard(fate);
            }
        } catch (RuntimeException e) {
            transaction.rollBack();
            open.pop();
            throw e;
        }
        open.pop();
        onCommit.forEach(action -> action.accept(transaction));
        if (fate == Fate.COMMITS_UNHEARD) {
            throw new Unheard(fate);
        }
        transaction.tellAll();
        return result;
    }

    public Transaction current() {
        if (open.isEmpty()) {
            throw new IllegalStateException("no transaction is open");
        }
        return open.peek();
    }

    public int depth() {
        return open.size();
    }
}
