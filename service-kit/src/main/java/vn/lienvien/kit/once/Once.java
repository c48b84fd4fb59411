package vn.lienvien.kit.once;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.sql.Faults;

/**
 * Runs a command in its transaction, once for each Idempotency-Key: the same key gives the same
 * answer after any crash (I3). Decide access before calling it, so that a repeat by somebody who
 * has lost the right is refused too.
 */
@ApplicationScoped
public class Once {

    private static final int ATTEMPTS = 3;
    private static final long SHORT = Duration.ofMillis(50).toNanos();

    private final IdempotencyKeys keys;
    private final CurrentActor actor;
    private final CurrentVertxRequest request;

    Once(IdempotencyKeys keys, CurrentActor actor, CurrentVertxRequest request) {
        this.keys = keys;
        this.actor = actor;
        this.request = request;
    }

    /** What was done, and what is told of it; of a refusal nothing. */
    public record Told<T>(Done done, T answer) {}

    /**
     * Another transaction's deadlock or serialization failure repeats the command whole, so it must
     * have no effect outside the database.
     *
     * @param idempotencyKey null means that a repeat is a new command
     */
    public Done run(String idempotencyKey, Object body, Supplier<Done> command) {
        return run(idempotencyKey, body, command, _ -> null).done();
    }

    /**
     * The same, and reads the answer while the transaction is open, where what was just written
     * need not be read again.
     */
    public <T> Told<T> run(
            String idempotencyKey, Object body, Supplier<Done> command, Function<Done, T> answer) {
        Supplier<Done> once =
                idempotencyKey == null ? command : once(idempotencyKey, body, command);
        return retrying(
                () -> {
                    Done done = once.get();
                    return new Told<>(done, done.isRefused() ? null : answer.apply(done));
                });
    }

    private Supplier<Done> once(String idempotencyKey, Object body, Supplier<Done> command) {
        Key key = Key.of(idempotencyKey, actor.get(), operation(), body);
        return () ->
                keys.answered(key)
                        .orElseGet(
                                () -> {
                                    Done done = command.get();
                                    keys.answer(key, done);
                                    return done;
                                });
    }

    /** Method and path, without query. */
    private String operation() {
        RoutingContext now = request.getCurrent();
        return now.request().method().name() + " " + now.normalizedPath();
    }

    private static <T> T retrying(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(work::get);
            } catch (RuntimeException e) {
                if (!Faults.conflict(e) || attempt == ATTEMPTS) {
                    throw e;
                }
                letTheWinnerThrough(attempt);
            }
        }
    }

    /** A long transaction that has won goes on, and at once would win against the repeat too. */
    private static void letTheWinnerThrough(int attempt) {
        LockSupport.parkNanos(attempt * ThreadLocalRandom.current().nextLong(SHORT, 2 * SHORT));
    }
}
