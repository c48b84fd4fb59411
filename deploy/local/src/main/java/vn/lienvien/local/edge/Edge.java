package vn.lienvien.local.edge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.lienvien.local.issuer.Issuer;

/**
 * The one origin on loopback. It streams bodies both ways without buffering, so that a live stream
 * stays live, and answers for a service that is away.
 */
public final class Edge implements AutoCloseable {
    private static final String REQUEST_ID = SafeHeaders.REQUEST_ID;

    /** Each service describes its interface; all else under its {@code /q} stays inside. */
    private static final String DESCRIPTIONS = "/openapi/";

    /** Longer than the stream's heartbeat, which is the first thing a quiet stream sends. */
    private static final Duration FIRST_BYTE = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final Routes routes;
    private final LocalIssuer issuer;
    private final Duration firstByte;
    private final HttpProxy proxy;
    private final HttpServer server;

    private Edge(int port, Routes routes, Issuer issuer, Duration firstByte) {
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        this.routes = routes;
        this.issuer = new LocalIssuer(issuer);
        this.firstByte = firstByte;
        HttpClient client =
                vertx.createHttpClient(
                        new HttpClientOptions().setConnectTimeout(2_000).setKeepAliveTimeout(30),
                        new PoolOptions().setHttp1MaxSize(2_000));
        this.proxy =
                HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                        .origin(context -> request(client, context))
                        .addInterceptor(new ServiceAway());
        this.server =
                vertx.createHttpServer(
                                new HttpServerOptions()
                                        .setHost("127.0.0.1")
                                        .setPort(port)
                                        // Who asks before it sends a large body would wait for
                                        // ever.
                                        .setHandle100ContinueAutomatically(true)
                                        // The proxy forwards a body of unknown length wrongly then.
                                        .setHttp2ClearTextEnabled(false))
                        .requestHandler(this::route);
    }

    /** Listens on loopback; port 0 takes a free one. */
    public static Edge start(int port, Routes routes, Issuer issuer) {
        return start(port, routes, issuer, FIRST_BYTE);
    }

    /**
     * @param firstByte how long a service may be silent
     */
    static Edge start(int port, Routes routes, Issuer issuer, Duration firstByte) {
        Edge edge = new Edge(port, routes, issuer, firstByte);
        edge.server.listen().toCompletionStage().toCompletableFuture().join();
        return edge;
    }

    public int port() {
        return server.actualPort();
    }

    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void route(HttpServerRequest request) {
        String id = requestId(request);
        request.headers().set(REQUEST_ID, id);
        String path = request.path();
        if (!OwnHost.isNamedBy(request)) {
            SafeHeaders.addTo(request.response().headers(), id);
            Problems.MISDIRECTED.answer(request.response(), path, id);
        } else if (path != null && Routes.wellFormed(path) && routes.to(path).isPresent()) {
            proxy.handle(request);
        } else {
            answerHere(request, path, id);
        }
    }

    private void answerHere(HttpServerRequest request, String path, String id) {
        SafeHeaders.addTo(request.response().headers(), id);
        if (path == null || !Routes.wellFormed(path)) {
            Problems.MALFORMED_PATH.answer(request.response(), request.uri(), id);
        } else if (path.equals("/")) {
            Welcome.answer(request.response());
        } else if (issuer.knows(path)) {
            issuer.answer(request, id);
        } else {
            Problems.NOT_FOUND.answer(request.response(), path, id);
        }
    }

    private Future<HttpClientRequest> request(HttpClient client, ProxyContext context) {
        String path = context.request().proxiedRequest().path();
        SocketAddress replica = routes.to(path).orElseThrow().next();
        context.set("replica", replica);
        if (path.startsWith(DESCRIPTIONS)) {
            context.request().setURI("/q/openapi?format=json");
        }
        return client.request(new RequestOptions().setServer(replica))
                .onSuccess(forwarded -> context.set("forwarded", quiet(forwarded)));
    }

    /**
     * Whoever waits for the answer learns of a failure; without a handler it is logged beside that.
     */
    private static HttpClientRequest quiet(HttpClientRequest forwarded) {
        return forwarded.exceptionHandler(_ -> {});
    }

    private static String requestId(HttpServerRequest request) {
        String given = request.getHeader(REQUEST_ID);
        return given != null && given.matches("[A-Za-z0-9._-]{1,64}")
                ? given
                : UUID.randomUUID().toString();
    }

    /**
     * A replica that refuses, breaks off or stays silent becomes a problem with a time to retry.
     */
    private final class ServiceAway implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            return context.sendRequest()
                    .timeout(firstByte.toMillis(), TimeUnit.MILLISECONDS)
                    .onFailure(failure -> giveUp(context, failure))
                    .recover(_ -> Future.succeededFuture(away(context)));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            SafeHeaders.addTo(
                    context.response().headers(),
                    context.request().proxiedRequest().getHeader(REQUEST_ID));
            return context.sendResponse();
        }

        /** An answer that nobody waits for would keep its connection, and the service its work. */
        private static void giveUp(ProxyContext context, Throwable failure) {
            HttpClientRequest silent = context.get("forwarded", HttpClientRequest.class);
            if (failure instanceof TimeoutException && silent != null) {
                silent.reset();
            }
        }

        private ProxyResponse away(ProxyContext context) {
            HttpServerRequest asked = context.request().proxiedRequest();
            SocketAddress replica = context.get("replica", SocketAddress.class);
            routes.to(asked.path()).orElseThrow().failed(replica);
            if (!asked.isEnded()) {
                asked.resume();
            }
            return context.request()
                    .response()
                    .setStatusCode(Problems.SERVICE_AWAY.status())
                    .putHeader("Content-Type", Problems.MEDIA_TYPE)
                    .putHeader("Retry-After", "2")
                    .setBody(
                            Body.body(
                                    Problems.SERVICE_AWAY.body(
                                            asked.path(), asked.getHeader(REQUEST_ID))));
        }
    }
}
