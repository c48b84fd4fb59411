package vn.lienvien.kit.inbox;

/**
 * Told, after the fact is stored, that a key stands still: nobody's later events are applied until
 * a person looks. A service makes a bean of it to raise its alarm.
 */
public interface ParkedListener {

    void parked(String consumer, String topic, String key, ParkedBecause because);
}
