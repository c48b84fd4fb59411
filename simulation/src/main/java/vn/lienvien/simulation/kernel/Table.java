package vn.lienvien.simulation.kernel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of immutable values by key, in the order of their insertion. */
public final class Table<K, V> {

    private final Database database;
    private final Map<K, V> rows = new LinkedHashMap<>();

    public Table(Database database) {
        this.database = database;
    }

    public V get(K key) {
        return rows.get(key);
    }

    public boolean has(K key) {
        return rows.containsKey(key);
    }

    public Collection<V> all() {
        return rows.values();
    }

    public Map<K, V> rows() {
        return rows;
    }

    public void put(K key, V value) {
        var before = rows.put(key, value);
        database.current()
                .onRollback(
                        () -> {
                            if (before == null) {
                                rows.remove(key);
                            } else {
                                rows.put(key, before);
                            }
                        });
    }

    public boolean delete(K key) {
        var before = rows.remove(key);
        if (before == null) {
            return false;
        }
        database.current().onRollback(() -> rows.put(key, before));
        return true;
    }
}
