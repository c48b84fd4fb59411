package vn.lienvien.kit.tail;

/** Hears what is new; called by one thread, which must not be kept waiting. */
public interface TailListener {

    void on(TailedEvent event);

    /** Events may have been missed: whatever was built on them must be read anew. */
    void missed();
}
