package vn.lienvien.notification.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class ParkedWatchIT {

    @Inject ParkedWatch watch;

    private final String transfer = UUID.randomUUID().toString();

    @Test
    void aFrozenCaseIsACoordinatorsUntilItMovesAgain() {
        OwnerConnection.run(
                "insert into parked (consumer, topic, key, partition_no, record_offset, reason, headers)"
                        + " values ('notification-service.people', 'lienvien.transfer.events', '%s', 0, 0, 'GAP', '{}')"
                                .formatted(transfer));

        watch.watch();
        watch.watch();
        assertThat(obligations()).containsExactly("CHECK_PARKED COORDINATOR@soyte-hcm stands");

        OwnerConnection.run("delete from parked where key = '" + transfer + "'");
        watch.watch();
        assertThat(obligations())
                .containsExactly("CHECK_PARKED COORDINATOR@soyte-hcm CLOSED_BY_EVENT");
    }

    private List<String> obligations() {
        return OwnerConnection.column(
                "select kind || ' ' || role || '@' || organisation || ' ' || coalesce(ended, 'stands')"
                        + " from obligation where subject = '"
                        + transfer
                        + "'");
    }
}
