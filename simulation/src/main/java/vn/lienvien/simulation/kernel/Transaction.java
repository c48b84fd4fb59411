package vn.lienvien.simulation.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.lienvien.simulation.bus.Announced;
import vn.lienvien.simulation.bus.Effect;

/** One transaction: how to undo it, and what is to be done once it is stored. */
public final class Transaction {

    private final Instant beganAt;
    private final long ticket;
    private final List<Runnable> undo = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Announced> announced = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();

    Transaction(Instant beganAt, long ticket) {
        this.beganAt = beganAt;
        this.ticket = ticket;
    }

    public Instant beganAt() {
        return beganAt;
    }

    /** Drawn when it began: the order in which identities of rows are given out. */
    public long ticket() {
        return ticket;
    }

    public boolean hasWritten() {
        return !undo.isEmpty();
    }

    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    public void announce(Announced event) {
        announced.add(event);
    }

    public void hadEffect(Effect effect) {
        effects.add(effect);
    }

    public List<Announced> announced() {
        return announced;
    }

    public List<Effect> effects() {
        return effects;
    }

    void onRollback(Runnable action) {
        undo.add(action);
    }

    void rollBack() {
        for (int i = undo.size() - 1; i >= 0; i--) {
            undo.get(i).run();
        }
    }

    void tellAll() {
        afterCommit.forEach(Runnable::run);
    }
}
