package vn.lienvien.journeys.bench;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Twelve units of forty beds, as many as a region has, with room throughout the run: for every
 * forty requests another opens, since nobody leaves a bed while the bench lasts.
 */
final class OpenWards implements AutoCloseable {

    private static final int UNITS = 12;
    private static final int BEDS = 40;

    private final BenchWards wards;
    private final ExecutorService opening = Executors.newSingleThreadExecutor();
    private CompletableFuture<Void> opened = CompletableFuture.completedFuture(null);
    private int asked;

    private OpenWards(BenchWards wards) {
        this.wards = wards;
    }

    static OpenWards start(BenchWards wards) throws SQLException {
        wards.openOnly(UNITS, BEDS);
        return new OpenWards(wards);
    }

    /** A bed will be taken. Whoever asks after an opening that failed is told so. */
    synchronized void asked() {
        if (opened.isCompletedExceptionally()) {
            opened.join();
        }
        if (++asked % BEDS == 0) {
            var next = UNITS + asked / BEDS;
            opened = opened.thenRunAsync(() -> open(next), opening);
        }
    }

    private void open(int unit) {
        try {
            wards.openAlso(unit, BEDS);
        } catch (SQLException e) {
            throw new IllegalStateException("no more beds", e);
        }
    }

    @Override
    public void close() {
        opening.close();
    }
}
