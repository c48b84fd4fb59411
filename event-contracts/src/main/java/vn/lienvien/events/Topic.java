package vn.lienvien.events;

/**
 * The four topics. Each has one writing service; the partition count is for ever, since raising it
 * moves keys.
 */
public enum Topic {
    /** Written by transfer-service, keyed by transfer id. */
    TRANSFER("lienvien.transfer.events"),
    /** Written by bed-service, keyed by transfer id. */
    PLACEMENT("lienvien.placement.events"),
    /** Written by bed-service, keyed by unit code. */
    CAPACITY("lienvien.capacity.events"),
    /** Written by notification-service, keyed by transfer id or unit code. */
    ALERT("lienvien.alert.events");

    public static final int PARTITIONS = 12;

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    public String topicName() {
        return topicName;
    }
}
