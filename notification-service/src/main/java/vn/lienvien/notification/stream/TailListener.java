package vn.lienvien.notification.stream;

import java.util.List;

/** Hears what is new; called by one thread, which must not be kept waiting. */
interface TailListener {

    /** In the order of each key; as many as have come since the last call. */
    void on(List<TailedEvent> events);

    /** Events may have been missed: whatever was built on them must be read anew. */
    void missed();
}
