package vn.lienvien.notification.stream;

import java.util.Optional;

/**
 * Where a reader is: numbers count from the start of one process, so they mean nothing to another.
 *
 * @param start the process's start id
 */
record StreamId(String start, long number) {

    /** Empty for what is not one of ours: such a reader must read anew. */
    static Optional<StreamId> parse(String text) {
        var dash = text.lastIndexOf('-');
        if (dash < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new StreamId(
                            text.substring(0, dash), Long.parseLong(text.substring(dash + 1))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return start + "-" + number;
    }
}
