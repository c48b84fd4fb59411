package vn.lienvien.kit.test;

import static vn.lienvien.kit.test.Patience.await;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;

/** A transfer whose events stand still in the service under test, as if one had failed. */
public record ParkedKey(UUID transfer) implements AutoCloseable {

    public static ParkedKey ofATransfer() {
        var key = new ParkedKey(UUID.randomUUID());
        OwnerConnection.run(
                ("insert into parked (consumer, topic, key, partition_no, record_offset, reason, headers)"
                                + " values ('a-reader', 'lienvien.transfer.events', '%s', 0,"
                                + " (select count(*) from parked), 'FAILED', '{}')")
                        .formatted(key.transfer()));
        return key;
    }

    /** A person made it move again. */
    @Override
    public void close() {
        OwnerConnection.run("delete from parked where key = '" + transfer + "'");
    }

    /** Waits until exactly this has been said of it, as topic and type. */
    public void isSaidToBe(String... announcements) {
        await().untilAsserted(
                        () -> Assertions.assertThat(announced()).containsExactly(announcements));
    }

    private List<String> announced() {
        return OwnerConnection.column(
                "select topic || ' ' || type from outbox where type like 'vn.lienvien.service.%' and key = '"
                        + transfer
                        + "' order by id");
    }
}
