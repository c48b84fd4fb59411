package vn.lienvien.kit.sql;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a failure means: may it pass by itself, or can the same work never succeed? */
public final class Faults {

    /** Deadlock and serialization failure. */
    private static final String ROLLED_BACK = "40";

    /** A version that another transaction raised, as persistence layers name it. */
    private static final Set<String> STALE =
            Set.of("OptimisticLockException", "StaleObjectStateException");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /**
     * Connection lost, resources exhausted, operator intervention, time-out of the session; or
     * (55000, by the driver) statements closed under a transaction whose time was over.
     */
    private static final Predicate<String> UNREACHABLE =
            Pattern.compile("|(08|53|57|25P0|55000).*").asMatchPredicate();

    private Faults() {}

    /**
     * The same work may succeed later: the database was away, full or busy, or another transaction
     * won. A rollback whose cause nobody named counts as such: parking is for what surely fails.
     */
    public static boolean passing(Throwable failure) {
        return conflict(failure)
                || lockTimeout(failure)
                || unreachable(failure)
                || (states(failure).findAny().isEmpty()
                        && chain(failure).anyMatch(Faults::unnamed));
    }

    private static boolean unnamed(Throwable each) {
        return each instanceof RollbackException || each instanceof SystemException;
    }

    /** Another transaction won: repeat the whole one at once. */
    public static boolean conflict(Throwable failure) {
        return states(failure).anyMatch(state -> state.startsWith(ROLLED_BACK))
                || chain(failure).anyMatch(each -> STALE.contains(each.getClass().getSimpleName()));
    }

    public static boolean lockTimeout(Throwable failure) {
        return states(failure).anyMatch(LOCK_NOT_AVAILABLE::equals);
    }

    /** No connection to be had: an exhausted pool gives no state at all. */
    public static boolean unreachable(Throwable failure) {
        return states(failure).anyMatch(UNREACHABLE);
    }

    private static Stream<String> states(Throwable failure) {
        return chain(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .map(each -> each.getSQLState() == null ? "" : each.getSQLState());
    }

    private static Stream<Throwable> chain(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (seen.add(next)) {
                Stream.concat(Stream.ofNullable(next.getCause()), Stream.of(next.getSuppressed()))
                        .forEach(open::push);
            }
        }
        return seen.stream();
    }
}
