package vn.lienvien.kit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Everything of the kit that an installation may want otherwise. */
@ConfigMapping(prefix = "lienvien.kit")
public interface KitConfig {

    /** The service's name: the source of its events, and part of its operators' paths. */
    String service();

    /** False leaves events in the outbox and topics unread: for tests that need no broker. */
    @WithDefault("true")
    boolean kafka();

    /** Loads what lies in db/local too, which is invented: true on one machine only. */
    @WithDefault("false")
    boolean inventedData();

    /**
     * The stable name of this replica, from which its place in the consumer groups is derived: a
     * restart then resumes in seconds. None where there is no stable name.
     */
    Optional<String> node();

    /** In which a body must be whole: who sends it byte by byte holds no request. */
    @WithDefault("20s")
    Duration bodyWithin();

    Relay relay();

    Inbox inbox();

    Audit audit();

    Retention retention();

    /** How events leave the database. */
    interface Relay {
        /** The database itself, never a pooler: leadership is a lock of the session. */
        String jdbcUrl();

        String username();

        String password();

        /** The net under the wake-up after each commit. */
        @WithDefault("200ms")
        Duration poll();

        /** How many keys one pass serves. */
        @WithDefault("500")
        int keys();

        /** How long a key waits whose send failed. */
        @WithDefault("1s")
        Duration rest();
    }

    /** How events of others come in. */
    interface Inbox {
        /** First wait after a failure that may pass; doubled up to the longest. */
        @WithDefault("100ms")
        Duration backOff();

        @WithDefault("5s")
        Duration longestBackOff();

        /** A loop that has not polled for this long is dead. */
        @WithDefault("75s")
        Duration silence();

        /** How often keys that stand still, or move again, are looked for and announced. */
        @WithDefault("5s")
        Duration watch();
    }

    /** The line of audit rows. */
    interface Audit {
        @WithDefault("5m")
        Duration checkpoint();

        /** Where checkpoints go beside the log; best a place the database's owner cannot write. */
        Optional<Path> checkpointFile();
    }

    /** How long what is done with is kept. */
    interface Retention {
        @WithDefault("14d")
        Duration outbox();

        @WithDefault("30d")
        Duration inbox();

        @WithDefault("7d")
        Duration idempotency();
    }
}
