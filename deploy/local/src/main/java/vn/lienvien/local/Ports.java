package vn.lienvien.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Loopback ports. */
public final class Ports {
    /**
     * Those given before, which may not be taken yet: a stack wants ten before it starts any part.
     */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    /** Another process picks its ten at the same moment: two modules are tested side by side. */
    private static final PortLocks GIVEN_ANYWHERE = PortLocks.in(Caches.folder());

    private Ports() {}

    /**
     * The wanted port, or a free one when 0 is wanted: below the range that the system gives to
     * outgoing connections, so that nobody takes it while a part is started again.
     */
    public static int orFree(int wanted) {
        if (wanted != 0) {
            return wanted;
        }
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .filter(Ports::isFree)
                .filter(GIVEN::add)
                .filter(GIVEN_ANYWHERE::take)
                .findFirst()
                .orElseThrow();
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
