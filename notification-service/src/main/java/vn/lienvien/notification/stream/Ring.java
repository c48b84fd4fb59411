package vn.lienvien.notification.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The latest frames, so that a reader who was away for a moment misses nothing. */
final class Ring {

    private final Frame[] frames;
    private long last;

    /** Nobody can go on from before this one. */
    private long whole;

    Ring(int size) {
        frames = new Frame[size];
    }

    long last() {
        return last;
    }

    void add(Frame frame) {
        last = frame.number();
        frames[slot(last)] = frame;
    }

    /** Something happened of which there is no frame: it takes a number, which nobody has. */
    void leaveGap() {
        whole = ++last;
    }

    /** What came after that number; empty when some of it is gone, or it never was. */
    Optional<List<Frame>> after(long number) {
        if (number < whole || number > last || last - number > frames.length) {
            return Optional.empty();
        }
        var missed = new ArrayList<Frame>();
        for (long n = number + 1; n <= last; n++) {
            missed.add(frames[slot(n)]);
        }
        return Optional.of(missed);
    }

    private int slot(long number) {
        return (int) (number % frames.length);
    }
}
