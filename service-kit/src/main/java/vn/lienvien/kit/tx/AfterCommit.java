package vn.lienvien.kit.tx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jboss.logging.Logger;

/** Runs what must happen only once the transaction is safely stored, such as waking a sweeper. */
@ApplicationScoped
public class AfterCommit {

    private static final Logger LOG = Logger.getLogger(AfterCommit.class);

    private final TransactionSynchronizationRegistry transaction;

    AfterCommit(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /**
     * Runs the action after the current transaction commits, never after a rollback; without a
     * transaction at once.
     */
    public void run(Runnable action) {
        if (transaction.getTransactionKey() == null) {
            action.run();
            return;
        }
        transaction.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            attempt(action);
                        }
                    }
                });
    }

    /** What was committed stays committed, whatever the action does. */
    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("an action after commit failed", e);
        }
    }
}
