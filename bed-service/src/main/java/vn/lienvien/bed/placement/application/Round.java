package vn.lienvien.bed.placement.application;

import java.util.HashSet;
import java.util.Set;
import vn.lienvien.bed.placement.domain.TransferId;

/**
 * One round of the clockwork. What cannot be decided of one transfer must not stop all others: it
 * is left out until the next round.
 */
final class Round {

    private final Set<TransferId> leftOut = new HashSet<>();
    private final Set<TransferId> tried = new HashSet<>();

    boolean leavesOut(TransferId transfer) {
        return leftOut.contains(transfer);
    }

    Set<TransferId> leftOut() {
        return leftOut;
    }

    void begin() {
        tried.clear();
    }

    void tries(TransferId transfer) {
        tried.add(transfer);
    }

    /** Empty when nothing was tried: then it was nobody's fault. */
    Set<TransferId> leaveOutTried() {
        leftOut.addAll(tried);
        return Set.copyOf(tried);
    }
}
