package vn.lienvien.bed.capacity.adapter.rest;

import java.util.List;
import java.util.function.Function;

/**
 * @param nextCursor absent on the last page
 */
record Page<T>(List<T> items, String nextCursor) {

    static <T> Page<T> of(List<T> items, int limit, Function<T, String> cursor) {
        return new Page<>(items, items.size() < limit ? null : cursor.apply(items.getLast()));
    }

    <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor);
    }
}
