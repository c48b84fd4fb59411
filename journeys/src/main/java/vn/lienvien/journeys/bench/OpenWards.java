package vn.lienvien.journeys.bench;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Twelve units of forty beds, as many as a region has, with room throughout the run: for every
 * forty requests another opens, since nobody leaves a bed while the bench lasts.
 */
final class OpenWards implements AutoCloseable {

    private static final int UNITS = 12;
    private static final int BEDS = 40;

    private final BenchWards wards;
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService opening = Executors.newSingleThreadExecutor();
    private volatile Future<?> last = CompletableFuture.completedFuture(null);

    private OpenWards(BenchWards wards) {
        this.wards = wards;
    }

    static OpenWards start(BenchWards wards) throws SQLException {
        wards.openOnly(UNITS, BEDS);
        return new OpenWards(wards);
    }

    /** A bed will be taken. */
    void asked() {
        var requests = asked.incrementAndGet();
        if (requests % BEDS == 0) {
            if (last.state() == Future.State.FAILED) {
                throw new IllegalStateException("no more beds", last.exceptionNow());
            }
            last =
                    opening.submit(
                            () -> {
                                wards.openAlso(UNITS + requests / BEDS, BEDS);
                                return null;
                            });
        }
    }

    @Override
    public void close() {
        opening.close();
    }
}
