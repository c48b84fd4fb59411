package vn.lienvien.notification.channel.outbound;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hosts that may be called, as {@code host:port}; a leading dot stands for any host below that
 * name. Nothing else is called, whatever a contact or a browser asks for.
 */
public record AllowList(Set<String> hosts) {

    public static AllowList of(Collection<String> hosts) {
        return new AllowList(
                hosts.stream()
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    public static AllowList only(URI uri) {
        return of(Set.of(hostAndPort(uri)));
    }

    public boolean allows(URI uri) {
        String asked = hostAndPort(uri);
        return hosts.contains(asked)
                || hosts.stream().anyMatch(host -> host.startsWith(".") && asked.endsWith(host));
    }

    /** The part of the URL that decides who is called; user information is never accepted. */
    public static String hostAndPort(URI uri) {
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("a URL has a host, and no user information");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : isTls(uri) ? 443 : 80;
        return uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    static boolean isTls(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }
}
