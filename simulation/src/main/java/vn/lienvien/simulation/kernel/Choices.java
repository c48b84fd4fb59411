package vn.lienvien.simulation.kernel;

import java.util.List;

/** All chance of one step, from its own seed, so that taking other steps away changes nothing. */
public final class Choices {

    private long state;

    public Choices(long seed) {
        this.state = seed;
    }

    public long next() {
        state += 0x9e3779b97f4a7c15L;
        long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    public int below(int bound) {
        return (int) Math.floorMod(next(), (long) bound);
    }

    public boolean percent(int chance) {
        return below(100) < chance;
    }

    public <T> T of(List<T> some) {
        return some.get(below(some.size()));
    }

    @SafeVarargs
    public final <T> T of(T... some) {
        return some[below(some.length)];
    }
}
