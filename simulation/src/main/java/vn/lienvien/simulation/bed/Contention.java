package vn.lienvien.simulation.bed;

/** While a transaction waits for a lock, others may commit. */
@FunctionalInterface
public interface Contention {

    void waiting();
}
