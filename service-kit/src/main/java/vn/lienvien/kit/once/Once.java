package vn.lienvien.kit.once;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import vn.lienvien.kit.access.Actor;
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

    private final IdempotencyKeys keys;
    private final CurrentActor actor;
    private final CurrentVertxRequest request;

    Once(IdempotencyKeys keys, CurrentActor actor, CurrentVertxRequest request) {
        this.keys = keys;
        this.actor = actor;
        this.request = request;
    }

    /**
     * Another transaction's deadlock or serialization failure repeats the command whole, so it must
     * have no effect outside the database.
     *
     * @param idempotencyKey null means that a repeat is a new command
     */
    public Done run(String idempotencyKey, Object body, Supplier<Done> command) {
        if (idempotencyKey == null) {
            return retrying(command);
        }
        Actor who = actor.get();
        Key key = Key.of(idempotencyKey, who, operation(), body);
        return retrying(
                () ->
                        keys.answered(key)
                                .orElseGet(
                                        () -> {
                                            Done done = command.get();
                                            keys.answer(key, done);
                                            return done;
                                        }));
    }

    /** Method and path, without query. */
    private String operation() {
        RoutingContext now = request.getCurrent();
        return now.request().method().name() + " " + now.normalizedPath();
    }

    private static Done retrying(Supplier<Done> command) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(command::get);
            } catch (RuntimeException e) {
                if (!Faults.conflict(e) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
