package vn.lienvien.notification.channel;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.notification.channel.ChannelView.Health;

/** Whether people can be reached, for those who must notice when not. */
@Path("/api/v1/channels")
@Tag(name = "channels")
@RunOnVirtualThread
class ChannelResource {

    private static final Duration LATELY = Duration.ofHours(1);
    private static final Traffic NONE = new Traffic("", 0, 0, 0);

    static final String TRAFFIC =
            """
            select channel,
                   count(*) filter (where state = 'DUE'),
                   count(*) filter (where state in ('SENT', 'RECEIVED')),
                   count(*) filter (where state in ('FAILED', 'PASSED_ON'))
              from delivery
             where state = 'DUE' or ended_at > ?
             group by channel
            """;

    private final Channels channels;
    private final Wellness wellness;
    private final Sql sql;
    private final DatabaseClock clock;

    ChannelResource(Channels channels, Wellness wellness, Sql sql, DatabaseClock clock) {
        this.channels = channels;
        this.wellness = wellness;
        this.sql = sql;
        this.clock = clock;
    }

    private record Traffic(String channel, long waiting, long sent, long failed) {}

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    @Operation(summary = "The ways of reaching people, and how they do")
    public List<ChannelView> channels() {
        Map<String, Traffic> traffic = traffic();
        return channels.all().stream()
                .map(each -> view(each, traffic.getOrDefault(each.name(), NONE)))
                .toList();
    }

    private ChannelView view(Channel channel, Traffic traffic) {
        Wellness.Finding found = wellness.of(channel.name());
        Health health =
                !channel.isSetUp() ? Health.OFF : found.well() ? Health.WELL : Health.UNWELL;
        return new ChannelView(
                channel.name(),
                health,
                found.reason(),
                found.since().toSeconds(),
                traffic.waiting(),
                traffic.sent(),
                traffic.failed(),
                wellness.unwellBehind(channel.name()));
    }

    private Map<String, Traffic> traffic() {
        return sql
                .list(
                        TRAFFIC,
                        row ->
                                new Traffic(
                                        row.getString(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4)),
                        clock.now().minus(LATELY))
                .stream()
                .collect(Collectors.toMap(Traffic::channel, Function.identity()));
    }
}
