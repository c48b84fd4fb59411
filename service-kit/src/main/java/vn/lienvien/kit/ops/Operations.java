package vn.lienvien.kit.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.audit.AuditVerifier;
import vn.lienvien.kit.inbox.ParkedKeys;
import vn.lienvien.kit.inbox.ParkedView;
import vn.lienvien.kit.inbox.ParkedViews;
import vn.lienvien.kit.outbox.Republishing;
import vn.lienvien.kit.problem.Problem;

/**
 * The acts of operators, each audited before it is done: an act that half fails was still tried.
 */
@ApplicationScoped
class Operations {

    private static final String SUBJECT = "event-stream";

    private final String name;
    private final ParkedKeys keys;
    private final ParkedViews views;
    private final Republishing republishing;
    private final Audit audit;
    private final AuditVerifier verifier;

    Operations(
            KitConfig config,
            ParkedKeys keys,
            ParkedViews views,
            Republishing republishing,
            Audit audit,
            AuditVerifier verifier) {
        this.verifier = verifier;
        this.name = config.service().replace("-service", "");
        this.keys = keys;
        this.views = views;
        this.republishing = republishing;
        this.audit = audit;
    }

    /** The path names the service, so that one edge can tell the three apart. */
    Operations of(String service) {
        if (!service.equals(name)) {
            throw Problem.notFound().exception();
        }
        return this;
    }

    List<ParkedView> parked(String key, int limit) {
        return views.list(key, limit);
    }

    ParkedKeys.Retried retry(String consumer, String topic, String key, boolean acceptGap) {
        audit.record(
                "parked-key-retried",
                SUBJECT,
                key,
                Map.of(
                        "consumer",
                        consumer,
                        "topic",
                        topic,
                        "acceptGap",
                        Boolean.toString(acceptGap)));
        return keys.retry(consumer, topic, key, acceptGap);
    }

    ParkedKeys.Retried discard(long id, String reason) {
        ParkedView record = views.find(id).orElseThrow(() -> Problem.notFound().exception());
        audit.record(
                "parked-record-discarded",
                SUBJECT,
                record.key(),
                Map.of(
                        "consumer",
                        record.consumer(),
                        "topic",
                        record.topic(),
                        "sequence",
                        String.valueOf(record.sequence()),
                        "event",
                        String.valueOf(record.eventId()),
                        "reason",
                        reason));
        return keys.discard(record);
    }

    AuditVerifier.Verdict auditVerdict() {
        return verifier.verify(Optional.empty());
    }

    int republish(String topic, String key, Instant since) {
        audit.record(
                "events-republished",
                SUBJECT,
                key == null ? topic : key,
                Map.of("topic", topic, "since", String.valueOf(since)));
        return republishing.again(topic, key, since);
    }
}
