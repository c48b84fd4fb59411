package vn.lienvien.kit.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.ProblemException;

/**
 * A body is whole before anything of it is looked at. Whoever sends too much, too slowly, or breaks
 * off has changed nothing, holds nothing and fills no log.
 */
@Provider
@Singleton
class WholeBody implements ReaderInterceptor {

    private static final String MOST = WholeBody.class.getName();
    private static final int BEHIND_ALL_LIMITS = 0;
    private static final int PART = 8 * 1024;

    /** Later: a provider is made before the configuration of the run. */
    private final Instance<KitConfig> config;

    private final CurrentVertxRequest request;

    WholeBody(Instance<KitConfig> config, CurrentVertxRequest request) {
        this.config = config;
        this.request = request;
    }

    void register(@Observes Filters filters) {
        filters.register(WholeBody::takeLimit, BEHIND_ALL_LIMITS);
    }

    /** Past it Quarkus would answer by itself, and fail a second time with our answer. */
    private static void takeLimit(RoutingContext request) {
        Long most = request.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        request.put(MOST, most);
        request.next();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new ByteArrayInputStream(whole(context.getInputStream())));
        return context.proceed();
    }

    private byte[] whole(InputStream body) {
        Long most = request.getCurrent().get(MOST);
        long begun = System.nanoTime();
        var whole = new ByteArrayOutputStream();
        var part = new byte[PART];
        try {
            for (int read = body.read(part); read >= 0; read = body.read(part)) {
                whole.write(part, 0, read);
                if (most != null && whole.size() > most) {
                    throw ended(413);
                }
                if (System.nanoTime() - begun > config.get().bodyWithin().toNanos()) {
                    throw ended(408);
                }
            }
        } catch (IOException brokenOff) {
            throw ended(408);
        }
        return whole.toByteArray();
    }

    /** Nothing can follow on a connection with a body that was not read. */
    private ProblemException ended(int status) {
        RoutingContext ending = request.getCurrent();
        ending.response().putHeader("Connection", "close");
        ending.addEndHandler(_ -> ending.request().connection().close());
        return Problem.of(status).exception();
    }
}
