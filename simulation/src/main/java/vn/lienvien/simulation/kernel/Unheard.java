package vn.lienvien.simulation.kernel;

/** The process died, or the connection did: the caller cannot know whether it was done. */
public final class Unheard extends RuntimeException {

    public Unheard(Fate fate) {
        super(fate.name(), null, false, false);
    }
}
