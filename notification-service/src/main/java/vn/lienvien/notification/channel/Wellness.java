package vn.lienvien.notification.channel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import vn.lienvien.notification.channel.ChannelView.ServerView;
import vn.lienvien.notification.channel.Outcome.Deferred;
import vn.lienvien.notification.channel.Outcome.Delivered;
import vn.lienvien.notification.channel.Outcome.Failed;
import vn.lienvien.notification.channel.Outcome.Fault;

/**
 * Which counterparts work, as this replica sees it: a channel's gateway, or of a channel to many
 * servers each by itself. Well → unwell after some failures in a row → one message tries it after
 * each rest → well at its first answer. An unwell one is left alone so that its messages take the
 * next way at once instead of each waiting for its own time-out.
 */
@ApplicationScoped
class Wellness {

    private static final Logger LOG = Logger.getLogger(Wellness.class);

    private final Map<String, Strain> strains = new ConcurrentHashMap<>();
    private final ChannelConfig config;

    Wellness(ChannelConfig config, Channels channels, MeterRegistry metrics) {
        this.config = config;
        channels.all().forEach(channel -> measured(channel.name(), metrics));
    }

    private void measured(String channel, MeterRegistry metrics) {
        Gauge.builder("lienvien.channel.well", () -> strain(channel).unwell() ? 0 : 1)
                .tag("channel", channel)
                .register(metrics);
        Gauge.builder("lienvien.channel.servers.unwell", () -> unwellBehind(channel).size())
                .tag("channel", channel)
                .register(metrics);
    }

    /** Elapsed time of this machine, never its date: a wrong clock changes nothing. */
    private record Strain(int failures, String reason, long unwellSince, long restUntil) {

        static final Strain NONE = new Strain(0, null, 0, 0);

        boolean unwell() {
            return unwellSince != 0;
        }

        Duration unwellFor() {
            return Duration.ofNanos(System.nanoTime() - unwellSince);
        }
    }

    /**
     * @param reason the latest failure's; null when well
     */
    record Finding(boolean well, String reason, Duration since) {}

    /** Says whether to try now; an unwell channel allows one try after each rest. */
    boolean allows(String channel) {
        boolean[] allowed = {true};
        strains.computeIfPresent(
                channel,
                (_, strain) -> {
                    long now = System.nanoTime();
                    allowed[0] = !strain.unwell() || now - strain.restUntil() >= 0;
                    return allowed[0] && strain.unwell() ? resting(strain, now) : strain;
                });
        return allowed[0];
    }

    /** Only an answer makes it well: a message that called nobody must not hide that it is down. */
    void note(String channel, Outcome outcome) {
        switch (outcome) {
            case Delivered _ -> recovered(channel);
            case Deferred(String reason, _, Fault fault) -> missed(channel, reason, fault);
            case Failed(String reason, Fault fault) -> missed(channel, reason, fault);
        }
    }

    private void missed(String channel, String reason, Fault fault) {
        switch (fault) {
            case CHANNEL -> strained(channel, reason);
            case RECIPIENT -> recovered(channel);
            case UNHEARD -> {}
        }
    }

    Finding of(String channel) {
        Strain strain = strain(channel);
        return strain.unwell()
                ? new Finding(false, strain.reason(), strain.unwellFor())
                : new Finding(true, null, Duration.ZERO);
    }

    /** By name, so that a list that is asked for again is the same list. */
    List<ServerView> unwellBehind(String channel) {
        String servers = channel + " ";
        return strains.entrySet().stream()
                .filter(each -> each.getKey().startsWith(servers) && each.getValue().unwell())
                .map(each -> server(each.getKey().substring(servers.length()), each.getValue()))
                .sorted(Comparator.comparing(ServerView::server))
                .toList();
    }

    private static ServerView server(String name, Strain strain) {
        return new ServerView(name, strain.reason(), strain.unwellFor().toSeconds());
    }

    private void recovered(String channel) {
        Strain before = strains.remove(channel);
        if (before != null && before.unwell()) {
            LOG.infof("channel %s works again", channel);
        }
    }

    private void strained(String channel, String reason) {
        strains.compute(
                channel,
                (_, before) -> {
                    long now = System.nanoTime();
                    Strain strain = before == null ? Strain.NONE : before;
                    int failures = strain.failures() + 1;
                    if (failures < config.failuresUntilUnwell()) {
                        return new Strain(failures, reason, 0, 0);
                    }
                    if (!strain.unwell()) {
                        LOG.warnf("channel %s is unwell: %s", channel, reason);
                    }
                    long since = strain.unwell() ? strain.unwellSince() : now;
                    return resting(new Strain(failures, reason, since, 0), now);
                });
    }

    private Strain resting(Strain strain, long now) {
        return new Strain(
                strain.failures(),
                strain.reason(),
                strain.unwellSince(),
                now + config.rest().toNanos());
    }

    private Strain strain(String channel) {
        return strains.getOrDefault(channel, Strain.NONE);
    }
}
