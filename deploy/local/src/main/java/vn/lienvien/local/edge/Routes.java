package vn.lienvien.local.edge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which path belongs to which service; a prefix matches whole segments only. */
public final class Routes {
    private final Map<String, Upstream> byPrefix = new LinkedHashMap<>();

    /** All paths of one service, and the ports of its replicas. */
    public Routes add(List<String> prefixes, List<Integer> ports) {
        Upstream upstream = new Upstream(ports);
        prefixes.forEach(prefix -> byPrefix.put(prefix, upstream));
        return this;
    }

    Optional<Upstream> to(String path) {
        return byPrefix.entrySet().stream()
                .filter(route -> within(path, route.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A path that climbs, or hides that it climbs, would leave the prefix behind the edge. */
    static boolean wellFormed(String path) {
        try {
            String seen = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return seen.startsWith("/")
                    && !seen.contains("\\")
                    && !seen.contains("//")
                    && !(seen + "/").contains("/../")
                    && !(seen + "/").contains("/./")
                    && seen.chars().noneMatch(Character::isISOControl);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean within(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
