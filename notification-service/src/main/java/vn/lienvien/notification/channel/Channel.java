package vn.lienvien.notification.channel;

/**
 * A way to reach people outside the console. {@link Dispatcher} calls it outside any transaction
 * and repeats after a crash with the same {@link Delivery#reference}, so that the far side can tell
 * a repeat. Whether it is well is judged by what comes of its deliveries, see {@link Wellness}.
 */
public interface Channel {

    /** As in {@link Way#channel}, in configuration and in metrics. */
    String name();

    /** The installation has set it up; else it is passed over without a try. */
    boolean isSetUp();

    /** Whose server is called: it is well or unwell by itself. */
    default String counterpart(Delivery delivery) {
        return name();
    }

    Outcome deliver(Delivery delivery);
}
