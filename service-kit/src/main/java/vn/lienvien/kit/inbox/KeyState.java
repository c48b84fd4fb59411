package vn.lienvien.kit.inbox;

/**
 * Where a consumer stands with one key.
 *
 * @param last the sequence applied last; null when the key is new to the consumer
 * @param parked something of this key waits, so that everything after it must
 */
public record KeyState(Long last, boolean parked) {

    public boolean hasSeen(Long sequence) {
        return last != null && sequence != null && sequence <= last;
    }

    /** A consumer that never saw the key takes the first sequence it meets. */
    public boolean expects(long sequence) {
        return last == null || sequence == last + 1;
    }
}
