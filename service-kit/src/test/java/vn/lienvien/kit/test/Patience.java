package vn.lienvien.kit.test;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** To wait for what comes by itself, also on a machine that others keep busy. */
public final class Patience {

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private Patience() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(AT_MOST);
    }

    public static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(AT_MOST);
    }
}
