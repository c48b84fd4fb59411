package vn.lienvien.notification.channel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import vn.lienvien.notification.channel.ChannelConfig;
import vn.lienvien.notification.channel.outbound.CallFailed.Reason;

/**
 * The only door to other people's servers. A name is resolved once, every address it has is
 * checked, and the connection goes to a checked address, so that a name which changes its mind
 * between check and call gains nothing; TLS still proves the name. No client of the JDK or of
 * Quarkus connects to a given address under another name, so this one speaks just enough HTTP
 * itself.
 */
@ApplicationScoped
public class Outbound {

    private final Networks networks;
    private final Resolver resolver;
    private final SSLSocketFactory tls;
    private final Duration limit;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Names to addresses. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    @Inject
    Outbound(Networks networks, ChannelConfig config) {
        this(
                networks,
                InetAddress::getAllByName,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                config.callLimit());
    }

    Outbound(Networks networks, Resolver resolver, SSLSocketFactory tls, Duration limit) {
        this.networks = networks;
        this.resolver = resolver;
        this.tls = tls;
        this.limit = limit;
    }

    /**
     * @param allowed whom this caller may call at all
     */
    public Answer post(URI uri, AllowList allowed, Map<String, String> headers, byte[] body)
            throws CallFailed {
        if (!isAllowed(uri, allowed)) {
            throw new CallFailed(Reason.NOT_ALLOWED);
        }
        return inTime(threads.submit(() -> exchange(uri, headers, body)));
    }

    private static boolean isAllowed(URI uri, AllowList allowed) {
        try {
            return (AllowList.isTls(uri) || "http".equalsIgnoreCase(uri.getScheme()))
                    && allowed.allows(uri);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Interrupting a virtual thread closes the socket it waits on: a slow drip ends too. */
    private Answer inTime(Future<Answer> call) throws CallFailed {
        try {
            return call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new CallFailed(Reason.TIME_OUT);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new CallFailed(Reason.UNREACHABLE);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static CallFailed failure(Throwable cause) {
        return switch (cause) {
            case CallFailed failed -> failed;
            case UnknownHostException _ -> new CallFailed(Reason.UNKNOWN_HOST);
            case HttpWire.NotHttp _ -> new CallFailed(Reason.NOT_HTTP);
            case IOException _ -> new CallFailed(Reason.UNREACHABLE);
            case null, default -> throw new IllegalStateException("a call broke", cause);
        };
    }

    private Answer exchange(URI uri, Map<String, String> headers, byte[] body)
            throws IOException, CallFailed {
        InetAddress address = checked(uri);
        int port = uri.getPort() >= 0 ? uri.getPort() : AllowList.isTls(uri) ? 443 : 80;
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), (int) limit.toMillis());
            try (Socket socket = AllowList.isTls(uri) ? proven(plain, uri, port) : plain) {
                HttpWire.send(socket.getOutputStream(), uri, headers, body);
                return HttpWire.read(new BufferedInputStream(socket.getInputStream()));
            }
        }
    }

    /** One bad address spoils the name: which one is used must not be the attacker's choice. */
    private InetAddress checked(URI uri) throws UnknownHostException, CallFailed {
        InetAddress[] all = resolver.resolve(uri.getHost());
        for (InetAddress address : all) {
            boolean inTheClear = !AllowList.isTls(uri) && !networks.trusts(address);
            if (inTheClear || !networks.mayCall(address)) {
                throw new CallFailed(Reason.NOT_ALLOWED);
            }
        }
        return all[0];
    }

    private Socket proven(Socket plain, URI uri, int port) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, uri.getHost(), port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
