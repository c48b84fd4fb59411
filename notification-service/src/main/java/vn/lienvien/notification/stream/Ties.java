package vn.lienvien.notification.stream;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.sql.Faults;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.notification.stream.Entitlement.Tie;

/**
 * The relations to a transfer, remembered for a moment: a case makes several events within
 * milliseconds, and the stream must not wait for the database at each. Only the thread that hears
 * the topics remembers.
 */
@ApplicationScoped
class Ties {

    private static final Logger LOG = Logger.getLogger(Ties.class);
    private static final long FRESH = Duration.ofMillis(250).toNanos();
    private static final int REMEMBERED = 10_000;

    private static final String OF =
            "select transfer_id, organisation, held_until from relation where transfer_id = any(?)";

    private record Row(UUID transfer, Tie tie) {}

    private record Remembered(List<Tie> ties, long at) {}

    private final Sql sql;
    private final Map<UUID, Remembered> remembered =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Remembered> eldest) {
                    return size() > REMEMBERED;
                }
            };

    Ties(Sql sql) {
        this.sql = sql;
    }

    /**
     * For what happens now. While they cannot be read, whoever it was announced to still hears it:
     * it will not be told again.
     */
    Map<UUID, List<Tie>> of(List<TailedEvent> events) {
        var known = new HashMap<UUID, List<Tie>>();
        var unknown = new HashSet<UUID>();
        for (var event : events) {
            var fresh = event.transfer() == null ? List.<Tie>of() : remembered(event.transfer());
            if (fresh == null) {
                unknown.add(event.transfer());
            } else {
                known.put(event.transfer(), fresh);
            }
        }
        try {
            var read = now(unknown);
            unknown.forEach(each -> remember(each, read.getOrDefault(each, List.of())));
            known.putAll(read);
        } catch (RuntimeException e) {
            LOG.errorf(
                    Faults.passing(e) ? null : e, "relations cannot be read: %s", e.getMessage());
        }
        return known;
    }

    /** Null when it is not known, or no longer fresh. */
    private List<Tie> remembered(UUID transfer) {
        var known = remembered.get(transfer);
        return known != null && System.nanoTime() - known.at() < FRESH ? known.ties() : null;
    }

    private void remember(UUID transfer, List<Tie> ties) {
        remembered.put(transfer, new Remembered(ties, System.nanoTime()));
    }

    /** For what is caught up on: read now, since a relation may have closed meanwhile. */
    Map<UUID, List<Tie>> now(Collection<UUID> transfers) {
        return transfers.isEmpty()
                ? Map.of()
                : sql
                        .list(
                                OF,
                                row ->
                                        new Row(
                                                row.getObject(1, UUID.class),
                                                new Tie(
                                                        new OrganisationCode(row.getString(2)),
                                                        Sql.instant(row, 3))),
                                transfers)
                        .stream()
                        .collect(groupingBy(Row::transfer, mapping(Row::tie, toList())));
    }
}
