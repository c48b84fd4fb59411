package vn.lienvien.simulation.kernel;

import java.util.ArrayList;
import java.util.List;

/** Draws one of several by weight. */
public final class Wheel<T> {

    private final List<T> fields = new ArrayList<>();

    public Wheel<T> with(int weight, T one) {
        for (int i = 0; i < weight; i++) {
            fields.add(one);
        }
        return this;
    }

    public T turn(Choices chance) {
        return chance.of(fields);
    }
}
