package vn.lienvien.simulation.kernel;

import java.util.UUID;
import vn.lienvien.kit.ids.Ids;

/** Ids in the order in which they are made, the same in every replay. */
public final class CountedIds extends Ids {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private long made;

    @Override
    public UUID next() {
        made++;
        return new UUID(made << 16 | VERSION_7, VARIANT | made);
    }
}
