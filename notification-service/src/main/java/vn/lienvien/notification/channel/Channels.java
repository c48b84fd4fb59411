package vn.lienvien.notification.channel;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The channels of this release, by name. */
@ApplicationScoped
class Channels {

    private final Map<String, Channel> byName = new TreeMap<>();

    Channels(@All List<Channel> channels) {
        channels.forEach(each -> byName.put(each.name(), each));
    }

    Collection<Channel> all() {
        return byName.values();
    }

    Channel named(String name) {
        return byName.get(name);
    }

    boolean isSetUp(String name) {
        Channel channel = named(name);
        return channel != null && channel.isSetUp();
    }
}
