package vn.lienvien.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import vn.lienvien.events.OrganisationCode;

/** All that can be set about reaching people. */
@ConfigMapping(prefix = "lienvien.notification")
public interface NotificationConfig {

    /**
     * A folder with tables of one's own (openings, effects, ladders) that replace those shipped.
     */
    Optional<Path> policy();

    Coordination coordination();

    Reminding reminding();

    Snooze snooze();

    Stream stream();

    Mail mail();

    Roster roster();

    /** Which office coordinates. */
    interface Coordination {

        /** Where no other is named. */
        @WithDefault("soyte-hcm")
        String office();

        /** By referring hospital. */
        Map<String, String> offices();

        default OrganisationCode officeFor(OrganisationCode hospital) {
            return new OrganisationCode(offices().getOrDefault(hospital.value(), office()));
        }

        /** For what concerns no hospital, or one that is not known. */
        default OrganisationCode anywhere() {
            return new OrganisationCode(office());
        }
    }

    /** The timers of obligations. */
    interface Reminding {

        /** How often they are looked at. */
        @WithDefault("1s")
        Duration every();
    }

    /** Quiet on request. */
    interface Snooze {

        /** At a time. */
        @WithDefault("15m")
        Duration longest();

        /** How often, until the clock runs anew. */
        @WithDefault("3")
        int most();
    }

    /** The live stream. */
    interface Stream {

        /** How many events a reader may have missed and still resume. */
        @WithDefault("8192")
        int ring();

        /**
         * How many events may wait for one reader before it is told to read anew; more than one
         * poll of the topics brings, or a burst would overrun the quickest.
         */
        @WithDefault("1024")
        int queue();

        @WithDefault("3")
        int perUser();

        /** In one process; as many as fit the small heap of one machine's trial. */
        @WithDefault("1500")
        int most();

        @WithDefault("15s")
        Duration heartbeat();
    }

    /** E-mail, off unless an installation has a mail server for it. */
    interface Mail {

        @WithDefault("false")
        boolean enabled();

        @WithDefault("lienvien@localhost")
        String from();

        /** Where the links in a mail lead. */
        @WithDefault("http://localhost:8080")
        String console();
    }

    /** Duty rosters. */
    interface Roster {

        /** How long a preview of an import can still be taken. */
        @WithDefault("30m")
        Duration previewKept();

        /** How often it is looked whether a unit's duty begins or ends to be covered. */
        @WithDefault("10s")
        Duration coverEvery();
    }
}
